/** The clipboard: rich text where the browser gives it, plain text else. False where it gives neither. */

export interface Delt {
  tekst: string;
  html?: string;
}

/** Copies the text, with formatting for those who can take it. Call it as an answer to a click. */
export async function kopier({ tekst, html }: Delt): Promise<boolean> {
  try {
    if (html && typeof ClipboardItem !== 'undefined' && navigator.clipboard.write) {
      const blob = (text: string, type: string): Blob => new Blob([text], { type });
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob(tekst, 'text/plain'), 'text/html': blob(html, 'text/html') })]);
    } else await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    return copyOldWay(tekst, html);
  }
}

/** What older browsers and pages that are not secure can do. */
function copyOldWay(tekst: string, html?: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', tekst);
    if (html) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', fill, { once: true });
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill);
  }
}
