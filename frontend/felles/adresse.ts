/** Where the site's own files lie, seen from the script that runs: below a sub-path and on disk too. */

// A script that stands in the page itself has no folder (lysbilder/enfil.ts).
/** The folder of the site's scripts, assets/bygd/. Empty in a script that stands in the page itself. */
export const bygd = document.currentScript instanceof HTMLScriptElement && document.currentScript.src ? new URL('.', document.currentScript.src).href : '';

/** The whole address of a site address («/eksempler/x/#komp-5»), wherever the site lies. */
export function adresseTil(sti: string): string {
  return new URL(`../../${sti.replace(/^\//, '')}`, bygd).href;
}
