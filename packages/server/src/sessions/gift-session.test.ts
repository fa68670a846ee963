import { expect, it } from 'vitest';
import { apiOf, putOrder } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { giftCodeOf } from './gift-code.ts';

describeOnBothDatabases('a session of a gift', (open) => {
  async function shopWithGift(number = '1001') {
    const backend = await open();
    const send = apiOf(backend.context);
    const shop = await backend.newStore();
    const { order, giftCode } = await putOrder(send, shop, { number });
    const path = `/v1/sessions?store=${shop.store.publishableKey}`;
    return { ...backend, send, shop, order, giftCode, path };
  }

  it('is opened by the order number and the code that staff see, however the code is spelled', async () => {
    const { send, path, giftCode, order, shop } = await shopWithGift();
    expect(giftCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(giftCode).toBe(giftCodeOf(shop.embedSecret, '1001'));
    for (const code of [giftCode, giftCode.toLowerCase(), giftCode.replaceAll('-', ' '), ` ${giftCode} `]) {
      const opened = await send('POST', path, { json: { by: 'gift', order: '#1001', code } });
      expect(opened.status).toBe(201);
      expect(opened.json.order.id).toBe(order.id);
    }
  });

  it('shows neither the total nor where the giver had it sent, also when the order is read again', async () => {
    const { send, path, giftCode, order } = await shopWithGift();
    const opened = await send('POST', path, { json: { by: 'gift', order: '1001', code: giftCode } });
    const again = await send('GET', `/v1/orders/${order.id}`, { key: opened.json.token });
    for (const text of [opened.text, again.text]) {
      // Ids and tokens are made by chance, and may hold any figures.
      const told = text.replaceAll(/\b[a-z]{2,3}_[\w.-]+/g, '');
      expect(told).not.toMatch(/5990|1995|Hamburg|20 ?095|ada@example/i);
    }
    expect(again.json.total).toBeNull();
  });

  it('is refused alike for a wrong code and for an order that is not there', async () => {
    const { send, path } = await shopWithGift();
    const wrong = await send('POST', path, { json: { by: 'gift', order: '1001', code: '0000-0000-0000' } });
    const unknown = await send('POST', path, { json: { by: 'gift', order: '9', code: '0000-0000-0000' } });
    expect({ ...wrong.json, requestId: '' }).toEqual({ ...unknown.json, requestId: '' });
    expect(wrong.json.code).toBe('gift_code_invalid');
  });

  it('is locked after five wrong codes for one order, and by the lock of lookups, until the time told', async () => {
    const { send, path, giftCode, clock } = await shopWithGift('2002');
    for (let tries = 0; tries < 5; tries += 1) {
      await send('POST', path, {
        json: { by: 'gift', order: '2002', code: 'x' },
        from: `203.0.113.${tries}`,
      });
    }
    const right = { json: { by: 'gift', order: '2002', code: giftCode }, from: '198.51.100.1' };
    const locked = await send('POST', path, right);
    expect(locked.json.code).toBe('lookup_locked');
    clock.set(new Date(Date.parse(locked.json.retryAt) + 1));
    expect((await send('POST', path, right)).status).toBe(201);
  });
});
