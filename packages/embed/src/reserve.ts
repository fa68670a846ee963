/** A float without a width keeps room without standing in anything's way. */
const keep = (height: number) => `content:"";float:left;padding-top:${height}px`;
/** The height of the form that finds an order, and of a card with one parcel. */
const form = keep(444);
const card = keep(674);

/**
 * A line for the page's own style sheet, so that nothing moves when the card appears: it keeps the room until the script
 * has run, for the tag and for the `div` that stands for it. Afterwards the element does so itself.
 */
export const reserveCss =
  ':is(postlude-order-tracking,[data-postlude]):not([hidden]){display:flow-root}' +
  `:is(postlude-order-tracking:not(:defined),[data-postlude]:not(:has(postlude-order-tracking:defined)))::before{${form}}` +
  `:is(postlude-order-tracking[proof]:not(:defined),[data-postlude][data-proof]:not(:has(postlude-order-tracking:defined)))::before{${card}}`;

/** The element's own sheet. */
export const elementCss = `:host(:not([hidden])){display:flow-root}:host::before{${form}}:host([proof])::before{${card}}`;

let sheet: CSSStyleSheet | undefined;

/**
 * Gives the element its display and its room. Where a browser has no constructed sheets, the widget brings `elementCss`
 * in another way.
 */
export function reserveRoom(root: ShadowRoot): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(elementCss);
    }
    root.adoptedStyleSheets = root.adoptedStyleSheets.concat(sheet);
  } catch {
    // An older browser, or a document the sheet was not made in.
  }
}
