import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { jpeg } from '../testing/pictures.ts';
import { removeUnfinished } from './outside.ts';
import { purchase } from './testing/problem-ways.ts';
import { openRegistrationShop, type RegistrationShop } from './testing/shop.ts';

const tell = (shop: RegistrationShop, changes: object = {}) =>
  shop.open('POST', '/v1/outside-purchases', { ...purchase, ...changes });

async function told(shop: RegistrationShop, changes: object = {}) {
  const { token, order } = (await tell(shop, changes)).json;
  const { items, proof } = await shop.list(token, order.id);
  return {
    token: token as string,
    orderId: order.id as string,
    number: order.number as string,
    items,
    proof,
  };
}

describeOnBothDatabases('what was bought elsewhere', (open) => {
  it('is told, listed, registered with a receipt, and waits for the store', async () => {
    const shop = await openRegistrationShop(await open());
    const { token, orderId, items, proof } = await told(shop);
    expect(proof).toBe('optional');
    const [lamp] = items;
    expect(lamp).toMatchObject({
      canRegister: true,
      serial: { asked: 'required' },
      passport: {
        origin: 'elsewhere',
        boughtAt: 'Lampenhaus',
        purchasedOn: '2026-05-02',
        variant: 'White',
        country: 'DE',
        deliveredOn: null,
      },
    });
    const upload = await shop.send('POST', '/v1/uploads?purpose=proof', {
      key: token,
      body: new Uint8Array(await jpeg(20, 20)),
    });
    expect(upload.status).toBe(201);
    const registered = await shop.register(
      { items: [{ passportId: lamp?.passport.id, serial: 'LN-1234-AB' }], proof: [upload.json.id] },
      {},
      token,
      orderId,
    );
    expect(registered.json.items[0]).toMatchObject({
      because: 'pending',
      passport: { registration: { status: 'pending', proof: [{ id: upload.json.id, purpose: 'proof' }] } },
    });
    expect((await shop.events()).map(({ type }) => type)).toEqual(['registration.received']);
    expect((await shop.post(`/v1/passports/${lamp?.passport.id}/transfer`, undefined, token)).json.code).toBe(
      'transfer_closed',
    );
  });

  it('has the legal guarantee of the country that was told, and shows none where none was', async () => {
    const shop = await openRegistrationShop(await open(), { boughtElsewhere: 'accept' });
    const legal = async (country: string | null | undefined) => {
      const { items } = await told(shop, { country });
      const cover = items[0]?.passport.covers.find(({ kind }) => kind === 'legal_guarantee');
      return cover && [cover.country, cover.until];
    };
    expect(await legal('DE')).toEqual(['DE', '2028-05-02']);
    expect(await legal('SE')).toEqual(['SE', '2029-05-02']);
    expect(await legal('ES')).toEqual(['ES', '2029-05-02']);
    // Nobody guesses whose law it is.
    for (const none of [null, undefined]) expect(await legal(none)).toBeUndefined();
    expect((await tell(shop, { country: 'de' })).json.fields).toHaveProperty('country');
    expect((await tell(shop, { country: 'Germany' })).json.fields).toHaveProperty('country');
  });

  it('is registered at once where the store says so, units of their own serial numbers', async () => {
    const shop = await openRegistrationShop(await open(), { boughtElsewhere: 'accept' });
    const { token, orderId, items } = await told(shop, { quantity: 2 });
    const serials = ['LN-0001-AA', 'LN-0002-AA'];
    const answer = await shop.register(
      { items: items.map(({ passport }, index) => ({ passportId: passport.id, serial: serials[index] })) },
      {},
      token,
      orderId,
    );
    expect(answer.json.items).toMatchObject(
      serials.map((serial) => ({
        because: 'registered',
        passport: { serial, registration: { status: 'registered' } },
      })),
    );
  });

  it.each([
    ['2026-11-25', 'in the earliest time zone it is that day', 201],
    ['2026-11-26', 'nowhere it is that day', 422],
    ['1969-12-31', 'too long ago', 422],
    ['1970-01-01', 'long ago', 201],
    ['2024-02-29', 'a leap day', 201],
    ['2025-02-29', 'no day at all', 422],
  ])('takes %s as the day of purchase, or not: %s', async (purchasedOn, _, status) => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    backend.clock.set('2026-11-24T12:00:00Z');
    expect((await tell(shop, { purchasedOn })).status).toBe(status);
  });

  it('is refused where the store registers nothing of the kind', async () => {
    const shop = await openRegistrationShop(await open(), { boughtElsewhere: 'off' });
    expect((await tell(shop)).json.code).toBe('not_found');
  });

  it('is none of the store’s orders: not listed, not sent back, not withdrawn from', async () => {
    const shop = await openRegistrationShop(await open());
    const { token, orderId, number } = await told(shop);
    const listed = await shop.staff('GET', '/v1/staff/orders');
    expect(listed.json.items.map((order: { number: string }) => order.number)).toEqual(['1001']);
    const options = await shop.send('GET', `/v1/orders/${orderId}/return-options`, { key: token });
    expect(options.status).toBe(200);
    expect(options.json.items).toEqual([]);
    expect((await shop.staff('GET', `/v1/staff/orders?q=${number}`)).json.items).toEqual([]);
  });

  it('is forgotten after a day when nothing of it was registered, and only then', async () => {
    const backend = await open();
    const shop = await openRegistrationShop(backend);
    const kept = await told(shop);
    await shop.register(
      { items: [{ passportId: kept.items[0]?.passport.id, serial: 'LN-1234-AB' }] },
      {},
      kept.token,
      kept.orderId,
    );
    const left = await told(shop, { email: 'lee@example.com' });
    backend.clock.advance(24 * 3_600_000 - 1);
    await removeUnfinished(backend.context);
    const find = (number: string, contact: string) =>
      shop.open('POST', '/v1/sessions', { by: 'lookup', order: number, contact });
    expect((await find(left.number, 'lee@example.com')).status).toBe(201);
    backend.clock.advance(1);
    await removeUnfinished(backend.context);
    expect((await find(left.number, 'lee@example.com')).json.code).toBe('lookup_failed');
    expect((await find(kept.number, 'kim@example.com')).status).toBe(201);
  });

  it('is limited by address', async () => {
    const shop = await openRegistrationShop(await open());
    for (let count = 0; count < 60; count += 1) {
      expect((await tell(shop, { email: `kim${count}@example.com` })).status).toBe(201);
    }
    expect((await tell(shop)).json).toMatchObject({
      code: 'rate_limited',
      retryAt: '2026-11-24T10:00:00.000Z',
    });
  });

  it('finds products by words in any order, by article number, and takes patterns as they are typed', async () => {
    const shop = await openRegistrationShop(await open());
    const find = async (q: string) =>
      (await shop.open('GET', `/v1/products?q=${encodeURIComponent(q)}`)).json.items as {
        variantId: string;
      }[];
    expect((await find('nordlicht LAMP')).map(({ variantId }) => variantId)).toEqual(['lamp-w', 'lamp-b']);
    expect((await find('lamp black')).map(({ variantId }) => variantId)).toEqual(['lamp-b']);
    expect((await find('ln-b')).map(({ variantId }) => variantId)).toEqual(['lamp-b']);
    const gtins = [
      '4006381333931',
      '04006381333931',
      'https://id.example.com/01/04006381333931/21/LN-1234-AB',
    ];
    for (const code of gtins) expect((await find(code)).map(({ variantId }) => variantId)).toEqual(['mug']);
    expect(await find('4006381333930')).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect(await find('teapot')).toEqual([]);
  });
});
