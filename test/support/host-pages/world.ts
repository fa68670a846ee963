import type { Config } from '@postlude/server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { ensureBuilt, type Manifest } from '../built.ts';
import { type ShopBackend, startShopBackend, type TestOrder } from '../shop-backend.ts';
import { type GuestPage, openGuestPage } from './guest-page.ts';
import { type HostPage, type Storefront, startStorefront } from './storefront.ts';

/** A backend, a storefront on another origin, an order and a browser, for the tests of one file. */
export interface World {
  readonly manifest: Manifest;
  readonly backend: ShopBackend;
  readonly shop: Storefront;
  readonly order: TestOrder;
  readonly browser: Browser;
  /** The script tag, with more attributes. */
  script(attributes?: string): string;
  /** The element of the order, with more attributes. */
  tag(attributes?: string): string;
  /** Opens a page of the shop in a fresh profile, closed after the test. */
  open(
    page: HostPage,
    before?: (page: Page, context: BrowserContext) => Promise<unknown>,
  ): Promise<GuestPage>;
}

/** Sets a world up before the tests of a file and takes it down after them. `overrides` are of the backend's configuration. */
export function useWorld(overrides: Partial<Config> = {}): () => World {
  let world: World | undefined;
  const opened: GuestPage[] = [];

  beforeAll(async () => {
    const manifest = await ensureBuilt();
    const shop = await startStorefront();
    const backend = await startShopBackend([shop.origin], overrides);
    const browser = await launchBrowser();
    const order = await backend.order();
    world = {
      manifest,
      backend,
      shop,
      order,
      browser,
      script: (attributes = 'async') =>
        `<script ${attributes} src="${backend.url}/postlude.js" data-store="${backend.store}"></script>`,
      tag: (attributes = '') =>
        `<postlude-order-tracking order="${order.number}" proof="${order.proof}" ${attributes}></postlude-order-tracking>`,
      async open(page, before) {
        const guest = await openGuestPage(browser, shop.add(page), before);
        opened.push(guest);
        return guest;
      },
    };
  });
  afterEach(async () => {
    for (const guest of opened.splice(0)) await guest.context.close();
  });
  afterAll(async () => {
    await world?.browser.close();
    await world?.shop.close();
    await world?.backend.close();
  });
  return () => {
    if (!world) throw new Error('The world is set up before the first test, not before that.');
    return world;
  };
}

/** Waits until an order's card stands in every element on the page, and gives its headlines. */
export async function cards(page: Page, count = 1): Promise<string[]> {
  const headlines = page.locator('postlude-order-tracking article [part~="headline"]');
  await expect.poll(() => headlines.count(), { timeout: 15_000 }).toBe(count);
  return await headlines.allTextContents();
}

/** Waits until the form that finds an order stands in every element on the page. */
export async function forms(page: Page, count = 1): Promise<void> {
  const found = page.locator('postlude-order-tracking form');
  await expect.poll(() => found.count(), { timeout: 15_000 }).toBe(count);
}

/** Nothing a guest must not cause has happened on the page. */
export async function expectCalm(guest: GuestPage): Promise<void> {
  expect(await guest.trouble()).toEqual({ errors: [], rejections: [], violations: [] });
}
