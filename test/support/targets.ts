/**
 * Runs in the page: what can be pressed in the card of a host and is smaller than `least` CSS pixels, measured by where a
 * press really arrives, because a link may be larger than its words.
 */
export function tooSmallTargets({ host, least }: { host: string; least: number }): string[] {
  const root = document.querySelector(host)?.shadowRoot;
  if (!root) throw new Error('There is no card.');
  const found: string[] = [];
  for (const target of root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')) {
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = target.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const arrives = (toX: number, toY: number): boolean => {
      const hit = root.elementFromPoint(toX, toY);
      // A box to tick is pressed by its label too.
      return hit !== null && (target.closest('label') ?? target).contains(hit);
    };
    const reach = (stepX: number, stepY: number): number => {
      let pixels = 0;
      while (pixels < least && arrives(x + stepX * (pixels + 1), y + stepY * (pixels + 1))) pixels++;
      return pixels;
    };
    const width = reach(1, 0) + reach(-1, 0) + 1;
    const height = reach(0, 1) + reach(0, -1) + 1;
    if (width >= least && height >= least) continue;
    const name = target.getAttribute('aria-label') ?? target.textContent ?? '';
    found.push(`${target.tagName.toLowerCase()} “${name.trim()}” is ${width} × ${height}`);
  }
  return found;
}
