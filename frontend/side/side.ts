/** What every page does in the browser. Each part stands alone: one that fails must not stop the others. */
import { startInnstillinger } from './innstillinger';
import { startSok } from '../sok/felt';
import { startBegreper } from './begreper';
import { startDato } from './dato';
import { startDel } from './del';
import { startDisk } from '../felles/disk';
import { startLegg } from '../felles/legg';
import { startLysbilder } from './lysbilder';
import { startMeny } from './meny';
import { startSidestotte } from './sidestotte';
import { startSitering } from './sitering';
import { startSnarveier } from './snarveier';
import { startTabell } from '../felles/tabell';
import { startTeller } from '../felles/teller';
import { startUtforsker } from './utforsker';

for (const start of [startDisk, startMeny, startSnarveier, () => startDato(), startInnstillinger, startTabell, startSidestotte, startUtforsker, startBegreper, startSitering, startSok, startTeller, startLegg, startLysbilder, startDel]) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
