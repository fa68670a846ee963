import type { Money } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { qrPath } from '../../packages/server/src/labels/qr.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { returnsOn, type Wish } from '../support/returns-driver.ts';
import { mugs, type Placed, useReturnsShop } from '../support/returns-shop.ts';
import { trackingNumber } from '../support/shop-messages.ts';

const shop = useReturnsShop();
const mug = 'Stoneware mug';
const euros = ({ amount }: Money) => `€${(amount / 100).toFixed(2)}`;

/** Opens the page of a new order. */
async function visit(placed: Placed = {}) {
  const at = shop();
  const found = await at.place(placed);
  const guest = await at.open({ head: at.script(), body: `<h1>Returns</h1>${found.tag()}` });
  return { ...guest, guest, order: found, returns: returnsOn(guest.page), staff: at.backend.staff };
}

/** Files a mug as wished, has it approved, and looks at what the shopper is told then. */
async function approved(method: string, place?: string, wish: Wish = { resolution: 'refund' }) {
  const visited = await visit();
  const { returns, order, staff } = visited;
  await returns.walk({
    things: { [mug]: { reason: 'size.too_small', ...wish } },
    method,
    ...(place ? { place } : {}),
  });
  await returns.confirm();
  const { return: filed } = await order.filed();
  const done = await staff.returns.approve(filed.id);
  await returns.refresh();
  await returns.reads('Your return is approved');
  return { ...visited, filed, done: done.return, next: returns.element.locator('[part="next"]') };
}

describe('what a shopper gets', () => {
  const wishes: [string, Wish, { refund: number; storeCredit: number; toPay: number }, RegExp][] = [
    [
      'money back',
      { resolution: 'refund' },
      { refund: 1995, storeCredit: 0, toPay: 0 },
      /You get back€19\.95/,
    ],
    [
      'store credit with a bonus',
      { resolution: 'store_credit' },
      { refund: 0, storeCredit: 2194, toPay: 0 },
      /Bonus€1\.99.*Store credit€21\.94/,
    ],
    [
      'the same again',
      { resolution: 'exchange', variant: 'mug-blue' },
      { refund: 0, storeCredit: 0, toPay: 0 },
      /Nothing to pay/,
    ],
    [
      'another one of the same price',
      { resolution: 'exchange', variant: 'mug-red' },
      { refund: 0, storeCredit: 0, toPay: 0 },
      /Nothing to pay/,
    ],
    [
      'a dearer one',
      { resolution: 'exchange', variant: 'mug-gold' },
      { refund: 0, storeCredit: 0, toPay: 1000 },
      /To pay€10\.00/,
    ],
    [
      'a cheaper one',
      { resolution: 'exchange', variant: 'mug-plain' },
      { refund: 500, storeCredit: 0, toPay: 0 },
      /You get back€5\.00/,
    ],
  ];
  it.each(wishes)('%s: the sum before, after and with the staff is one', async (_, wish, sums, words) => {
    const { returns, order, staff, guest } = await visit();
    await returns.walk({ things: { [mug]: { reason: 'style', ...wish } }, method: 'own' });
    const table = returns.element.locator('[part="breakdown"]');
    expect(await table.textContent()).toMatch(words);
    const before = await table.textContent();
    await returns.confirm();
    expect(await table.textContent()).toBe(before);
    const { return: filed } = await order.filed();
    const settlement = filed.settlement;
    if (!settlement) throw new Error('There is no sum.');
    expect({
      refund: settlement.refund.amount,
      storeCredit: settlement.storeCredit.amount,
      toPay: settlement.toPay.amount,
    }).toEqual(sums);
    await staff.returns.approve(filed.id);
    await staff.returns.receive(filed.id, {
      items: filed.items.map(({ id, quantity }) => ({ returnItemId: id, quantity, grade: 'a' as const })),
    });
    const { return: done } = await staff.returns.refund(filed.id);
    await returns.refresh();
    await returns.reads('All settled');
    const shown = (await returns.card.textContent()) ?? '';
    for (const sum of [done.settled?.refund, done.settled?.storeCredit])
      if (sum && sum.amount > 0) expect(shown).toContain(euros(sum));
    await expectCalm(guest);
  });

  it('what is sold out is not offered, what is nearly so says how many are left', async () => {
    const { returns } = await visit();
    await returns.pick(mug);
    await returns.advance();
    await returns.explain(mug, { reason: 'style' });
    await returns.advance();
    await returns.resolve(mug, { resolution: 'exchange', variant: 'mug-grey' });
    const shown = (await returns.card.textContent()) ?? '';
    expect(shown).toContain('Grey3 left');
    expect(shown).not.toContain('Green');
  });

  it('what is sold out before the last press is said, and another one can be chosen', async () => {
    const { returns, order, staff } = await visit();
    await returns.walk({
      things: { [mug]: { reason: 'style', resolution: 'exchange', variant: 'mug-white' } },
      method: 'own',
    });
    await staff.products.put('mug', mugs({ 'mug-white': 0 }));
    const soldOut = 'This one has just sold out. Please choose another.';
    await returns.onward.click();
    await returns.card.getByText(soldOut).first().waitFor();
    await returns.hears(soldOut);
    await returns.reads('What would you like instead?');
    expect(await shop().returnsOf(order.number)).toEqual([]);
    await returns.resolve(mug, { resolution: 'refund' });
    await returns.advance();
    await returns.advance();
    await returns.confirm();
    expect(await shop().returnsOf(order.number)).toHaveLength(1);
  });
});

describe('how it goes back', () => {
  it('with a label: it opens as a PDF, with the address and the last day', async () => {
    const { next, done, page } = await approved('label');
    const link = next.getByRole('link', { name: /label|slip/i }).first();
    const tab = await fetch((await link.getAttribute('href')) ?? '');
    expect(tab.headers.get('content-type')).toContain('application/pdf');
    expect(
      Buffer.from(await tab.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await next.getByText('Deich 1').waitFor();
    expect(await next.textContent()).toMatch(/Send it by /);
    expect(done.sendBy).toMatch(/^\d{4}-\d\d-\d\d$/);
    const calendar = next.getByRole('link', { name: /calendar/ });
    const file = await (await fetch((await calendar.getAttribute('href')) ?? '')).text();
    expect(file).toContain('BEGIN:VCALENDAR');
    expect(file).toContain(done.sendBy?.replaceAll('-', ''));
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  });

  it('with a code to show: drawn in the page, and it says what staff scan', async () => {
    const { next, done } = await approved('code');
    const svg = next.locator('[part="qr"] svg');
    await svg.waitFor();
    expect(done.qr?.text).toBeTruthy();
    expect(await svg.locator('path').getAttribute('d')).toBe(qrPath(done.qr?.text ?? '').path);
    expect(await next.locator('[part="qr"]').textContent()).toContain(done.qr?.text);
    // A module is at least two pixels wide, which is what cameras of phones need.
    const box = await svg.boundingBox();
    const [, , width = 0] = ((await svg.getAttribute('viewBox')) ?? '').split(' ').map(Number);
    expect((box?.width ?? 0) / width).toBeGreaterThanOrEqual(2);
  });

  it('to a drop-off point the shopper chose', async () => {
    const { next } = await approved('points', 'station');
    expect(await next.textContent()).toContain('Paketstation 114');
    expect(await next.textContent()).not.toContain('Kiosk am Markt');
  });

  it('to a shop', async () => {
    const { next } = await approved('shop', 'deich');
    expect(await next.textContent()).toMatch(/Bring it to a shop/);
    expect(await next.textContent()).toContain('Deich 1');
  });

  it('fetched, for its price', async () => {
    const { returns } = await approved('fetched');
    expect(await returns.card.locator('[part="breakdown"]').textContent()).toMatch(/Sending it back-€6\.90/);
  });

  it('with a carrier of one’s own, followed by the carrier’s webhooks until it is there', async () => {
    const { next, returns } = await approved('own');
    const number = 70_001;
    await next.getByRole('textbox', { name: /Tracking number/ }).fill(trackingNumber(number));
    await next.getByRole('textbox', { name: /Carrier/ }).fill('DHL');
    await next.getByRole('button', { name: 'Follow this parcel' }).click();
    await returns.hears('Thank you. The parcel is followed now.');
    await shop().scanned(number, 'InTransit', 3);
    await returns.refresh();
    await returns.reads('On its way back');
    const parcel = returns.element.locator('[part="parcel-back"]');
    await parcel.getByText(trackingNumber(number)).first().waitFor();
    await shop().scanned(number, 'Delivered', 1);
    await returns.refresh();
    await parcel
      .getByText(/^Delivered/)
      .first()
      .waitFor();
  });

  it('not at all, where the store does not want it back', async () => {
    const lines = [
      { externalId: 'card', title: 'Postcard', quantity: 1, unitPrice: { amount: 300, currency: 'EUR' } },
      { externalId: 'vase', title: 'Vase', quantity: 1, unitPrice: { amount: 4000, currency: 'EUR' } },
    ];
    const { returns, order, staff } = await visit({ lines });
    await returns.walk({ things: { Postcard: { reason: 'style', resolution: 'refund' } } });
    await returns.confirm();
    const { return: filed } = await order.filed();
    expect(filed.method?.kind).toBe('keep_item');
    await staff.returns.approve(filed.id);
    await returns.refresh();
    await returns.reads('Your return is approved');
    await returns.element.getByText('You can keep it. Nothing has to be sent.').waitFor();
    expect(await returns.element.locator('[part="next"]').count()).toBe(0);
  });
});
