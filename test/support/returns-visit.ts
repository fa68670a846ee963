import type { BrowserContext, Page } from 'playwright-core';
import { type ReturnsDriver, returnsOn, type Wishes } from './returns-driver.ts';
import type { ReturnsShop } from './returns-shop.ts';

/** Things of every order of the returns shop, by their titles. */
export const tray = 'Oak tray';
export const mug = 'Stoneware mug';

/** A return with something on every step. */
export const wishes: Wishes = {
  things: {
    [tray]: { reason: 'damaged_or_defective', note: 'A crack along the rim.', resolution: 'store_credit' },
    [mug]: { units: 2, reason: 'size.too_big', resolution: 'exchange', variant: 'mug-red' },
  },
  method: 'points',
  place: 'station',
};

/** Opens the page of a new order. */
export async function visitReturns(
  at: ReturnsShop,
  before?: (page: Page, context: BrowserContext) => Promise<unknown>,
  { attributes = '', headers = {}, script = 'async' } = {},
) {
  const order = await at.place();
  const guest = await at.open(
    { headers, head: at.script(script), body: `<h1>Returns</h1><main>${order.tag(attributes)}</main>` },
    before,
  );
  return { ...guest, guest, order, returns: returnsOn(guest.page) };
}

/** Everything chosen and typed on the step that is on screen. */
export const chosenOn = ({ element }: ReturnsDriver): Promise<string[]> =>
  element.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])]
      .filter(({ type }) => type !== 'file')
      .map(({ type, value, checked }) => (/radio|checkbox/.test(type) ? `${value} ${checked}` : value)),
  );

/** Lets a page have no storage of the browser, as some browsers do. */
export const withoutStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('No.', 'SecurityError');
        },
      });
    }
  });
