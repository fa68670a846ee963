import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { jpeg } from '../../packages/server/src/testing/pictures.ts';
import { expectCalm } from '../support/host-pages/world.ts';
import { returnsOn, type Wishes } from '../support/returns-driver.ts';
import { type Placed, useReturnsShop } from '../support/returns-shop.ts';

const shop = useReturnsShop();
const tray = 'Oak tray';
const plain: Wishes = { things: { [tray]: { reason: 'style', resolution: 'refund' } }, method: 'own' };

/** Opens the page of a new order. */
async function visit(placed: Placed = {}, before?: (page: Page) => Promise<unknown>) {
  const at = shop();
  const order = await at.place(placed);
  const guest = await at.open({ head: at.script(), body: `<h1>Returns</h1>${order.tag()}` }, before);
  return { ...guest, guest, order, returns: returnsOn(guest.page), staff: at.backend.staff };
}

/** Files the tray and gives what was filed. */
async function filed(before?: (page: Page) => Promise<unknown>) {
  const visited = await visit({}, before);
  await visited.returns.walk(plain);
  await visited.returns.confirm();
  const { return: one } = await visited.order.filed();
  return { ...visited, one };
}

const picture = async (name = 'photo.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await jpeg(320, 240),
});

describe('before it is shipped', () => {
  it('a thing is cancelled in two steps, and staff give the money back', async () => {
    const { returns, order, staff, guest } = await visit({ unsent: ['lamp'] });
    await returns.shown();
    await returns.element.getByRole('button', { name: 'Cancel what is not shipped yet' }).click();
    await returns.reads('What would you like to cancel?');
    await returns.pick('Desk lamp');
    await returns.advance();
    await returns.reads('Is everything right?');
    await returns.element.getByText('You get back').waitFor();
    await returns.confirm();
    await returns.reads('We asked the store to cancel');
    const { return: one } = await order.filed();
    expect(one).toMatchObject({ route: 'cancel', method: null, settlement: { refund: { amount: 5900 } } });
    await staff.returns.approve(one.id);
    await returns.refresh();
    await returns.reads('The cancellation is confirmed');
    await staff.returns.refund(one.id);
    await returns.refresh();
    await returns.reads('All settled');
    expect(await returns.card.textContent()).toContain('€59.00 refunded on');
    await expectCalm(guest);
  });
});

describe('a delivery that went wrong', () => {
  const problems: [string, Placed, string][] = [
    ['damaged', {}, 'It arrived damaged'],
    ['wrong', {}, 'Something else arrived'],
    ['missing', { arrived: 80 }, 'It says delivered, but it is not here'],
    ['lost', { arrived: null, lastScan: 24 * 9 }, 'It never arrived'],
  ];
  it.each(problems)(
    '%s: is told with a photo, and the store puts it right',
    async (problem, placed, words) => {
      const { returns, order, staff, guest } = await visit(placed);
      await returns.shown();
      // Where nothing can go back yet, this is what the first screen asks.
      const way = returns.element.getByRole('button', { name: 'Something wrong with the delivery?' }).first();
      await returns.element.getByRole('radio').or(way).first().waitFor();
      if (await way.count()) await way.click();
      await returns.reads('What is wrong with the delivery?');
      await returns.element.getByRole('radio', { name: words, exact: true }).check();
      await returns.pick(tray);
      await returns.advance();
      await returns.explain(tray, { note: 'The corner is open.', photos: [await picture()] });
      await returns.advance();
      await returns.resolve(tray, { resolution: 'refund' });
      await returns.advance();
      await returns.confirm();
      await returns.reads('The store knows about it');
      const { return: one } = await order.filed();
      expect(one).toMatchObject({ route: 'delivery_problem', problem, method: null });
      expect(one.items[0]?.uploads).toHaveLength(1);
      await staff.returns.approve(one.id);
      await returns.refresh();
      await returns.reads('The store is putting it right');
      await expectCalm(guest);
    },
  );

  it('is not told of a parcel that still has time, and the day it can be is named', async () => {
    const { returns } = await visit({ arrived: null, lastScan: 24 });
    await returns.element.locator('[part="closed"]').waitFor();
    const said = (await returns.card.textContent()) ?? '';
    expect(said).toMatch(/It has not been delivered yet|The parcel still has time/);
    expect(await returns.onward.count()).toBe(0);
  });
});

describe('a gift', () => {
  it('is opened by its code and exchanged or credited, and no price is anywhere', async () => {
    const at = shop();
    const order = await at.place();
    const answers: Response[] = [];
    const guest = await at.open(
      { head: at.script(), body: '<postlude-returns></postlude-returns>' },
      async (page) => {
        page.on('response', (response) => {
          if (new URL(response.url()).pathname.startsWith('/v1/')) answers.push(response);
        });
      },
    );
    const returns = returnsOn(guest.page);
    await returns.reads('Send something back');
    await returns.element.getByRole('button', { name: 'It was a gift for me' }).click();
    await returns.reads('Exchange a gift');
    await returns.element.getByRole('textbox', { name: 'Order number' }).fill(order.number);
    await returns.element.getByRole('textbox', { name: 'Gift code' }).fill(order.giftCode.toLowerCase());
    await returns.element.locator('button[type="submit"]').click();
    const price = /[€$]|EUR|39[.,]90|3990|19[.,]95|1995|4389|2194/;
    const seen: string[] = [];
    await returns.walk(
      {
        things: {
          [tray]: { reason: 'style', resolution: 'store_credit' },
          'Stoneware mug': { reason: 'color', resolution: 'exchange', variant: 'mug-red' },
        },
        method: 'own',
      },
      async () => seen.push((await returns.card.textContent()) ?? ''),
    );
    await returns.confirm();
    await returns.reads('The store is looking at it');
    const { return: one } = await order.filed();
    const { staff } = at.backend;
    await staff.returns.approve(one.id);
    await staff.returns.refund(one.id, { creditCode: 'GIFT-CODE-1' });
    await returns.refresh();
    await returns.reads('All settled');
    seen.push((await returns.card.textContent()) ?? '');
    expect(seen.at(-1)).toContain('GIFT-CODE-1');
    for (const text of seen) expect(text).not.toMatch(price);
    const bodies = await Promise.all(answers.map((answer) => answer.text().catch(() => '')));
    expect(bodies.filter(Boolean).length).toBeGreaterThan(4);
    for (const body of bodies) {
      expect(body).not.toMatch(/"amount":(?!0\b)\d/);
      expect(body).not.toContain('buyer-');
    }
    await expectCalm(guest);
  });

  it('with a wrong code is not found, and nothing typed is lost', async () => {
    const at = shop();
    const order = await at.place();
    const { page } = await at.open({ head: at.script(), body: '<postlude-returns></postlude-returns>' });
    const returns = returnsOn(page);
    await returns.element.getByRole('button', { name: 'It was a gift for me' }).click();
    const number = returns.element.getByRole('textbox', { name: 'Order number' });
    await number.fill(order.number);
    await returns.element.getByRole('textbox', { name: 'Gift code' }).fill('AAAA-BBBB-CC');
    await returns.element.locator('button[type="submit"]').click();
    await returns.hears(/gift/i);
    expect(await number.inputValue()).toBe(order.number);
  });
});

describe('the store', () => {
  it('declines with a reason, and the shopper reads it', async () => {
    const { returns, staff, one } = await filed();
    await staff.returns.decline(one.id, { code: 'other', note: 'The tray was oiled.' });
    await returns.refresh();
    await returns.reads('The store declined');
    expect(await returns.card.textContent()).toContain('The store gave this reason:The tray was oiled.');
    expect(await returns.element.getByRole('button', { name: 'Cancel this return' }).count()).toBe(0);
  });

  it('asks, and is answered with a file', async () => {
    const { returns, staff, one, guest } = await filed();
    await staff.returns.ask(one.id, { text: 'Is the box still there?' });
    await returns.refresh();
    await returns.element.getByText('Kontor Nord asks').waitFor();
    expect(await returns.card.textContent()).toContain('Is the box still there?');
    await returns.element.getByRole('button', { name: 'Send', exact: true }).click();
    await returns.card.getByText('Please write something first.').waitFor();
    await returns.element.getByRole('textbox', { name: 'Your answer' }).fill('Yes, here it is.');
    await returns.element.locator('[part="messages"] input[type="file"]').setInputFiles(await picture());
    await returns.element.locator('[part="photo"].kept').waitFor();
    await returns.element.getByRole('button', { name: 'Send', exact: true }).click();
    await returns.hears('Your message was sent.');
    expect(await returns.element.getByText('Kontor Nord asks').count()).toBe(0);
    const { return: now } = await staff.returns.get(one.id);
    expect(now.question).toBeNull();
    expect(now.messages.at(-1)).toMatchObject({ from: 'shopper', text: 'Yes, here it is.' });
    expect(now.messages.at(-1)?.uploads).toHaveLength(1);
    const link = returns.element.locator('[part="message"]').getByRole('link').last();
    const file = await fetch((await link.getAttribute('href')) ?? '');
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    await expectCalm(guest);
  });

  it('writes and is written to', async () => {
    const { returns, staff, one } = await filed();
    await staff.returns.addMessage(one.id, { text: 'Thank you.\nWe have it. <b>Mia</b>' });
    await returns.refresh();
    await returns.element.locator('[part="message"]').getByText('We have it. <b>Mia</b>').waitFor();
    await returns.element.getByRole('button', { name: 'Write to the store' }).click();
    await returns.element.getByRole('textbox', { name: 'Your message' }).fill('Good.');
    await returns.element.getByRole('button', { name: 'Send', exact: true }).click();
    await returns.hears('Your message was sent.');
    expect((await staff.returns.get(one.id)).return.messages.map(({ from }) => from)).toEqual([
      'store',
      'shopper',
    ]);
  });
});

describe('a return that was filed', () => {
  it('is changed while it may be, and stays one', async () => {
    const { returns, order } = await filed();
    await returns.element.getByRole('button', { name: 'Change', exact: true }).click();
    await returns.reads('What would you like to send back?');
    expect(await returns.card.textContent()).toContain('changing R-');
    expect(await returns.element.getByRole('checkbox', { name: tray }).isChecked()).toBe(true);
    await returns.pick('Stoneware mug', 2);
    await returns.advance();
    await returns.explain('Stoneware mug', { reason: 'style' });
    await returns.advance();
    await returns.resolve(tray, { resolution: 'store_credit' });
    await returns.resolve('Stoneware mug', { resolution: 'refund' });
    await returns.advance();
    await returns.advance();
    await returns.element.getByRole('button', { name: 'Save changes' }).click();
    await returns.reads('The store is looking at it');
    const { return: now } = await order.filed();
    expect(now.items.map(({ title, quantity, resolution }) => [title, quantity, resolution]).sort()).toEqual([
      [tray, 1, 'store_credit'],
      ['Stoneware mug', 2, 'refund'],
    ]);
  });

  it('is found again on the next visit, among the other things of the order', async () => {
    const { returns, page } = await filed();
    await page.reload();
    // What was filed just now is what they came back for.
    await returns.reads('The store is looking at it');
    await returns.element.getByRole('button', { name: 'All items of the order' }).click();
    await returns.reads('What would you like to send back?');
    expect(await returns.element.locator('[part="closed"]').textContent()).toContain(
      'All of it is already going back or was refunded.',
    );
  });

  it('brings news by itself, without a reload or a press', async () => {
    const { returns, page, staff, one } = await filed((page) => page.clock.install());
    await page.evaluate('window.here = true');
    await staff.returns.approve(one.id);
    await page.clock.fastForward('10:00');
    await returns.reads('Your return is approved');
    await staff.returns.receive(one.id, {
      items: one.items.map(({ id, quantity }) => ({ returnItemId: id, quantity })),
    });
    await page.clock.fastForward('20:00');
    await returns.reads('It arrived at the store');
    await staff.returns.refund(one.id);
    await page.clock.fastForward('10:00');
    await returns.reads('All settled');
    expect(await page.evaluate('window.here')).toBe(true);
  });
});
