/**
 * Runs in the page: everything of the card in a host that does not fit where it is, in words. Looks at where the letters
 * really are, so that text that is cut off is found as well as a box that sticks out.
 */
export function misfits(selector: string): string[] {
  const host = document.querySelector<HTMLElement>(selector);
  const card = host?.shadowRoot?.querySelector('.card, .recalls');
  const root = host?.shadowRoot;
  if (!host || !root || !card) throw new Error('There is no card.');
  const found: string[] = [];
  const half = 0.75;
  const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;

  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth)
    found.push(`the page scrolls by ${page.scrollWidth - page.clientWidth}`);
  if (host.scrollWidth > host.clientWidth)
    found.push(`the host scrolls by ${host.scrollWidth - host.clientWidth}`);

  /** Words for screen readers only are cut to nothing on purpose, and so are signs for the eye that stand for them. */
  const unseen = new Map<Element, boolean>();
  const isUnseen = (element: Element): boolean => {
    const known = unseen.get(element);
    if (known !== undefined) return known;
    const parent = element.parentElement;
    const is = getComputedStyle(element).clipPath !== 'none' || (parent !== null && isUnseen(parent));
    unseen.set(element, is);
    return is;
  };
  const outside = (inner: DOMRect, outer: DOMRect, vertically: boolean): number =>
    Math.max(
      outer.left - inner.left,
      inner.right - outer.right,
      ...(vertically ? [outer.top - inner.top, inner.bottom - outer.bottom] : []),
    );

  const frame = card.getBoundingClientRect();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element?.checkVisibility() || element.matches('style') || isUnseen(element)) continue;
    if (node instanceof Element) {
      const beyond = outside(node.getBoundingClientRect(), frame, false);
      if (card.contains(node) && beyond > half)
        found.push(`${name(node)} sticks out of the card by ${beyond}`);
      continue;
    }
    const words = node.textContent?.trim();
    if (!words) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const letters of range.getClientRects()) {
      for (let box: Element | null = element; box && card.contains(box); box = box.parentElement) {
        const style = getComputedStyle(box);
        const isFrame = box === card || box.matches('button, .button, .panel-box, .note');
        if (style.display === 'inline' || (style.overflowX === 'visible' && !isFrame)) continue;
        const beyond = outside(letters, box.getBoundingClientRect(), true);
        if (beyond > half) found.push(`“${words}” sticks out of ${name(box)} by ${beyond}`);
      }
    }
  }
  for (const input of root.querySelectorAll(
    'input:not([type=checkbox], [type=radio], [type=number], [type=file])',
  )) {
    if (input.clientWidth < 150) found.push(`an input is only ${input.clientWidth} wide`);
  }
  return [...new Set(found)];
}
