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

const numberOf = (story: string): string => {
  const order = test.demo.orders.all().find((one) => one.story === story);
  if (!order) throw new Error(`The demo has no order ${story}`);
  return order.number;
};

/** A page of somebody with a browser profile of their own. */
const visit = async (address: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(new URL(address, test.demo.shop).href);
  return page;
};

const referral = (page: Page) => page.locator('postlude-referral');

/** Recommending stands at the end of an order's page, and comes when somebody gets there. */
async function visitOrder(story: string): Promise<Page> {
  const page = await visit(`/orders/${numberOf(story)}`);
  await referral(page).scrollIntoViewIfNeeded();
  return page;
}

async function lookAgain(page: Page): Promise<void> {
  await page.reload();
  await referral(page).scrollIntoViewIfNeeded();
}
const offer = (page: Page) => page.locator('postlude-referral-offer');

/** Does what a button of the panel does: on the shop's own server. */
async function post(path: string, body: object = {}): Promise<void> {
  const { shop } = test.demo;
  const sent = { method: 'POST', headers: { origin: shop }, body: JSON.stringify(body) };
  const answer = await fetch(`${shop}${path}`, sent);
  expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
}

/** Lets a friend take the offer of a link and buy a lamp with its code; the number of the order. */
async function buyAs(name: string, email: string, link: string): Promise<string> {
  const page = await visit(link);
  await offer(page).getByLabel('Your e-mail address').fill(email);
  await offer(page).getByRole('button', { name: 'Get my code' }).click();
  const code = await offer(page).locator('[part=code]').textContent();
  expect(code).toMatch(/^HELLO-/);
  const till = page.locator('#till');
  await till.getByLabel('Name').fill(name);
  await till.getByLabel('E-mail').fill(email);
  await till.getByLabel('Discount code').fill(code ?? '');
  await till.getByRole('button', { name: 'Buy the lamp' }).click();
  await page.waitForURL(/\/orders\/\d+$/);
  expect(await page.context().cookies(test.demo.backend)).toEqual([]);
  const number = page.url().split('/').at(-1) ?? '';
  await page.context().close();
  return number;
}

describe('the demo, bringing a friend', () => {
  it('shows every state, and lets the desk decide about what looks wrong', async () => {
    const page = await visitOrder('referral-states');
    for (const words of ['has not ordered yet', 'below the minimum', 'sent back or refunded', 'counts']) {
      await referral(page).getByRole('listitem').filter({ hasText: words }).first().waitFor();
    }
    await page.getByRole('tab', { name: /desk/ }).click();
    const card = page.locator('.desk-referrals .desk-return').filter({ hasText: 'lampfan@mailinator.com' });
    await card.getByText('flagged: looks wrong').waitFor();
    await card.getByRole('button', { name: /^Approve/ }).click();
    await card.getByText(/^held/).waitFor();
    const heard = page.locator('.panel-events').getByText(/^postlude:referral-shown /);
    expect(await heard.textContent()).toMatch(/"joined":true\}$/);
    await page.context().close();
  });

  it('goes from the link over a friend’s order to the reward, and a refund voids another', async () => {
    const page = await visitOrder('referral-share');
    await referral(page).getByRole('button', { name: 'Get my link' }).click();
    const link = await referral(page).getByLabel('Your link', { exact: true }).inputValue();
    expect(link).toContain(`${test.demo.shop}/friends?ref=MARA-`);

    const kept = await buyAs('Bea Stern', 'bea@example.net', link);
    const returned = await buyAs('Curt Feld', 'curt@example.net', link);
    await post(`/carrier/${kept}/next?parcel=0`);
    await post(`/carrier/${kept}/deliver?parcel=0`);
    await lookAgain(page);
    const rows = referral(page).getByRole('listitem');
    await rows
      .filter({ hasText: /Waiting/ })
      .first()
      .waitFor();

    await post(`/carrier/${returned}/refund?parcel=0`);
    await lookAgain(page);
    await rows.filter({ hasText: 'The order was sent back or refunded.' }).waitFor();

    // Last, because the clock never goes back.
    await post('/clock', { days: 60 });
    await lookAgain(page);
    await rows.filter({ hasText: 'Your friend’s order counts.' }).waitFor();
    await expect
      .poll(() => referral(page).locator('[part=code]').allTextContents())
      .toContainEqual(expect.stringMatching(/^THANKS-/));
    await page.context().close();
  });
});
