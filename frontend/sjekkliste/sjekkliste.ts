/** Two tools on two pages: the checklist of § 5–7, and the egenvurdering. Nothing leaves the machine. */
import { startVerktoy } from '../felles/verktoy';
import { startEgenvurdering } from './egenvurdering/side';
import { startSjekkliste } from './side';

const checklist = document.getElementById('sjekkliste');
if (checklist) {
  document.querySelectorAll('.sj-uten-skript').forEach((one) => one.remove());
  startSjekkliste(checklist);
}

startVerktoy('egenvurdering', startEgenvurdering);
