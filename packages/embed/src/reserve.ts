/**
 * How much room a card takes before it is there. It grows as the card gets narrower: the percentage is of the element's
 * own width, which a media query does not know.
 */
const room = 'clamp(360px,640px - 30%,560px)';

/**
 * A line for the page's own stylesheet, so that nothing moves when the card appears: it keeps the room until the script
 * has run. Afterwards the element does so itself.
 */
export const reserveCss =
  'postlude-order-tracking,[data-postlude]{display:flow-root!important}' +
  `postlude-order-tracking:not(:defined)::before,[data-postlude]:not(:has(>:defined))::before` +
  `{content:"";float:inline-start;padding-block-start:${room}}`;

const css =
  ':host{display:block}:host([hidden]){display:none!important}' +
  '.room{display:grid;grid-template-columns:minmax(0,1fr)}.room>*,.room::before{grid-area:1/1}' +
  `.room::before{content:"";padding-block-start:${room}}` +
  // The one thing the loader draws itself: the button of `showFailure`.
  'button{place-self:center;font:inherit;min-block-size:44px;padding-inline:16px}';

let sheet: CSSStyleSheet | undefined;

/** Gives the element its display and its room, and shows what the page wrote inside it meanwhile. */
export function reserveRoom(root: ShadowRoot, nonce: string | undefined): HTMLElement {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    root.adoptedStyleSheets = root.adoptedStyleSheets.concat(sheet);
  } catch {
    // An older browser, or an element that came from another document.
    const style = document.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = css;
    root.appendChild(style);
  }
  const room = root.appendChild(document.createElement('div'));
  room.className = 'room';
  room.appendChild(document.createElement('slot'));
  return room;
}
