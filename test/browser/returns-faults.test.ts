import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectCalm } from '../support/host-pages/world.ts';
import { type ReturnsDriver, returnsOn } from '../support/returns-driver.ts';
import { type ReturnableOrder, useReturnsShop } from '../support/returns-shop.ts';
import { visitReturns, wishes } from '../support/returns-visit.ts';

const shop = useReturnsShop();

const filedOf = async ({ number }: ReturnableOrder) => (await shop().returnsOf(number)).length;

/** Waits until the browser keeps what was typed, up to this step. */
const keptAt = (page: Page, step: string) =>
  expect
    .poll(() => page.evaluate(() => Object.values({ ...localStorage }).join()))
    .toContain(`"step":"${step}"`);

describe('one return is filed', () => {
  it('by a double click, and by three more presses', async () => {
    const { returns, order, guest } = await visitReturns(shop());
    await returns.walk(wishes);
    await returns.onward.dblclick();
    await returns.element.locator('article.filed').waitFor();
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('by two tabs that file the same at once, and both show it', async () => {
    const { returns, order, context, page, guest } = await visitReturns(shop());
    await returns.walk(wishes);
    await keptAt(page, 'check');
    const tab = await context.newPage();
    await tab.goto(page.url());
    const other = returnsOn(tab);
    // The second tab goes on where the first one is.
    await other.reads('Is everything right?');
    await expect.poll(() => other.element.locator('form[aria-busy="true"]').count()).toBe(0);
    // A tab behind another one takes its time to be pressed by a driver; both are to be at once.
    const press = ({ onward }: ReturnsDriver) => onward.evaluate((button: HTMLElement) => button.click());
    await Promise.all([press(returns), press(other)]);
    for (const one of [returns, other])
      await one.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('when the connection is lost after the server took it', async () => {
    const { returns, order, page, guest } = await visitReturns(shop());
    await returns.walk(wishes);
    let lost = 0;
    await page.route(/\/returns\?/, async (route) => {
      if (lost++ > 0) return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await returns.onward.click();
    await returns.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(lost).toBeGreaterThan(1);
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('when the page is reloaded while it is being filed', async () => {
    const { returns, order, page, guest } = await visitReturns(shop());
    await returns.walk(wishes);
    let taken: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      taken = resolve;
    });
    let tries = 0;
    await page.route(/\/returns\?/, async (route) => {
      if (tries++ > 0) return await route.continue();
      await route.fetch();
      taken();
      // The answer never comes.
      return await new Promise(() => {});
    });
    await returns.onward.click();
    await arrived;
    await page.reload();
    await returns.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });

  it('when the network comes back, by itself', async () => {
    const { returns, order, context, guest } = await visitReturns(shop());
    await returns.walk(wishes);
    await context.setOffline(true);
    await returns.card.getByText('You are offline.').first().waitFor();
    await returns.onward.click();
    expect(await filedOf(order)).toBe(0);
    await context.setOffline(false);
    await returns.element.locator('article.filed').waitFor({ timeout: 20_000 });
    expect(await filedOf(order)).toBe(1);
    await expectCalm(guest);
  });
});
