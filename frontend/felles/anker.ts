/** The anchor in an address, decoded; "" where there is none, or one that no browser could have made («#%E0%A4%A»). */
export function ankerI(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
