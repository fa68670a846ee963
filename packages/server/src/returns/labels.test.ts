import { afterEach, beforeEach, expect, it } from 'vitest';
import { toJson } from '../db/values.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { type FakeEasyPost, openEasyPost } from '../testing/easypost.ts';
import { makeLabels } from './labels.ts';
import { destination, openLabelShop } from './testing/label-shop.ts';
import { openReturnShop, testPolicy } from './testing/shop.ts';

describeOnBothDatabases('the label of a return', (open) => {
  let fake: FakeEasyPost;
  beforeEach(async () => {
    fake = await openEasyPost();
  });
  afterEach(() => fake.close());

  const openWaiting = async () => openLabelShop(await open(), fake);

  it('is waited for after the approval, then made once, kept, and tracked', async () => {
    fake.setMood('well');
    const { approved, context, get, id, send, staffReturn: staff } = await openWaiting();
    expect(approved.staff.label).toMatchObject({ state: 'waiting' });
    expect(approved.staff.return).toMatchObject({ status: 'approved', refreshAfter: 5 });
    const bought = () => fake.seen.filter(({ path }) => path.endsWith('/buy')).length;
    const before = bought();
    await makeLabels(context);
    await makeLabels(context);
    expect(bought() - before).toBe(1);
    expect((await staff()).label).toMatchObject({ state: 'ready', carrier: 'USPS', error: null });
    const seen = await get(id);
    expect(seen.shipment?.trackingNumber).toBe('9400100105440241777777');
    const label = seen.documents.find(({ kind }) => kind === 'label');
    const file = await send('GET', new URL(label?.url ?? 'https://none.example').pathname);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.text.slice(0, 4)).toBe('%PDF');
  });

  it('comes with no code that the carrier’s counter does not know; a shop without a carrier reads its own', async () => {
    const qr = { id: 'qr', kind: 'qr_code' as const, price: 0 };
    const how = { policy: { ...testPolicy, methods: [qr] }, method: 'qr' };
    const { context, get, id } = await openLabelShop(await open(), fake, how);
    expect((await get(id)).qr).toBeNull();
    await makeLabels(context);
    const made = await get(id);
    expect([made.qr, made.documents[0]?.kind]).toEqual([null, 'label']);
    expect(made.method).toMatchObject({ id: 'qr', kind: 'label' });
    const own = await openReturnShop(await open(), how.policy);
    const filed = await own.file(await own.filing({ method: { id: 'qr' } }));
    await own.act(filed.json.id, 'approve');
    const coded = await own.get(filed.json.id);
    expect([coded.qr?.text, coded.method?.kind]).toEqual([filed.json.number, 'qr_code']);
  });

  it('is promised as a label to print before it is chosen where the carrier tells no code', async () => {
    const qr = { id: 'qr', kind: 'qr_code' as const, price: 0 };
    const policy = { ...testPolicy, methods: [qr] };
    const carried = await openLabelShop(await open(), fake, { policy, method: 'qr' });
    const own = await openReturnShop(await open(), policy);
    for (const [shop, kind] of [[carried, 'label'] as const, [own, 'qr_code'] as const]) {
      const { items } = await shop.filing();
      const path = `/v1/orders/${shop.orderId}/return-quotes`;
      const { json } = await shop.send('POST', path, { key: shop.token, json: { route: 'return', items } });
      expect(json.methods).toMatchObject([{ id: 'qr', kind }]);
      const filed = await shop.file(await shop.filing({ method: { id: 'qr' } }));
      expect(filed.json.method).toMatchObject({ id: 'qr', kind });
    }
  });

  it('that fails is seen with why, keeps the approval, and is tried again when it is approved again', async () => {
    const { context, act, id, staffReturn: staff, clock } = await openWaiting();
    fake.setMood('bad_address');
    await makeLabels(context);
    clock.advance(600_000);
    const failed = await staff();
    expect(failed.label).toMatchObject({ state: 'failed', error: expect.any(String) });
    expect(failed.return.status).toBe('approved');
    fake.setMood('well');
    const again = await act(id, 'approve');
    expect(again.staff.label?.state).toBe('waiting');
    await makeLabels(context);
    expect((await staff()).label?.state).toBe('ready');
  });

  it('fails with a sentence for staff while the street the parcel comes from is not known', async () => {
    const { context, shop, staffReturn: staff } = await openWaiting();
    await context.db.withStore(shop.store.id, (tx) =>
      tx
        .updateTable('orders')
        .set({ destination: toJson({ ...destination, lines: [] }) })
        .execute(),
    );
    await makeLabels(context);
    expect((await staff()).label).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('street'),
    });
  });

  it('is asked for again, later each time, while the carrier is away', async () => {
    const { context, clock, staffReturn: staff } = await openWaiting();
    fake.setMood('down');
    await makeLabels(context);
    expect((await staff()).label).toMatchObject({ state: 'waiting', error: expect.any(String) });
    fake.setMood('well');
    await makeLabels(context);
    expect((await staff()).label?.state).toBe('waiting');
    clock.advance(61_000);
    await makeLabels(context);
    expect((await staff()).label?.state).toBe('ready');
  });
});
