/** What `sok.js` gives the page, loaded the first time somebody searches: the search, and the search page over it. */
export { start, type Sok } from './motor';
export { startSokeside } from './sokeside';
export { REKKEFOLGE, SLAG } from './slag';
