import { createClient } from '@postlude/client';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { GuestPage } from '../support/host-pages/guest-page.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { type ReviewedOrder, reviewPolicy, useReviewShop } from '../support/review-shop.ts';

/** Photos are asked for as soon as the words are public, which they are at once. */
const shop = useReviewShop({
  ...reviewPolicy,
  moderation: { ...reviewPolicy.moderation, publish: 'at_once' },
  asks: { ...reviewPolicy.asks, mediaDays: 0 },
});
const host = 'postlude-review-prompt';

const open = (element: string): Promise<GuestPage> =>
  shop().open({
    html: 'lang="en"',
    head: '<title>Shop</title>',
    body: `<main><h1>Shop</h1>${element}</main>${shop().script()}`,
  });
const headline = (page: Page) => page.locator(`${host} [part~="headline"]`).first();
const reads = (page: Page, text: string | RegExp) =>
  expect.poll(() => headline(page).textContent(), { timeout: 20_000 }).toMatch(text);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const asksOf = async (order: ReviewedOrder['id']) => (await shop().backend.staff.asks.list({ order })).items;

/** Rates the mug and sends it, without a photo. */
async function send(page: Page): Promise<void> {
  await reads(page, 'How do you like it?');
  await page.getByRole('radio', { name: /2 stars/ }).check();
  await press(page, 'Continue: Stoneware mug');
  await page.getByLabel(/^Your review/).fill('It leaks a little.');
  await press(page, 'Continue');
  await reads(page, 'How is it?');
  await press(page, 'Skip');
  await reads(page, 'Show it in use');
  await press(page, 'Skip');
  await press(page, 'Send the review');
  await reads(page, 'Thank you');
}

/** Opens a return of the first thing that can go back, as its shopper. */
async function sendBack({ number, proof }: ReviewedOrder): Promise<string> {
  const { store, url } = shop().backend;
  const client = createClient({ store, baseUrl: url });
  const { token, order } = await client.sessions.open({ by: 'proof', order: number, proof });
  const mine = { token, orderId: order.id };
  const options = await client.returns.options(mine);
  const [item] = options.state === 'fresh' ? options.value.items : [];
  if (!item) throw new Error('Nothing can go back.');
  const { lineId, shipmentId } = item;
  const things = [
    { lineId, shipmentId, quantity: 1, reason: 'changed_my_mind', resolution: 'refund', exchangeFor: null },
  ] as const;
  const quote = await client.returns.quote(mine, {
    route: 'return',
    problem: null,
    method: null,
    items: [...things],
  });
  const [method] = quote.methods;
  const { id } = await client.returns.file(mine, {
    route: 'return',
    problem: null,
    method: method ? { id: method.id } : null,
    items: things.map((thing) => ({ ...thing, note: null, uploads: [] })),
    expected: null,
  });
  return id;
}

describe('while a return is open', () => {
  it('nothing is asked, and the plain form behind a link works all the same', async () => {
    const order = await shop().place(['mug']);
    await sendBack(order);
    const { page, context } = await open(order.tag());
    await page.waitForResponse(/\/ask\b/);
    await page.waitForLoadState('networkidle');
    expect(await headline(page).count()).toBe(0);
    expect(await asksOf(order.id)).toMatchObject([
      { kind: 'review', decision: { state: 'held', reason: 'return_open' } },
    ]);
    await context.close();

    const guest = await open(order.tag('mode="always"'));
    await send(guest.page);
    const { items } = await shop().backend.staff.reviews.list({ q: order.number });
    expect(items).toMatchObject([{ stars: 2, text: 'It leaks a little.', moderation: 'approved' }]);
    await expectCalm(guest);
  });
});

describe('after thanks', () => {
  it('one more thing is asked where the arbiter has one, and then none', async () => {
    const order = await shop().place(['mug']);
    const { page } = await open(order.tag('mode="always"'));
    await send(page);
    const further = page.locator(`${host} [part="further"]`);
    await further.waitFor();
    expect(await further.textContent()).toMatch(/photo/);
    // It counts as shown with that.
    const media = async () => (await asksOf(order.id)).find(({ kind }) => kind === 'media');
    await expect.poll(async () => (await media())?.timesShown).toBe(1);
    await further.getByRole('button').click();
    await expect.poll(() => further.count()).toBe(0);
    await page.reload();
    await reads(page, /./);
    expect(await further.count()).toBe(0);
    await page.waitForLoadState('networkidle');
    expect((await media())?.timesShown).toBe(1);
  });

  it('nothing is asked where the shopper was asked this week', async () => {
    const order = await shop().place(['mug']);
    const { page } = await open(order.tag());
    await send(page);
    await page.waitForLoadState('networkidle');
    expect(await page.locator(`${host} [part="further"]`).count()).toBe(0);
    const media = (await asksOf(order.id)).find(({ kind }) => kind === 'media');
    expect(media?.decision).toMatchObject({ state: 'capped', reason: 'asked_this_week' });
  });
});
