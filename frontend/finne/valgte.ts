/** Which examples stand side by side, in the address: ?e=lorenskog,tromso. Pure. */
export const MEST = 4;

/** The ids of the address that exist, each once, at most four; and those that do not exist. */
export function lesValgte(sok: string, finnes: (id: string) => boolean): { valgte: string[]; ukjente: string[] } {
  const given = [...new Set((new URLSearchParams(sok).get('e') ?? '').split(',').filter((id) => id !== ''))];
  return { valgte: given.filter(finnes).slice(0, MEST), ukjente: given.filter((id) => !finnes(id)) };
}

/** The choice as the query of an address. */
export function skrivValgte(valgte: readonly string[]): string {
  const ids = [...new Set(valgte.filter((id) => id !== ''))].slice(0, MEST);
  return ids.length > 0 ? `?e=${ids.join(',')}` : '';
}
