import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue as ar } from '../../packages/widgets/src/locales/ar.ts';
import { english as session } from '../../packages/widgets/src/order-session/order-session.messages.ts';
import { english } from '../../packages/widgets/src/order-tracking/order-tracking.messages.ts';
import { cardOn } from '../support/card-driver.ts';
import { expectCalm, useWorld } from '../support/host-pages/world.ts';
import { focused, outOfOrder, press, tabTo } from '../support/keyboard.ts';
import { contact, type TestOrder } from '../support/shop-backend.ts';

const world = useWorld();
const inEnglish = { ...session, ...english };
const texts = { ltr: inEnglish, rtl: { ...inEnglish, ...ar.orderSession, ...ar.orderTracking } };
let order: TestOrder;

/** A parcel whose promised day moved twice, so that there is a history to open. */
beforeAll(async () => {
  const { backend } = world();
  order = await backend.order();
  const [summary] = (await backend.staff.orders.list({ q: order.number })).items;
  const found = await backend.staff.orders.get(summary?.id ?? '');
  const address = { orderId: found.order.id, shipmentId: found.order.shipments[0]?.id ?? '' };
  for (const days of [4, 5]) {
    const until = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await backend.staff.shipments.addTracking(address, { promise: { until, zone: 'Europe/Berlin' } });
  }
});

/** Opens a page with a link before and a link after the element, and puts the focus on the first. */
async function open(direction: 'ltr' | 'rtl', element: string, headers = {}) {
  const { open: openPage, script } = world();
  const guest = await openPage(
    {
      html: direction === 'rtl' ? 'lang="ar" dir="rtl"' : 'lang="en" dir="ltr"',
      body: `<p><a href="#" id="before">Before</a></p>${element}<p><a href="#">After</a></p>${script()}`,
      headers,
    },
    (_, context) => context.route(/dhl\./, (route) => route.fulfill({ body: 'The carrier' })),
  );
  await guest.page.locator('#before').focus();
  return { ...guest, ...cardOn(guest.page), guest, t: texts[direction] };
}

const lookup = '<postlude-order-tracking></postlude-order-tracking>';
const proved = (): string =>
  `<postlude-order-tracking order="${order.number}" proof="${order.proof}"></postlude-order-tracking>`;
const expanded = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('postlude-order-tracking')?.shadowRoot;
    const button = root?.activeElement;
    const panel = root?.getElementById(button?.getAttribute('aria-controls') ?? '');
    return { says: button?.getAttribute('aria-expanded'), shows: panel?.checkVisibility() };
  });
const opened = { says: 'true', shows: true };
const closed = { says: 'false', shows: false };

describe.each(['ltr', 'rtl'] as const)('with the keyboard alone, %s', (direction) => {
  it('a shopper finds the order, is led to mistakes, and gets back to the form', async () => {
    const { page, reads, hears, card, guest, t } = await open(direction, lookup);
    await reads(t.lookup);
    const find = `button ${t['lookup.find']}`;

    const stops = await tabTo(page, find);
    expect(stops.map(({ name }) => name)).toEqual(['input order', 'input contact', find]);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);

    await page.keyboard.press('Enter');
    // Going to the field says its label and what is wrong with it; a word more would be said over that.
    await expect.poll(() => focused(page)).toMatchObject({ name: 'input order', seen: true });
    const described = await card.locator('input').first().getAttribute('aria-describedby');
    const errors = await Promise.all(
      (described ?? '').split(' ').map((id) => card.locator(`#${id}`).textContent()),
    );
    expect(errors[0]).toBe(t['lookup.order.missing']);
    expect(await card.locator('input[aria-invalid="true"]').count()).toBe(2);

    await page.keyboard.type(order.number);
    expect((await press(page, 'Tab')).name).toBe('input contact');
    await page.keyboard.type('nobody@example.org');
    await page.keyboard.press('Enter');
    await hears(t['problem.lookup_failed']);
    expect((await focused(page)).name).toBe('input contact');

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(contact);
    expect(await press(page, 'Tab')).toMatchObject({ name: find, seen: true });
    await page.keyboard.press('Space');
    await card.locator('article').waitFor();
    await expect.poll(async () => (await focused(page)).name).toMatch(/^h2 /);
    await hears(/.+/);

    await tabTo(page, `button ${t.other_order}`);
    await page.keyboard.press('Enter');
    await reads(t.lookup);
    expect((await focused(page)).name).toBe(`h2 ${t.lookup}`);
    expect((await press(page, 'Tab')).name).toBe('input order');
    await expectCalm(guest);
  });

  it('everything on the card is reached, seen and left, forwards and backwards, in reading order', async () => {
    const { page, card, t } = await open(direction, proved());
    await card.locator('article').waitFor();
    await card.locator('[aria-expanded]').evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
    expect(await card.locator('[aria-expanded="true"]').count()).toBe(2);
    await page.locator('#before').focus();

    const there = await tabTo(page, 'a After');
    expect(there.filter(({ seen }) => !seen)).toEqual([]);
    expect(outOfOrder(there)).toEqual([]);
    expect(there.map(({ name }) => name)).toEqual([
      `button ${t.promise_history}`,
      expect.stringMatching(/^button /),
      expect.stringContaining(t['copy.what'].replace('{what}', '').trim()),
      expect.stringContaining(t.new_window),
      `a ${t['help.report']}`,
      'a After',
    ]);
    const back = await tabTo(page, 'a Before', 'Shift+Tab');
    expect(back.slice(0, -1).map(({ name }) => name)).toEqual(
      there
        .slice(0, -1)
        .map(({ name }) => name)
        .reverse(),
    );
    expect(back.filter(({ seen }) => !seen)).toEqual([]);
  });

  it('what is folded away opens and closes by Enter and by Space, and Escape takes nothing away', async () => {
    const { page, card, t } = await open(direction, proved());
    await card.locator('article').waitFor();
    await tabTo(page, `button ${t.promise_history}`);
    for (const key of ['Enter', 'Space']) {
      expect(await expanded(page)).toEqual(closed);
      await page.keyboard.press(key);
      await expect.poll(() => expanded(page)).toEqual(opened);
      await page.keyboard.press('Escape');
      expect(await expanded(page)).toEqual(opened);
      await page.keyboard.press(key);
      await expect.poll(() => expanded(page)).toEqual(closed);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => expanded(page)).toEqual(opened);
    expect(await card.locator('[part="event"]').count()).toBe(2);
  });

  it('the tracking number is copied, and that is said', async () => {
    const { page, context, card, hears, t } = await open(direction, proved());
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world().shop.origin });
    await card.locator('article').waitFor();
    const code = await card.locator('[part="code"]').textContent();
    const copy = new RegExp(`^button ${t['copy.what'].replace('{what}', '.*')}`);
    await tabTo(page, copy);
    await page.keyboard.press('Enter');
    await hears(t.copied);
    expect((await focused(page)).name).toBe(`button ${t.copied}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  it('where the page forbids copying, the number is selected and the shopper is told', async () => {
    const { page, card, hears, t, guest } = await open(direction, proved(), {
      'permissions-policy': 'clipboard-write=()',
    });
    await card.locator('article').waitFor();
    const code = await card.locator('[part="code"]').textContent();
    await tabTo(page, new RegExp(`^button ${t['copy.what'].replace('{what}', '.*')}`));
    await page.keyboard.press('Space');
    await hears(t.copy_failed);
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(code);
    await expectCalm(guest);
  });

  it('the carrier’s page opens in a tab of its own, which the link says', async () => {
    const { page, card, t } = await open(direction, proved());
    await card.locator('article').waitFor();
    const stops = await tabTo(page, new RegExp(t.new_window.replace(/[()]/g, '\\$&')));
    expect(stops.at(-1)?.name).toContain('DHL');
    const tab = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const carrier = await tab;
    await carrier.waitForLoadState();
    expect(carrier.url()).toContain(await card.locator('[part="code"]').textContent());
    expect(await carrier.evaluate(() => window.opener)).toBeNull();
  });
});
