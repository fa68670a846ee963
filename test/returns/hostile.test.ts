import { deliveryProblems, resolutions, returnRoutes } from '@postlude/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnBothDatabases, type TestBackend } from '../../packages/server/src/testing/backend.ts';
import { type RawCall, rawCall } from '../support/raw-call.ts';
import { type Desk, deskInProcess, deskOrder, type OpenOrder } from '../support/return-desk.ts';

interface Kit {
  readonly raw: RawCall;
  readonly desk: Desk;
  readonly order: OpenOrder;
  readonly backend: TestBackend;
}

async function openKit(backend: TestBackend): Promise<Kit> {
  const desk = await deskInProcess(backend.context, await backend.newStore());
  return { backend, desk, raw: rawCall(backend.context), order: await desk.place() };
}

/** A text as somebody sends it, and as it has to be kept: letter by letter, but for what no database can keep. */
const texts: readonly (readonly [name: string, sent: string, kept: string])[] = [
  ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script>', ''],
  ['another order of letters', 'abc\u202efdp.exe\u2066\u2069 \u200f!', ''],
  ['emoji with all their parts', '👩‍👩‍👧‍👦 🏳️‍🌈 é́́ ﷽', ''],
  ['a template and a query', `{{7*7}} %s %n \\ '; drop table returns; -- "\u2028 \\`, ''],
  ['NUL and halves of characters', 'a\u0000b\ud83d c\udc00', 'ab\ufffd c\ufffd'],
  ['lines', 'one\r\ntwo\n\tthree', ''],
];

/** Something like a filing: mostly of the right form and about what is there, with something wrong here and there. */
const anyFiling = (keys: readonly { lineId: string; shipmentId: string | null }[]) => {
  const id = (prefix: string) =>
    fc.stringMatching(/^[0-9a-f]{32}$/).map((digits) => `${prefix}_${digits}`) as fc.Arbitrary<unknown>;
  const anything = fc.oneof(fc.anything({ maxDepth: 2 }), fc.constant(undefined));
  const mostly = (right: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 60, arbitrary: right }, { weight: 1, arbitrary: anything });
  const often = (right: fc.Arbitrary<unknown>, other: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: other });
  const rest = fc.record(
    {
      quantity: mostly(often(fc.integer({ min: 1, max: 2 }), fc.oneof(fc.integer(), fc.double()))),
      reason: mostly(
        often(fc.constant('changed_my_mind'), fc.constantFrom('other', 'broken', 'cancel', 'damaged', 'x.y')),
      ),
      resolution: mostly(fc.constantFrom(...resolutions)),
      note: mostly(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constant(null))),
      uploads: mostly(often(fc.constant([]), fc.array(id('upl'), { maxLength: 2 }))),
      exchangeFor: mostly(
        fc.oneof(fc.constant(null), fc.record({ variantId: fc.constantFrom('v1', 'v2', 'v3', '__proto__') })),
      ),
    },
    { requiredKeys: ['quantity', 'reason', 'resolution'] },
  );
  const key = often(
    fc.constantFrom(...keys),
    fc.record({ lineId: mostly(id('lin')), shipmentId: mostly(id('shp')) }),
  );
  const item = fc.tuple(key, rest).map(([which, what]) => ({ ...(which as object), ...what }));
  return fc.record(
    {
      route: mostly(often(fc.constant('return'), fc.constantFrom(...returnRoutes))),
      problem: mostly(often(fc.constant(null), fc.constantFrom(...deliveryProblems))),
      items: mostly(fc.array(item, { minLength: 1, maxLength: 3 })),
      method: mostly(
        often(
          fc.constant({ id: 'own' }),
          fc.record({
            id: fc.constantFrom('label', 'shop', 'keep_item', 'constructor'),
            placeId: fc.constantFrom(null, 'hamburg', 'nowhere'),
          }),
        ),
      ),
      expected: mostly(
        often(fc.constant(null), fc.record({ refund: fc.integer(), storeCredit: fc.nat(), toPay: fc.nat() })),
      ),
    },
    { requiredKeys: ['route', 'items'] },
  );
};

describeOnBothDatabases('a hostile shopper', (open) => {
  it.each(texts)('sends %s, and it comes back as text everywhere', async (_, sent, kept) => {
    const { desk, order, raw } = await openKit(await open());
    const text = kept || sent;
    const filing = await order.filing();
    const json = { ...filing, items: filing.items.map((item) => ({ ...item, note: sent })) };
    const filed = await raw('POST', `/v1/orders/${order.orderId}/returns`, { key: order.token, json });
    expect([filed.status, filed.text.slice(0, 200)]).toEqual([201, expect.any(String)]);
    const id = String(filed.json.id);
    const message = await raw('POST', `/v1/returns/${id}/messages`, {
      key: order.token,
      json: { text: sent },
    });
    expect(message.status).toBe(201);
    await raw('PUT', `/v1/orders/${order.orderId}/return-draft`, {
      key: order.token,
      json: { step: 'items', items: json.items.map(({ reason: __, ...item }) => item) },
    });
    await desk.staff.returns.ask(id, { text: 'Why?' });
    const { return: shown } = await desk.staff.returns.get(id);
    expect([shown.items[0]?.note, shown.messages[0]?.text]).toEqual([text, text]);
    const options = await desk.client.returns.options(order.mine);
    expect(options.state === 'fresh' && options.value.draft?.items[0]?.note).toBe(text);
    // What the shop's systems are told holds nothing that a stranger wrote.
    const { items } = await desk.staff.outgoing.events.list();
    expect(JSON.stringify(items)).not.toContain(JSON.stringify(text).slice(1, -1));
    for (const { kind, url } of (await desk.staff.returns.approve(id)).return.documents) {
      const { pathname } = new URL(url);
      expect([kind, (await raw('GET', pathname)).status]).toEqual([kind, 200]);
    }
  });

  it.each([
    ['note', { note: 'x'.repeat(2_001) }],
    ['reason', { reason: '<script>' }],
    ['reason', { reason: `a${'.a'.repeat(200)}` }],
    ['exchangeFor.variantId', { resolution: 'exchange', exchangeFor: { variantId: '' } }],
  ])('is told that %s is not right', async (field, changes) => {
    const { order, raw } = await openKit(await open());
    const filing = await order.filing();
    const json = { ...filing, items: filing.items.map((item) => ({ ...item, ...changes })) };
    const { code, fields } = await raw('POST', `/v1/orders/${order.orderId}/returns`, {
      key: order.token,
      json,
    });
    expect([code, Object.keys(fields)]).toEqual(['invalid_input', [`items.0.${field}`]]);
  });

  it('never makes the server fail, whatever is filed, quoted, changed or kept as a draft', async () => {
    const { backend, desk, raw } = await openKit(await open());
    const usual = deskOrder('9', desk.now);
    const lines = usual.lines.map((line) => ({ ...line, quantity: 900 }));
    const order = await desk.place({ number: '9', input: { lines, total: null } });
    const items = Object.values(await order.items());
    const filed = await raw('POST', `/v1/orders/${order.orderId}/returns`, {
      key: order.token,
      json: await order.filing('Tray'),
    });
    const paths = [
      ['POST', `/v1/orders/${order.orderId}/returns`],
      ['POST', `/v1/orders/${order.orderId}/return-quotes`],
      ['PUT', `/v1/returns/${String(filed.json.id)}`],
      ['PUT', `/v1/orders/${order.orderId}/return-draft`],
    ] as const;
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        anyFiling(items.map(({ lineId, shipmentId }) => ({ lineId, shipmentId }))),
        fc.constantFrom(...paths),
        fc.constantFrom(order.token, order.giftToken),
        async (filing, [method, path], key) => {
          const isDraft = path.endsWith('draft');
          const json = isDraft ? { step: 'items', items: filing.items } : filing;
          const { status, code } = await raw(method, path, { key, json });
          seen.add(code ?? String(status));
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
    // It was not the door alone that was tried.
    expect([...seen]).toEqual(expect.arrayContaining(['200', 'item_unknown', 'route_closed']));
    const path = `/v1/orders/${order.orderId}/returns`;
    const right = await raw('POST', path, { key: order.token, json: await order.filing() });
    expect(right.status).toBe(201);
    expect(backend.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
