import type { Page } from 'playwright-core';
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

/** Opens the page where shoppers track their order. */
async function lookupPage() {
  const guest = await shop().open(shop().snippet(), async (page) => {
    await noteEvents(page);
    await page.clock.install();
  });
  const driver = cardOn(guest.page);
  await driver.reads('Track your order');
  return { ...guest, ...driver, guest };
}

async function find(page: Page, number: string, contact: string): Promise<void> {
  const inputs = page.locator('postlude-order-tracking input');
  await inputs.nth(0).fill(number);
  await inputs.nth(1).fill(contact);
  await page.getByRole('button', { name: 'Find my order' }).click();
}

describe('an order that is looked up', () => {
  it.each([
    ['e-mail address', ' Mara@Example.com'],
    ['phone number', '040 555 01 99'],
    ['postcode', '20259'],
  ])('opens by number and %s', async (_, contact) => {
    const order = await shop().place();
    const { page, reads, hears, told, guest } = await lookupPage();
    await find(page, `# ${order.number}`, contact);
    await reads('Getting your order ready');
    await hears('Getting your order ready');
    expect((await told()).map(({ type }) => type)).toEqual(['ready', 'session-opened', 'order-shown']);
    await expectCalm(guest);
  });

  it('with a wrong contact is refused kindly, and answered like an order there is not', async () => {
    const order = await shop().place();
    const { page, card, hears, reads, guest } = await lookupPage();
    const answerTo = async (number: string) => {
      const waiting = page.waitForResponse((response) => response.request().method() === 'POST');
      await find(page, number, 'somebody@example.org');
      const answer = await waiting;
      const { requestId, ...body } = await answer.json();
      return { status: answer.status(), body };
    };
    const wrong = await answerTo(order.number);
    await hears(/^We found no order with this number and contact\./);
    await card
      .locator('[part="problem"]')
      .getByText(/Perhaps it was another e-mail/)
      .waitFor();
    expect(wrong).toMatchObject({ status: 404, body: { code: 'lookup_failed' } });
    expect(await answerTo('99999999')).toEqual(wrong);
    expect(await card.locator('input').nth(1).inputValue()).toBe('somebody@example.org');

    await find(page, order.number, 'mara@example.com');
    await reads('Getting your order ready');
    await expectCalm(guest);
  });

  it('is locked after five wrong contacts, which tells its end, and stays so after a reload', async () => {
    const order = await shop().place();
    const { page, card, hears, reads, settle, guest } = await lookupPage();
    const button = card.getByRole('button', { name: 'Find my order' });
    const tries = async (contact: string) => {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await find(page, order.number, contact);
      await answered;
      await button.waitFor();
    };
    for (const contact of ['1', '2', '3', '4', '5']) await tries(`wrong${contact}@example.com`);
    await card
      .locator('[part="problem"]')
      .getByText(/We found no order/)
      .waitFor();
    await tries('mara@example.com');
    await hears(/Please try again at \d+:\d\d/);
    const said = await card.locator('[part="problem"]').textContent();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    const asked = noteRequests(page);
    await button.click({ force: true });
    await card.locator('input').nth(1).press('Enter');
    await settle();
    expect(asked).toEqual([]);

    await page.reload();
    await reads('Track your order');
    await tries('mara@example.com');
    await hears(/Please try again at/);
    expect(await card.locator('[part="problem"]').textContent()).toBe(said);

    await page.clock.fastForward('31:00');
    await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull();
    expect(await card.locator('[part="problem"]').count()).toBe(0);
    await expectCalm(guest);
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

  it('of an order that was looked up leads back to the form, with the number in it', async () => {
    const order = await shop().place();
    const { page, card, reads } = await lookupPage();
    await find(page, order.number, '20259');
    await reads('Getting your order ready');
    await page.clock.fastForward('26:00:00');
    await reads('Track your order');
    await card.getByText('It has been a while, so please find your order once more.').waitFor();
    expect(await card.locator('input').nth(0).inputValue()).toBe(order.number);
    expect(await card.locator('input').nth(1).inputValue()).toBe('');
  });
});
