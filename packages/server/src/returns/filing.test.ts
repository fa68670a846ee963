import { expect, it } from 'vitest';
import { writePolicy } from '../policy/store.ts';
import { apiOf } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { returnProblemWays } from './testing/problem-ways.ts';
import { keyOf, openReturnShop, type ReturnShop, testPolicy } from './testing/shop.ts';

describeOnBothDatabases('filing a return', (open, kind) => {
  it.each(Object.keys(returnProblemWays))('%s changes nothing', async (code) => {
    const backend = await open();
    const way = returnProblemWays[code as keyof typeof returnProblemWays];
    const count = () =>
      backend.context.db.withSystem(async (tx) => {
        const rows = await tx.selectFrom('returns').select(['return_id', 'status', 'revision']).execute();
        return rows.filter(({ status }) => status === 'requested').length;
      });
    const before = await count();
    const answer = await way({ backend });
    expect(answer.json.code).toBe(code);
    // Two of them are about a return that was filed rightly first.
    const filedFirst = code === 'action_not_possible' ? 1 : 0;
    expect(await count()).toBe(before + filedFirst);
  });

  it('says for which field of which item something is wrong', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const two = { ...filing, items: [filing.items[0], { ...filing.items[0], reason: 'broken' }] };
    const { json } = await shop.file(two);
    expect(json).toMatchObject({
      code: 'photos_required',
      fields: { 'items.1.uploads': expect.any(String) },
    });
  });

  it('takes no sum from whoever files: a field for one is not known', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const { json } = await shop.file({ ...filing, refund: { amount: 1, currency: 'EUR' } });
    expect(json).toMatchObject({ code: 'invalid_input', fields: { refund: expect.any(String) } });
  });

  it('refuses a file of another order, and one that belongs to another item already', async () => {
    const backend = await open();
    const [shop, other] = [await openReturnShop(backend), await openReturnShop(backend)];
    const upload = await other.send('POST', '/v1/uploads?purpose=return', {
      key: other.token,
      body: onePixel,
      headers: { 'Content-Type': 'image/png' },
    });
    const uploads = [upload.json.id];
    const withPhoto = async (where: typeof shop) => {
      const filing = await where.filing();
      return { ...filing, items: filing.items.map((item) => ({ ...item, reason: 'broken', uploads })) };
    };
    expect((await shop.file(await withPhoto(shop))).json.code).toBe('upload_unknown');
    expect((await other.file(await withPhoto(other))).status).toBe(201);
    backend.clock.advance(120_000);
    expect((await other.file(await withPhoto(other))).json.code).toBe('upload_unknown');
  });

  it('is done once for a double click, two tabs, the same key, and an answer that was lost', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const key = { 'Idempotency-Key': 'one' };
    const answers = await Promise.all([
      shop.file(filing, key),
      shop.file(filing, key),
      shop.file(filing, { 'Idempotency-Key': 'another-tab' }),
      shop.file(filing),
      shop.file(filing),
    ]);
    const done = answers.filter(({ status }) => status === 201);
    const ids = new Set(done.map(({ json }) => json.id));
    expect(ids.size).toBe(1);
    for (const { status, json } of answers) {
      if (status !== 201) expect(json.code).toBe('idempotency_in_progress');
    }
    expect((await shop.file(filing, key)).json.id).toBe([...ids][0]);
    const { json } = await shop.send('GET', `/v1/orders/${shop.orderId}/returns`, { key: shop.token });
    expect(json.items).toHaveLength(1);
    expect((await shop.events()).map(({ type }) => type)).toEqual(['return.requested']);
  });

  it('never takes more units than were bought, however many different filings come at once', async () => {
    const shop = await openReturnShop(await open());
    const filing = await shop.filing();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        shop.file({ ...filing, items: filing.items.map((item) => ({ ...item, note: `tab ${index}` })) }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    for (const { status, json } of answers)
      if (status !== 201) expect(json.code).toBe('quantity_unavailable');
    const { Mug } = await shop.items();
    expect(Mug?.routes.find(({ route }) => route === 'return')).toMatchObject({ because: 'nothing_left' });
  });

  // PGlite is one process.
  if (kind === 'postgres') {
    it('is one return through two processes at once', async () => {
      const backend = await open();
      const shop = await openReturnShop(backend);
      const second = await openSecond(backend, shop);
      const filing = await shop.filing();
      const answers = await Promise.all([
        shop.file(filing),
        second(filing),
        shop.file(filing),
        second(filing),
      ]);
      expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    });
  }

  it('is approved at once by a rule of the store, and says by which', async () => {
    const shop = await openReturnShop(await open(), {
      ...testPolicy,
      autoApprovals: [{ id: 'small', upTo: 2000 }],
    });
    const filed = await shop.file(await shop.filing());
    expect(filed.json.status).toBe('approved');
    const { json } = await shop.staff('GET', `/v1/staff/returns/${filed.json.id}`);
    expect(json.audit.map(({ by, action }: { by: string; action: string }) => [by, action])).toEqual([
      ['shopper', 'file'],
      ['rule:small', 'approve'],
    ]);
    expect((await shop.events()).map(({ type }) => type)).toEqual(['return.requested', 'return.approved']);
  });

  it('keeps the version of the policy and the rights it was decided by, also when the policy changes', async () => {
    const backend = await open();
    const shop = await openReturnShop(backend);
    const filed = await shop.file(await shop.filing());
    const storeId = shop.shop.store.id;
    await backend.context.db.withStore(storeId, (tx) =>
      writePolicy(tx, storeId, { ...testPolicy, fees: [], sendWithinDays: 3 }, backend.clock.now()),
    );
    const { staff } = await shop.act(filed.json.id, 'approve');
    expect(staff.policyVersion).toBe(1);
    expect(staff.decision).toHaveLength(1);
    expect(staff.return.sendBy).toBe('2026-12-08');
    await shop.act(filed.json.id, 'receive', {
      items: [{ returnItemId: staff.return.items[0]?.id, quantity: 1 }],
    });
    const refunded = await shop.act(filed.json.id, 'refund');
    expect(refunded.staff.return.settled?.refund).toEqual({ amount: 1895, currency: 'EUR' });
  });

  it('can be changed until it is on its way, checked under its own policy and without its own units in the way', async () => {
    const backend = await open();
    const shop = await openReturnShop(backend);
    const first = await shop.filing();
    const filed = await shop.file(first);
    await shop.act(filed.json.id, 'approve');
    const items = first.items.map((item) => ({ ...item, quantity: 2, resolution: 'store_credit' as const }));
    const change = { ...first, items };
    const path = `/v1/returns/${filed.json.id}`;
    const changed = await shop.send('PUT', path, { key: shop.token, json: change });
    expect(changed.status).toBe(200);
    expect(changed.json).toMatchObject({ status: 'requested', units: 2, number: 'R-1001-1' });
    const tooMany = await shop.send('PUT', path, {
      key: shop.token,
      json: { ...change, items: items.map((item) => ({ ...item, quantity: 3 })) },
    });
    expect(tooMany.json.code).toBe('quantity_unavailable');
  });

  it('forgets the draft of the order', async () => {
    const shop = await openReturnShop(await open());
    const path = `/v1/orders/${shop.orderId}/return-draft`;
    const { Mug } = await shop.items();
    const draft = { step: 'reasons', items: [{ ...keyOf(Mug), quantity: 1, note: 'half a sen' }] };
    await shop.send('PUT', path, { key: shop.token, json: draft });
    const options = () => shop.send('GET', `/v1/orders/${shop.orderId}/return-options`, { key: shop.token });
    expect((await options()).json.draft).toEqual(draft);
    await shop.file(await shop.filing());
    expect((await options()).json.draft).toBeNull();
  });

  it('counts a refund of the platform: no more comes back than is left of what was paid', async () => {
    const shop = await openReturnShop(await open());
    const { staff, orderId } = shop;
    const { json } = await staff('GET', `/v1/staff/orders/${orderId}`);
    const order = await staff('PUT', `/v1/staff/orders/by-external-id/${json.summary.externalId}`, {
      number: '1001',
      placedAt: '2026-11-20T10:00:00Z',
      currency: 'EUR',
      destination: { country: 'DE' },
      total: { amount: 10970, currency: 'EUR' },
      taxesIncluded: true,
      shipping: { price: { amount: 490, currency: 'EUR' } },
      refunds: [
        {
          externalId: 'r1',
          refundedAt: '2026-11-23T10:00:00Z',
          amount: { amount: 10000, currency: 'EUR' },
          items: [],
        },
      ],
      lines: [
        { externalId: 'l1', title: 'Mug', quantity: 2, unitPrice: { amount: 1995, currency: 'EUR' } },
        { externalId: 'l2', title: 'Tray', quantity: 1, unitPrice: { amount: 1490, currency: 'EUR' } },
        { externalId: 'l3', title: 'Lamp', quantity: 1, unitPrice: { amount: 5000, currency: 'EUR' } },
      ],
    });
    expect(order.status).toBe(200);
    const filed = await shop.file(await shop.filing());
    // 970 are left of the mug's 1995, less the fee.
    expect(filed.json.settlement.refund.amount).toBe(870);
  });
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function openSecond(backend: TestBackend, shop: ReturnShop) {
  const send = apiOf(await backend.secondProcess());
  return (json: object) => send('POST', `/v1/orders/${shop.orderId}/returns`, { key: shop.token, json });
}
