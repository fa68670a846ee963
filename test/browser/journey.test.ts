import { describe, expect, it } from 'vitest';
import { cardOn, noteEvents, noteRequests } from '../support/card-driver.ts';
import { type ConnectedOrder, useConnectedShop } from '../support/connected-shop.ts';
import { expectCalm } from '../support/host-pages/world.ts';

const shop = useConnectedShop();

/** Opens the confirmation page of an order, with a clock the test can move on. */
async function confirmation(order: ConnectedOrder) {
  let asked: string[] = [];
  const guest = await shop().open(
    `<h1>Thank you!</h1><p style="height: 300px">We have your order.</p>${shop().snippet(order)}<p style="height: 1500px">More</p>`,
    async (page) => {
      asked = noteRequests(page);
      await noteEvents(page);
      await page.clock.install();
    },
  );
  return { ...guest, ...cardOn(guest.page), asked, guest };
}

describe('an order, from the shop’s webhook to the shopper’s screen', () => {
  it('appears, moves with every word of the carriers, and comes to rest, without a reload', async () => {
    const order = await shop().place();
    const { page, card, reads, hears, refresh, settle, asked, guest } = await confirmation(order);
    await reads('Getting your order ready');
    await hears('Getting your order ready');
    await page.evaluate('window.here = true');

    await order.play('next');
    await refresh();
    await reads(/^Arrives /);
    await hears(/^Arrives /);
    expect(await card.locator('[part~="code"]').textContent()).toBe(order.order.parcels[0]?.trackingNumber);
    for (const _ of ['accepted', 'departed', 'arrived']) await order.play('next');
    await refresh();
    await card.getByText('Hamburg').first().waitFor();
    await order.play('next');
    await refresh();
    await reads('Out for delivery');
    await hears('Out for delivery');

    expect(await card.locator('[part="parcel"]').count()).toBe(1);
    await order.play('second-parcel');
    await refresh();
    await card.locator('[part="parcel"]').nth(1).waitFor();
    await hears(/Parcel 2 of 2: Arrives /);
    expect(await card.getByText('UPS').count()).toBeGreaterThan(0);

    await order.play('deliver', 0);
    await refresh();
    // Parcels still to come stand before those that are there.
    await hears(/Parcel 2 of 2: Delivered/);
    await card.getByText('1 of 2 parcels delivered').waitFor();
    await order.play('deliver', 1);
    await refresh();
    await reads(/^Delivered/);
    await card.getByText('2 of 2 parcels delivered').waitFor();

    asked.length = 0;
    await page.clock.fastForward('06:00:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await settle();
    expect(asked).toEqual([]);
    expect(await page.evaluate('window.here')).toBe(true);
    expect(guest.console).toEqual([]);
    await expectCalm(guest);
  });

  it('tells the page each fact once, and nothing about the shopper', async () => {
    const order = await shop().place();
    await order.play('next');
    const { reads, refresh, told, card } = await confirmation(order);
    await reads(/^Arrives /);
    await refresh();
    await order.play('next');
    await refresh();
    await card.locator('.latest').getByText('Handed to the carrier').waitFor();
    await order.play('delay');
    await refresh();
    await reads(/^Delayed/);
    await refresh();

    const events = await told();
    expect(events.map(({ type, detail }) => [type, detail.from ?? null, detail.to ?? null])).toEqual([
      ['ready', null, null],
      ['session-opened', null, null],
      ['order-shown', null, null],
      ['status-changed', 'label_created', 'in_transit'],
      ['status-changed', 'in_transit', 'delayed'],
    ]);
    const { email, phone, destination, parcels, number } = order.order;
    const secrets = [
      email,
      phone,
      number,
      order.proof,
      parcels[0]?.trackingNumber,
      ...Object.values(destination),
    ];
    for (const secret of secrets) expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('is asked for again by itself when it is due, not before, and not while nobody looks', async () => {
    const order = await shop().place();
    await order.play('next');
    const { page, reads, asked, settle } = await confirmation(order);
    await reads(/^Arrives /);
    await settle();
    expect(asked).toEqual(['POST /v1/sessions']);

    for (const _ of ['accepted', 'departed', 'arrived', 'out']) await order.play('next');
    await page.clock.fastForward(30_000);
    await settle();
    expect(asked).toEqual(['POST /v1/sessions']);
    await page.clock.fastForward(40_000);
    await reads('Out for delivery');

    const see = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await see('hidden');
    asked.length = 0;
    await order.play('next');
    await page.clock.fastForward('01:00');
    await page.clock.fastForward('10:00');
    await settle();
    expect(asked).toEqual([]);
    await see('visible');
    await reads(/^Delivered/);
    expect(asked).toEqual(['GET /v1/orders/…']);
  });

  it('keeps the focus, what was opened and the place on the page when it changes', async () => {
    const order = await shop().place();
    for (const _ of ['label', 'accepted', 'departed']) await order.play('next');
    const { page, card, reads, refresh } = await confirmation(order);
    await reads(/^Arrives /);
    const updates = card.getByRole('button', { name: /updates$/ });
    await updates.click();
    await updates.evaluate((button) => {
      Object.assign(window, { button });
      window.scrollBy(0, 200);
    });
    const place = () =>
      page.evaluate(() => {
        const { button } = window as unknown as { button: HTMLElement };
        const root = button.getRootNode() as ShadowRoot;
        return {
          focused: root.activeElement === button,
          open: button.getAttribute('aria-expanded'),
          top: Math.round(button.getBoundingClientRect().top),
        };
      });
    const before = await place();
    expect(before).toMatchObject({ focused: true, open: 'true' });

    for (const _ of ['arrived', 'out']) await order.play('next');
    await refresh();
    await reads('Out for delivery');
    expect(await place()).toEqual(before);
    expect(await card.locator('[part="event"]').count()).toBe(5);
  });

  it('keeps the focus also in a parcel that takes another place', async () => {
    const order = await shop().place();
    await order.play('next');
    await order.play('second-parcel');
    for (const parcel of [0, 1]) await order.play('next', parcel);
    const { page, card, reads, refresh } = await confirmation(order);
    await reads(/^Arrives /);
    const codes = () => card.locator('[part="code"]').allTextContents();
    const before = await codes();
    const focused = () =>
      card.evaluate(
        (element) => element.shadowRoot?.activeElement?.closest('.copy')?.querySelector('bdi')?.textContent,
      );
    for (const parcel of [0, 1]) {
      const code = order.order.parcels[parcel]?.trackingNumber ?? '';
      await card.locator('.copy').filter({ hasText: code }).getByRole('button').focus();
      expect(await focused()).toBe(code);
      // The last one that arrived stands before those that arrived earlier.
      await order.play('deliver', parcel);
      await refresh();
      await card.getByText(`${parcel + 1} of 2 parcels delivered`).waitFor();
      expect(await focused()).toBe(code);
    }
    expect((await codes()).sort()).toEqual(before.sort());
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.localName))
      .toBe('postlude-order-tracking');
  });
});

describe('a card whose network goes away', () => {
  it('says since when it is old while offline, and is fresh once it is back', async () => {
    const order = await shop().place();
    await order.play('next');
    const { page, context, card, reads, hears } = await confirmation(order);
    await reads(/^Arrives /);
    await context.setOffline(true);
    await card.getByText('You are offline.').first().waitFor();
    await hears('You are offline.');
    expect(await card.locator('[part="note"]').textContent()).toMatch(/Last news .*\d+:\d\d/);
    expect(await card.locator('[part="code"]').count()).toBe(1);

    await order.play('deliver');
    await page.clock.fastForward('02:00');
    await context.setOffline(false);
    await reads(/^Delivered/);
    expect(await card.locator('[part="note"]').count()).toBe(0);
  });

  it('keeps the order on screen when the backend does not answer, and recovers by a press', async () => {
    const order = await shop().place();
    await order.play('next');
    const { page, card, reads, refresh, told } = await confirmation(order);
    await reads(/^Arrives /);
    await page.route('**/v1/orders/**', (route) => route.fulfill({ status: 503, body: 'busy' }));
    await refresh();
    const note = card.locator('[part="note"]');
    // The client tries again a few times before it gives up.
    await expect
      .poll(async () => {
        await page.clock.runFor(1_000);
        return await note.count();
      })
      .toBe(1);
    expect(await note.textContent()).toMatch(/We could not fetch the latest news\. Last news .*\d+:\d\d/);
    await reads(/^Arrives /);
    expect((await told()).filter(({ type }) => type === 'error')).toHaveLength(1);

    await page.unroute('**/v1/orders/**');
    await order.play('deliver');
    await card.getByRole('button', { name: 'Refresh' }).click();
    await reads(/^Delivered/);
    expect(await note.count()).toBe(0);
  });
});

describe('a session that ends', () => {
  it('by its time is opened anew by the proof, without a word', async () => {
    const order = await shop().place();
    const { page, reads, asked, told } = await confirmation(order);
    await reads('Getting your order ready');
    await order.play('next');
    await page.clock.fastForward('26:00:00');
    await reads(/^Arrives /);
    expect(asked).toEqual(['POST /v1/sessions', 'POST /v1/sessions']);
    expect((await told()).filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('because the backend no longer knows it is opened anew by the proof, without a word', async () => {
    const order = await shop().place();
    const { page, reads, asked, told, refresh } = await confirmation(order);
    await reads('Getting your order ready');
    await page.route('**/v1/orders/**', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer of-yesterday' } }),
    );
    await order.play('next');
    await refresh();
    await reads(/^Arrives /);
    expect(asked).toEqual(['POST /v1/sessions', 'GET /v1/orders/…', 'POST /v1/sessions']);
    expect((await told()).filter(({ type }) => type === 'error')).toEqual([]);
  });
});
