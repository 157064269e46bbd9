/** The pages that help one find and compare. Each part looks for its own place, and does nothing on other pages. */
import { startPraksiskart } from './praksiskart';

for (const start of [startPraksiskart]) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
