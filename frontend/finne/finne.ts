/** The pages that help one find and compare. Each part looks for its own place, and does nothing on other pages. */
import { startPraksiskart } from './praksiskart';
import { startSammenlign } from './sammenlign';
import { startSomMin } from './sommin';

for (const start of [startPraksiskart, startSomMin, startSammenlign]) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
