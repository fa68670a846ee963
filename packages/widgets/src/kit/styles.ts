const sheets = new Map<string, CSSStyleSheet>();

/**
 * Gives a shadow root (or a document) its styles. Constructed sheets pass the strictest Content-Security-Policy and are
 * shared by all instances on the page; where a browser lacks them, `<style>` elements with the page's `nonce` stand in.
 * Doing it again changes nothing.
 */
export function adoptStyles(root: ShadowRoot | Document, texts: readonly string[], nonce?: string): void {
  // A sheet belongs to the document it was made in, so roots of another document get elements.
  if ('adoptedStyleSheets' in root && (root.ownerDocument ?? root) === globalThis.document) {
    const wanted = texts.map(sheetOf).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (wanted.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...wanted];
    return;
  }
  const parent = 'head' in root ? root.head : root;
  const present = new Set(Array.from(parent.querySelectorAll('style'), (style) => style.textContent));
  for (const text of texts.filter((candidate) => !present.has(candidate))) {
    const style = (root.ownerDocument ?? globalThis.document).createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = text;
    parent.append(style);
  }
}

function sheetOf(text: string): CSSStyleSheet {
  let sheet = sheets.get(text);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}
