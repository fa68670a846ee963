import { expect, it } from 'vitest';
import { apiOf, putOrder } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';

describeOnBothDatabases('the app', (open) => {
  it('reads and changes the settings of the store a secret key belongs to', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const { store, secretKey } = await newStore();
    const read = await send('GET', '/v1/staff/store', { key: secretKey });
    expect(read.json).toEqual(store);
    expect(read.headers.get('cache-control')).toBe('no-store');
    const changed = await send('PATCH', '/v1/staff/store', {
      key: secretKey,
      json: { name: 'Kontor Süd', contact: { phone: '040 123' } },
    });
    expect(changed.json).toMatchObject({
      name: 'Kontor Süd',
      contact: { ...store.contact, phone: '040 123' },
    });
    expect((await send('GET', '/v1/staff/store', { key: secretKey })).json).toEqual(changed.json);
  });

  it('keeps the orders of one store from the keys of another', async () => {
    const { context, newStore } = await open();
    const send = apiOf(context);
    const [mine, theirs] = [await newStore(), await newStore()];
    const order = await putOrder(send, mine);
    const path = `/v1/staff/orders/${order.order.id}`;
    expect((await send('GET', path, { key: mine.secretKey })).json).toEqual(order);
    const other = await send('GET', path, { key: theirs.secretKey });
    expect([other.status, other.json.code]).toEqual([404, 'not_found']);
    expect((await send('GET', '/v1/staff/orders', { key: theirs.secretKey })).json.items).toEqual([]);
  });
});
