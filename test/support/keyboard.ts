import type { Page } from 'playwright-core';

/** What has the focus, as a shopper without a mouse meets it. */
export interface Stop {
  /** Its tag and its words, or its label. */
  readonly name: string;
  /** False when nothing shows that it has the focus, or when it is out of sight or under something else. */
  readonly seen: boolean;
  /** Where it stands: from the top of the page, and from where lines begin. */
  readonly top: number;
  readonly start: number;
  readonly bottom: number;
}

/** What has the focus now, through shadow roots. */
export function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at) throw new Error('Nothing has the focus.');
    const box = at.getBoundingClientRect();
    // A card that is pressed anywhere shows the focus of the button in it.
    const outline = [at, at.closest('label'), at.closest('.option')].some((one) => {
      const style = one && getComputedStyle(one);
      return style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
    });
    const inSight = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
    const root = at.getRootNode() as Document | ShadowRoot;
    const hit = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const rightToLeft = document.documentElement.dir === 'rtl';
    const words = at.getAttribute('aria-label') ?? at.getAttribute('name') ?? at.textContent ?? '';
    return {
      name: `${at.localName} ${words.trim()}`,
      seen: outline && inSight && at.contains(hit),
      top: Math.round(box.top + scrollY),
      bottom: Math.round(box.bottom + scrollY),
      start: Math.round(rightToLeft ? innerWidth - box.right : box.left),
    };
  });
}

/** Presses a key and gives what has the focus then. */
export async function press(page: Page, key: string): Promise<Stop> {
  await page.keyboard.press(key);
  return await focused(page);
}

/** Presses Tab (or Shift+Tab) until something has the focus, and gives every stop on the way. Throws when it never comes. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const stop = await press(page, key);
    stops.push(stop);
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stops;
  }
  throw new Error(`${key} never comes to ${name}: ${stops.map((stop) => stop.name).join(', ')}`);
}

/** The stops that do not follow the one before in reading order: further down, or further along the same line. */
export function outOfOrder(stops: readonly Stop[]): string[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before) return [];
    const sameLine = stop.top < before.bottom;
    const follows = sameLine ? stop.start > before.start : stop.top >= before.top;
    return follows ? [] : [`${stop.name} after ${before.name}`];
  });
}
