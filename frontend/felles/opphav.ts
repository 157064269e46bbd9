/** Where a file that the reader takes along comes from. */

const meta = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

/** The name of the site. */
export const nettstedet = (): string => meta('kb-navn');

/** The rows of the sheet «Om fila»: page, address, date of the build. */
export function opphav(): [string, string][] {
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const rows: [string, string][] = [['Side', document.title], ['Adresse', address], ['Nettstedet bygd', meta('kb-byggedato')]];
  return rows.filter(([, value]) => value !== '');
}
