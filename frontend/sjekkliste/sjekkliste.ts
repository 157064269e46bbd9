/** Two tools on two pages: the checklist of § 5–7, and the egenvurdering. Nothing leaves the machine. */
import { startEgenvurdering } from './egenvurdering/side';
import { startSjekkliste } from './side';

const checklist = document.getElementById('sjekkliste');
if (checklist) {
  document.querySelectorAll('.sj-uten-skript').forEach((one) => one.remove());
  startSjekkliste(checklist);
}

// In the page stands a paragraph for those without scripts; the tool takes its place.
const place = document.getElementById('egenvurdering');
if (place) {
  const root = document.createElement('div');
  root.id = place.id;
  root.className = place.className;
  place.replaceWith(root);
  startEgenvurdering(root);
}
