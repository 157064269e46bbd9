/** The form for those who have something to share. The questions are set by a script of their own, made by the build. */
import { startVerktoy } from '../felles/verktoy';
import { startBidrag } from './side';
import type { Data } from './skjema';

const data = (window as unknown as { kbBidrag?: Data }).kbBidrag;
if (data) {
  document.querySelectorAll('.bi-uten-skript').forEach((one) => one.remove());
  startVerktoy('bidrag', (rot) => startBidrag(rot, data));
}
