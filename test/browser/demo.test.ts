import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { ensureBuilt } from '../support/built.ts';
import { openTestDemo, type TestDemo } from '../support/demo.ts';

let test: TestDemo;
let browser: Browser;

beforeAll(async () => {
  await ensureBuilt();
  test = await openTestDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

/** Opens a page of the shop and notes everything that goes wrong on it. */
async function visit(
  path: string,
  viewport = { width: 1280, height: 900 },
): Promise<{ page: Page; trouble: string[] }> {
  const page = await browser.newPage({ viewport });
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${test.demo.shop}${path}`);
  return { page, trouble };
}

const headline = (page: Page) => page.locator('postlude-order-tracking [part~="headline"]').first();

describe('the demo in a browser', () => {
  it('moves the card without a reload when “Next event” is pressed', async () => {
    const { page, trouble } = await visit('/');
    await page.getByRole('button', { name: 'Place a new order' }).click();
    await headline(page).filter({ hasText: 'Getting your order ready' }).waitFor();
    await page.evaluate('window.here = true');

    const next = page.getByRole('button', { name: /^Next event/ });
    await next.click();
    await headline(page)
      .filter({ hasText: /^Arrives / })
      .waitFor();
    for (const _ of ['accepted', 'departed', 'arrived', 'out']) await next.click();
    await headline(page).filter({ hasText: 'Out for delivery' }).waitFor();

    expect(await page.evaluate('window.here')).toBe(true);
    expect(await page.locator('.panel-log .answer').allTextContents()).toEqual(Array(6).fill('200'));
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('keeps the focus on the button that was pressed, and says when nothing more can happen', async () => {
    const { page } = await visit('/orders/1005');
    await headline(page).waitFor();
    await page.getByRole('button', { name: /^Deliver/ }).focus();
    await page.keyboard.press('Enter');
    await headline(page)
      .filter({ hasText: /^Delivered/ })
      .waitFor();
    expect(await page.evaluate('document.activeElement.dataset.play')).toBe('deliver');
    await page.close();
  });

  it('is a guest’s way to an order, by keyboard alone', async () => {
    const { page, trouble } = await visit('/track-my-order');
    const number = page.locator('postlude-order-tracking input').first();
    await number.focus();
    await page.keyboard.type('1003');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20259');
    await page.keyboard.press('Enter');
    await headline(page)
      .filter({ hasText: /^Arrives / })
      .waitFor();
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('loads a card of the account page only when its row is opened', async () => {
    const { page } = await visit('/account');
    await headline(page).waitFor();
    expect(await page.locator('postlude-order-tracking [part~="headline"]').count()).toBe(1);
    await page.locator('summary').nth(1).click();
    await page.locator('li:nth-child(2) postlude-order-tracking [part~="headline"]').waitFor();
    await page.close();
  });

  it('has the panel as a sheet on a phone, right to left and dark as well', async () => {
    const { page, trouble } = await visit('/orders/1020?lang=ar&theme=dark', { width: 360, height: 740 });
    await headline(page).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const handle = page.getByRole('button', { name: 'Play the carrier' });
    await handle.click();
    await page.getByRole('button', { name: /^Next event/ }).click();
    await headline(page).filter({ hasText: 'خرج' }).waitFor();
    expect(trouble).toEqual([]);
    await page.close();
  });
});
