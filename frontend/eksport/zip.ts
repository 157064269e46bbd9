/** Office files are zip files. This makes them the same bytes for the same content: fixed times, fixed order, fixed ids. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest time a zip file can hold, read in the machine's own time zone as the format wants it. */
const FIXED_TIME = new Date(1980, 0, 1);
const FIXED_STAMP = '2000-01-01T00:00:00Z';

/** Packs the files of an Office file anew. `endre` may change the text of each XML file. */
export async function pakkFast(blob: Blob, endre: (navn: string, xml: string) => string): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  // The list of content types must come first for some readers; the rest in a fixed order.
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const packed: Record<string, Uint8Array> = {};
  for (const name of names) {
    const bytes = files[name] as Uint8Array;
    packed[name] = /\.(xml|rels)$/.test(name) ? strToU8(endre(name, strFromU8(bytes))) : bytes;
  }
  const zipped = zipSync(packed, { mtime: FIXED_TIME, level: 6 });
  return new Blob([zipped as Uint8Array<ArrayBuffer>], { type: blob.type });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}

/** Numbers what a pattern finds in the order it is met first, so that the same content always has the same ids. */
function renumber(prefix: string): (found: string) => string {
  const ids = new Map<string, string>();
  return (found) => {
    if (!ids.has(found)) ids.set(found, `${prefix}${ids.size + 1}`);
    return ids.get(found) as string;
  };
}

/** Takes the time the file was made, random relationship ids, and the page's running bookmark numbers out of a Word file. */
export function fastWordXml(): (navn: string, xml: string) => string {
  const relation = renumber('rIdKb');
  const bookmark = renumber('_Toc');
  const bookmarkId = renumber('');
  return (_name, xml) =>
    xml
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED_STAMP}`)
      // docx numbers its own relations (rId7) and gives links random ids of 21 characters.
      .replace(/\brId[a-z0-9_-]{21}(?=")/g, relation)
      // Its bookmarks are numbered from the first document made since the page was opened.
      .replace(/(w:(?:anchor|name)="|PAGEREF )(_Toc\d+)/g, (_all, before: string, name: string) => before + bookmark(name))
      .replace(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)/g, (_all, before: string, id: string) => before + bookmarkId(id));
}
