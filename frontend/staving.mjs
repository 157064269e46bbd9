// Tells which words a bokmål dictionary does not know. In: a JSON list of words in lower case, on standard input.
// Out: a JSON list of those that are neither in the dictionary nor put together of two words that are.
import nspell from 'nspell';
import bokmal from 'dictionary-nb';

const dictionary = nspell(bokmal);
const known = (word) => dictionary.correct(word) || dictionary.correct(word[0].toUpperCase() + word.slice(1));
const LINKS = ['', 's', 'e'];  // what joins the parts of a compound: bolig-pris, bolig-s-pris, barn-e-familie

function isCompound(word) {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    if (!known(word.slice(cut))) continue;
    const first = word.slice(0, cut);
    if (LINKS.some((link) => first.endsWith(link) && first.length - link.length > 2 && known(first.slice(0, first.length - link.length)))) return true;
  }
  return false;
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
const unknown = JSON.parse(input).filter((word) => !word.split('-').every((part) => !part || known(part) || isCompound(part)));
process.stdout.write(JSON.stringify(unknown));
