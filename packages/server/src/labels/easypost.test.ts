import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { type EasyPostMood, easyPostKey, type FakeEasyPost, openEasyPost } from '../testing/easypost.ts';
import { pdf } from '../testing/pictures.ts';
import { labelAdapterOf } from './adapter-of.ts';
import { easyPostAdapter } from './easypost.ts';
import { readEasyPostKey, setEasyPostKey } from './easypost-key.ts';
import type { LabelRequest } from './label.ts';

const place = {
  company: null,
  city: 'Reno',
  region: 'NV',
  postcode: '89501',
  country: 'US',
  phone: null,
  email: null,
};
const request: LabelRequest = {
  returnNumber: 'R-1001-1',
  orderNumber: '#1001',
  from: { ...place, name: 'Mia', lines: ['1 Main St', 'Apt 4', 'Ring twice'] },
  to: { ...place, name: 'Kontor', lines: ['9 Dock Rd'] },
  items: [{ title: 'Mug', variant: null, sku: null, quantity: 1, unitValue: 1995 }],
  parcel: { weightGrams: 1_000, lengthMm: 254, widthMm: 100, heightMm: 50 },
  currency: 'USD',
};

describe('EasyPost labels', () => {
  let fake: FakeEasyPost;
  beforeEach(async () => {
    fake = await openEasyPost();
  });
  afterEach(() => fake.close());

  const create = (options: { apiKey?: string; timeout?: number; request?: LabelRequest } = {}) =>
    easyPostAdapter({ apiKey: easyPostKey, baseUrl: fake.url, ...options }).create(
      options.request ?? request,
      new AbortController().signal,
    );
  const refusal = async (mood: EasyPostMood, options = {}) => {
    fake.setMood(mood);
    const error = await create(options).catch((thrown: unknown) => thrown);
    return error as { name: string; code: string; message: string; isTransient: boolean };
  };

  it('are the cheapest in the shop’s currency, with number, cost and file', async () => {
    const label = await create();
    expect(label).toEqual({
      carrierName: 'USPS',
      trackingNumber: '9400100105440241777777',
      pdf: expect.anything(),
      labelUrl: `${fake.url}/labels/1.pdf`,
      qr: null,
      cost: { amount: 958, currency: 'USD' },
      providerId: 'shp_fake1',
    });
    expect(Buffer.from(label.pdf ?? []).equals(pdf)).toBe(true);
    const other = await create({ request: { ...request, returnNumber: 'R-2', currency: 'CAD' } });
    expect(other.cost).toEqual({ amount: 310, currency: 'CAD' });
    const none = await create({ request: { ...request, returnNumber: 'R-3', currency: 'EUR' } });
    expect(none.cost).toEqual({ amount: 958, currency: 'USD' });
  });

  it('are asked for as documented: the way there, turned round by is_return, in inches and ounces', async () => {
    await create();
    expect(fake.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v2/shipments/R-1001-1',
      'POST /v2/shipments',
      'POST /v2/shipments/shp_fake1/buy',
      'GET /labels/1.pdf',
    ]);
    expect(fake.seen[1]?.body).toEqual({
      shipment: {
        reference: 'R-1001-1',
        is_return: true,
        from_address: {
          name: 'Kontor',
          street1: '9 Dock Rd',
          city: 'Reno',
          state: 'NV',
          zip: '89501',
          country: 'US',
        },
        to_address: {
          name: 'Mia',
          street1: '1 Main St',
          street2: 'Apt 4, Ring twice',
          city: 'Reno',
          state: 'NV',
          zip: '89501',
          country: 'US',
        },
        parcel: { length: 10, width: 4, height: 2, weight: 35.3 },
        options: { label_format: 'PDF', currency: 'USD', print_custom_1: 'R-1001-1' },
      },
    });
    expect(fake.seen[2]?.body).toEqual({ rate: { id: 'rate_2' } });
  });

  it('are paid once for a return, also when the answer to the purchase was lost', async () => {
    expect(await refusal('lost_answer')).toMatchObject({ code: 'unavailable', isTransient: true });
    fake.setMood('well');
    const [one, two] = [await create(), await create()];
    expect(one).toEqual(two);
    expect(fake.bought()).toBe(1);
    expect(one.cost).toEqual({ amount: 958, currency: 'USD' });
  });

  it('are paid once when two ask at the same moment for a shipment that is there', async () => {
    expect(await refusal('no_rates')).toMatchObject({ code: 'no_rates' });
    fake.setMood('well');
    const request2 = { ...request, returnNumber: 'R-9' };
    await refusal('lost_answer', { request: request2 });
    fake.setMood('well');
    const labels = await Promise.all([create({ request: request2 }), create({ request: request2 })]);
    expect(labels[0]).toEqual(labels[1]);
    expect(fake.bought()).toBe(1);
  });

  it.each<[EasyPostMood, string, RegExp, boolean]>([
    ['no_rates', 'no_rates', /USPS: from_address\.zip: is invalid/, false],
    ['bad_address', 'address_invalid', /SHIPMENT\.INVALID_PARAMS: Unable to create shipment/, false],
    ['down', 'unavailable', /INTERNAL_SERVER_ERROR/, true],
    ['nonsense', 'unavailable', /something else than a shipment/, true],
  ])('are refused with a reason: %s', async (mood, code, message, isTransient) => {
    const error = await refusal(mood);
    expect(error).toMatchObject({ name: 'LabelError', code, isTransient });
    expect(error.message).toMatch(message);
    expect(fake.bought()).toBe(0);
  });

  it('tell a wrong key, and never write it into an error', async () => {
    const error = await refusal('well', { apiKey: 'EZAKwrong0123456789' });
    expect(error).toMatchObject({ code: 'key_invalid', isTransient: false });
    expect(JSON.stringify(error) + error.message).not.toContain('EZAKwrong');
  });

  it('are not waited for forever', async () => {
    expect(await refusal('silent', { timeout: 50 })).toMatchObject({
      code: 'unavailable',
      isTransient: true,
    });
    fake.setMood('silent');
    const stop = new AbortController();
    const waiting = easyPostAdapter({ apiKey: easyPostKey, baseUrl: fake.url }).create(request, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('are given back once, also when the answer was lost, and those that never were bought are none', async () => {
    const adapter = easyPostAdapter({ apiKey: easyPostKey, baseUrl: fake.url });
    const take = (providerId: string | null, returnNumber = request.returnNumber) =>
      adapter.void({ returnNumber, providerId }, new AbortController().signal);
    expect(await take(null)).toEqual({ state: 'voided' });
    const { providerId } = await create();
    fake.setMood('lost_answer');
    await expect(take(providerId)).rejects.toMatchObject({ code: 'unavailable' });
    fake.setMood('well');
    expect(await take(providerId)).toEqual({ state: 'voided' });
    expect(await take(null)).toEqual({ state: 'voided' });
    expect(fake.refunded()).toBe(1);
    expect(fake.seen.filter(({ path }) => path === `/v2/shipments/${providerId}/refund`)).toHaveLength(1);
  });

  it('are kept where the carrier does not give them back, and asked for again where it may be a mistake', async () => {
    const adapter = easyPostAdapter({ apiKey: easyPostKey, baseUrl: fake.url });
    const { providerId } = await create();
    const take = (id: string) =>
      adapter.void({ returnNumber: request.returnNumber, providerId: id }, new AbortController().signal);
    fake.setMood('refund_rejected');
    await expect(take(providerId)).rejects.toMatchObject({ isTransient: true });
    fake.setMood('bill_on_scan');
    expect(await take(providerId)).toMatchObject({ state: 'kept', reason: expect.any(String) });
    await expect(take('shp_of_another_account')).rejects.toMatchObject({ code: 'refused' });
  });

  it('stay bought when their file cannot be fetched for the moment', async () => {
    fake.setMood('label_away');
    expect(await create()).toMatchObject({
      pdf: null,
      labelUrl: `${fake.url}/labels/1.pdf`,
      trackingNumber: '9400100105440241777777',
    });
  });
});

describeOnBothDatabases('the key of an EasyPost account', (open) => {
  const slip = { storeName: 'Kontor', lastDay: null, instructions: null, locale: 'de', now: new Date(0) };

  it('is kept sealed for its store alone, replaced and taken away', async () => {
    const { context, newStore } = await open();
    const [{ store }, other] = [await newStore(), await newStore()];
    const keyOf = (storeId: string) =>
      context.db.withStore(storeId, (tx) => readEasyPostKey(tx, context, storeId));
    const nameOf = (storeId: string) =>
      context.db.withStore(storeId, async (tx) => (await labelAdapterOf(tx, context, storeId, slip)).name);
    expect(await nameOf(store.id)).toBe('packing_slip');
    await setEasyPostKey(context, store.id, easyPostKey);
    await setEasyPostKey(context, store.id, 'EZAKanother1234567');
    expect(await keyOf(store.id)).toBe('EZAKanother1234567');
    expect(await keyOf(other.store.id)).toBeNull();
    expect(await nameOf(store.id)).toBe('easypost');
    const rows = await context.db.withStore(store.id, (tx) =>
      tx.selectFrom('store_secrets').selectAll().where('kind', '=', 'easypost_api').execute(),
    );
    expect(rows).toHaveLength(2);
    // Whole keys: two letters of one are in sealed bytes by chance.
    for (const key of [easyPostKey, 'EZAKanother1234567']) expect(JSON.stringify(rows)).not.toContain(key);
    await setEasyPostKey(context, store.id, null);
    expect(await nameOf(store.id)).toBe('packing_slip');
    // The embed secret is another kind, and stays.
    expect(await context.stores.embedSecrets(store.id)).toHaveLength(1);
    for (const wrong of ['short', 'with space 123456', 'with:colon1234567']) {
      await expect(setEasyPostKey(context, store.id, wrong)).rejects.toMatchObject({
        code: 'invalid_argument',
      });
    }
  });
});
