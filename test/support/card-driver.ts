import type { Locator, Page, Request } from 'playwright-core';
import { expect } from 'vitest';

/** One thing an element told the page. */
export interface ToldEvent {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a shopper sees and hears of the card on a page. */
export interface CardDriver {
  readonly card: Locator;
  readonly headline: Locator;
  /** Waits until the headline reads like this. */
  reads(text: RegExp | string): Promise<void>;
  /** Waits until the live region says this. */
  hears(text: RegExp | string): Promise<void>;
  /** Asks for news now, as a page may that knows that something happened; resolves with the answer. */
  refresh(): Promise<void>;
  /** Waits until whatever the page has begun to ask for has been asked for. */
  settle(): Promise<void>;
  /** The events the elements told so far. */
  told(): Promise<ToldEvent[]>;
}

/** Looks at the tracking card of a page. */
export function cardOn(page: Page): CardDriver {
  const card = page.locator('postlude-order-tracking');
  const headline = card.locator('[part~="headline"]').first();
  const region = card.locator('[role="status"]');
  return {
    card,
    headline,
    reads: (text) => expect.poll(() => headline.textContent(), { timeout: 20_000 }).toMatch(text),
    hears: (text) => expect.poll(() => region.textContent(), { timeout: 20_000 }).toMatch(text),
    async refresh() {
      const answer = page.waitForResponse(/\/v1\/orders\//);
      await page.evaluate(() => document.querySelector('postlude-order-tracking')?.refresh());
      await answer;
    },
    async settle() {
      // Two ways to the server and back, one after the other: what was to be asked before is on its way by then.
      for (let way = 0; way < 2; way++) await page.evaluate(() => fetch(location.href));
    },
    told: () => page.evaluate(() => (window as unknown as { told: ToldEvent[] }).told),
  };
}

/** Notes what elements tell the page. Call it before the page is opened. */
export async function noteEvents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: ToldEvent[] = [];
    Object.assign(window, { told });
    const own = ['withdrawal-shown', 'withdrawal-off', 'withdrawal-declared'];
    const types = ['ready', 'session-opened', 'order-shown', 'status-changed', 'error', ...own];
    for (const type of types) {
      document.addEventListener(`postlude:${type}`, (event) => {
        told.push({ type, detail: (event as CustomEvent).detail });
      });
    }
  });
}

/** Notes every request a page makes to the API, as `GET /v1/orders/…`. Call it before the page is opened. */
export function noteRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/')) asked.push(`${request.method()} ${pathname.replace(/ord_\w+/, '…')}`);
  });
  return asked;
}
