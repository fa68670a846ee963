import type { Page } from 'playwright-core';

/** One thing that moved by itself: how much the browser makes of it, and what it was. */
export interface LayoutShift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Notes everything that moves on a page by itself. Before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: LayoutShift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources, hadRecentInput } = entry as unknown as {
          readonly value: number;
          readonly hadRecentInput: boolean;
          readonly sources: readonly { readonly node: Node | null }[];
        };
        // What follows a press of somebody is no surprise to them.
        if (hadRecentInput) continue;
        const moved = sources.map(({ node }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          return `${element?.localName}.${element?.getAttribute('class') ?? ''}`;
        });
        shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What moved so far, once all that is drawn by now stands. */
export async function shiftsOf(page: Page): Promise<readonly LayoutShift[]> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return await page.evaluate(() => (window as unknown as { shifts: LayoutShift[] }).shifts);
}
