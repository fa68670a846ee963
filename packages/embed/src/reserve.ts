/**
 * How much room a card takes before it is there. It grows as the card gets narrower: the percentage is of the element's
 * own width, which a media query does not know. A float without a width keeps it without standing in anything's way.
 */
const room = 'content:"";float:left;padding-block-start:clamp(360px,640px - 30%,560px)';

/**
 * A line for the page's own style sheet, so that nothing moves when the card appears: it keeps the room until the script
 * has run. Afterwards the element does so itself.
 */
export const reserveCss =
  'postlude-order-tracking,[data-postlude]{display:flow-root}' +
  `postlude-order-tracking:not(:defined)::before,[data-postlude]:not(:has(>:defined))::before{${room}}`;

/** The element's own sheet. */
export const elementCss = `:host(:not([hidden])){display:flow-root}:host::before{${room}}`;

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
