import type { ReturnFiling } from '@postlude/contract';
import { uploadsPerOrder } from '@postlude/contract';
import { expect, it } from 'vitest';
import { newId } from '../../packages/server/src/secrets/ids.ts';
import { describeOnBothDatabases, type TestBackend } from '../../packages/server/src/testing/backend.ts';
import { type RawAnswer, type RawCall, rawCall } from '../support/raw-call.ts';
import { type Desk, deskInProcess, type OpenOrder, policyWith } from '../support/return-desk.ts';
import { tableContents } from '../support/table-contents.ts';

interface Kit {
  readonly backend: TestBackend;
  readonly raw: RawCall;
  readonly desk: Desk;
  readonly order: OpenOrder;
  /** Files for the order, exactly as it is given. */
  file(filing: unknown): Promise<RawAnswer>;
  /** A right filing whose only item is changed. */
  item(changes: object, title?: string): Promise<ReturnFiling>;
  readonly secretKey: string;
}

interface Shop {
  readonly desk: Desk;
  readonly secretKey: string;
}

async function openShop(backend: TestBackend): Promise<Shop> {
  const shop = await backend.newStore();
  return { desk: await deskInProcess(backend.context, shop), secretKey: shop.secretKey };
}

/** The shop that all orders of a backend are placed with. */
const shops = new WeakMap<TestBackend, Promise<Shop>>();

/** An order of its own, in a shop of its own where one is given. */
async function openKit(backend: TestBackend, own?: Shop): Promise<Kit> {
  const common = shops.get(backend) ?? openShop(backend);
  shops.set(backend, common);
  const { desk, secretKey } = own ?? (await common);
  const raw = rawCall(backend.context);
  const order = await desk.place();
  return {
    backend,
    raw,
    desk,
    order,
    secretKey,
    file: (json) => raw('POST', `/v1/orders/${order.orderId}/returns`, { key: order.token, json }),
    async item(changes, title) {
      const filing = await order.filing(title);
      return { ...filing, items: filing.items.map((item) => ({ ...item, ...changes })) };
    },
  };
}

const pixel = (shade: number) =>
  new Blob([Uint8Array.from([...tinyPdf(shade)])], { type: 'application/pdf' });
/** A file of its own for each number: the same bytes again would be the same upload. */
const tinyPdf = (number: number) =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n% ${number}\n%%EOF\n`);

/** Somebody does something else first; what is done then has to be refused and to change nothing. */
type Abuse = (kit: Kit) => Promise<() => Promise<RawAnswer>>;

const abuses: Record<string, readonly [code: string, Abuse, field?: string]> = {
  'an item of another order': [
    'item_unknown',
    async ({ desk, file }) => {
      const theirs = await (await desk.place()).filing();
      return () => file(theirs);
    },
    'items.0.lineId',
  ],
  'an item of another store': [
    'item_unknown',
    async ({ backend, file }) => {
      const theirs = await (await openKit(backend, await openShop(backend))).order.filing();
      return () => file(theirs);
    },
    'items.0.lineId',
  ],
  'an item in a parcel of another order': [
    'item_unknown',
    async ({ desk, file, item }) => {
      const other = (await (await desk.place()).items()).Mug;
      const filing = await item({ shipmentId: other?.shipmentId });
      return () => file(filing);
    },
    'items.0.shipmentId',
  ],
  'an item named as if it were in no parcel': [
    'item_unknown',
    async ({ file, item }) => {
      const filing = await item({ shipmentId: null });
      return () => file(filing);
    },
  ],
  'more than was bought': [
    'quantity_unavailable',
    async ({ file, item }) => {
      const filing = await item({ quantity: 3 });
      return () => file(filing);
    },
    'items.0.quantity',
  ],
  'more than was bought, in rows that are right one by one': [
    'quantity_unavailable',
    async ({ file, order }) => {
      const filing = await order.filing();
      const [one] = filing.items;
      const exchanged = { ...one, resolution: 'exchange', exchangeFor: { variantId: 'v2' } };
      return () => file({ ...filing, items: [one, { ...one, note: 'again' }, exchanged] });
    },
  ],
  'more than is left after an earlier return': [
    'quantity_unavailable',
    async ({ file, order }) => {
      await file(await order.filing('Mug', 2));
      const again = await order.filing('Tray');
      const filing = await order.filing('Mug', 1);
      return () => file({ ...filing, items: [...again.items, ...filing.items] });
    },
  ],
  'a return of what was not delivered': [
    'route_closed',
    async ({ file, item }) => {
      const filing = await item({}, 'Lamp');
      return () => file(filing);
    },
    'items.0',
  ],
  'stopping what was sent': [
    'route_closed',
    async ({ file, item }) => {
      const filing = await item({ reason: 'cancel' });
      return () => file({ ...filing, route: 'cancel', method: null });
    },
  ],
  'a loss of what arrived': [
    'route_closed',
    async ({ file, item }) => {
      const filing = await item({ reason: 'lost' });
      return () => file({ ...filing, route: 'delivery_problem', problem: 'lost', method: null });
    },
  ],
  'a problem with a return, which has none': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, problem: 'damaged' });
    },
  ],
  'a withdrawal, which is declared elsewhere': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, route: 'withdraw' });
    },
    'route',
  ],
  'a return after the last day, with a form that was opened before it': [
    'route_closed',
    async ({ backend }) => {
      const { desk, file, item } = await openKit(backend, await openShop(backend));
      const filing = await item({});
      await desk.staff.returnPolicy.put(
        policyWith({ window: { ...policyWith({}).window, days: 0, severalParcels: 'each' } }),
      );
      return () => file(filing);
    },
    'items.0',
  ],
  'a price of its own': [
    'invalid_input',
    async ({ file, item }) => {
      const filing = await item({ price: { amount: 1, currency: 'EUR' } });
      return () => file(filing);
    },
    'items.0.price',
  ],
  'a sum of its own': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, settlement: { refund: { amount: 999_999, currency: 'EUR' } } });
    },
    'settlement',
  ],
  'a sum that was never shown': [
    'quote_changed',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, expected: { refund: 999_999, storeCredit: 0, toPay: 0 } });
    },
  ],
  'a price of the variant it wants': [
    'invalid_input',
    async ({ file, item }) => {
      const filing = await item({ resolution: 'exchange', exchangeFor: { variantId: 'v3', price: 1 } });
      return () => file(filing);
    },
  ],
  'a variant of nothing': [
    'variant_unavailable',
    async ({ file, item }) => {
      const filing = await item({ resolution: 'exchange', exchangeFor: { variantId: "v1' or 1=1 --" } });
      return () => file(filing);
    },
  ],
  'more of a variant than there are': [
    'variant_unavailable',
    async ({ file, item }) => {
      const filing = await item({ quantity: 2, resolution: 'exchange', exchangeFor: { variantId: 'v3' } });
      return () => file(filing);
    },
  ],
  'a method the store has not': [
    'method_unavailable',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, method: { id: 'keep_item' } });
    },
  ],
  'no method': [
    'method_unavailable',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, method: null });
    },
  ],
  'a reason the store has not': [
    'reason_unknown',
    async ({ file, item }) => {
      const filing = await item({ reason: 'constructor' });
      return () => file(filing);
    },
    'items.0.reason',
  ],
  'no photo where one is needed': [
    'photos_required',
    async ({ file, item }) => {
      const filing = await item({ reason: 'broken', uploads: [] });
      return () => file(filing);
    },
  ],
  'a photo nobody sent': [
    'upload_unknown',
    async ({ file, item }) => {
      const filing = await item({ reason: 'broken', uploads: [newId('upload')] });
      return () => file(filing);
    },
    'items.0.uploads',
  ],
  'a photo of another order': [
    'upload_unknown',
    async ({ desk, file, item }) => {
      const { token } = await desk.place();
      const { id } = await desk.client.uploads.create({ token, file: pixel(1) });
      const filing = await item({ reason: 'broken', uploads: [id] });
      return () => file(filing);
    },
  ],
  'a photo of another store': [
    'upload_unknown',
    async ({ backend, file, item }) => {
      const { desk, order } = await openKit(backend, await openShop(backend));
      const { id } = await desk.client.uploads.create({ token: order.token, file: pixel(2) });
      const filing = await item({ reason: 'broken', uploads: [id] });
      return () => file(filing);
    },
  ],
  'a photo that was removed': [
    'upload_unknown',
    async ({ desk, order, file, item }) => {
      const { id } = await desk.client.uploads.create({ token: order.token, file: pixel(3) });
      await desk.client.uploads.delete({ token: order.token, uploadId: id });
      const filing = await item({ reason: 'broken', uploads: [id] });
      return () => file(filing);
    },
  ],
  'a photo that shows another item already': [
    'upload_unknown',
    async ({ desk, order, file, item }) => {
      const { id } = await desk.client.uploads.create({ token: order.token, file: pixel(4) });
      await file(await item({ reason: 'broken', uploads: [id] }));
      const filing = await item({ reason: 'broken', uploads: [id], note: 'this one too' });
      return () => file(filing);
    },
  ],
  'one photo for two items of it': [
    'upload_unknown',
    async ({ desk, order, file }) => {
      const { id } = await desk.client.uploads.create({ token: order.token, file: pixel(5) });
      const [mug, tray] = [await order.filing(), await order.filing('Tray')];
      const items = [...mug.items, ...tray.items].map((each) => ({
        ...each,
        reason: 'broken',
        uploads: [id],
      }));
      return () => file({ ...mug, items });
    },
  ],
  'eleven photos of one item': [
    'invalid_input',
    async ({ file, item }) => {
      const uploads = Array.from({ length: 11 }, () => newId('upload'));
      const filing = await item({ reason: 'broken', uploads });
      return () => file(filing);
    },
    'items.0.uploads',
  ],
  'ten thousand photos of one item': [
    'too_large',
    async ({ file, item }) => {
      const uploads = Array.from({ length: 10_000 }, () => newId('upload'));
      const filing = await item({ reason: 'broken', uploads });
      return () => file(filing);
    },
  ],
  'a thousand items': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      const items = Array.from({ length: 1_000 }, () => filing.items[0]);
      return () => file({ ...filing, items });
    },
    'items',
  ],
  'a note of two megabytes': [
    'too_large',
    async ({ file, item }) => {
      const filing = await item({ note: 'x'.repeat(2 * 1024 * 1024) });
      return () => file(filing);
    },
  ],
  'a policy that offers nothing': [
    'policy_contradiction',
    async ({ raw, secretKey }) => {
      const resolutions = { refund: false, storeCredit: null, exchange: null };
      const json = policyWith({ resolutions });
      return () => raw('PUT', '/v1/staff/return-policy', { key: secretKey, json });
    },
    'resolutions',
  ],
  'a policy with a fee for a method it has not': [
    'policy_contradiction',
    async ({ raw, secretKey }) => {
      const json = policyWith({ fees: [{ id: 'f', kind: 'flat', value: 1, methods: ['drone'] }] });
      return () => raw('PUT', '/v1/staff/return-policy', { key: secretKey, json });
    },
  ],
  'the policy of a shop with a shopper’s token': [
    'key_invalid',
    async ({ raw, order }) =>
      () =>
        raw('PUT', '/v1/staff/return-policy', { key: order.token, json: policyWith({}) }),
  ],
  'a decision of staff with a shopper’s token': [
    'key_invalid',
    async ({ raw, order, file }) => {
      const { json } = await file(await order.filing());
      return () => raw('POST', `/v1/staff/returns/${json.id}/approve`, { key: order.token, json: {} });
    },
  ],
  'more received than was sent': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const filed = await desk.client.returns.file(order.mine, await order.filing());
      await desk.staff.returns.approve(filed.id);
      const json = { items: [{ returnItemId: filed.items[0]?.id, quantity: 2 }] };
      return () => raw('POST', `/v1/staff/returns/${filed.id}/receive`, { key: secretKey, json });
    },
    'items.0.quantity',
  ],
  'an item of another return received': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const [one, other] = [await order.filing(), await order.filing('Tray')];
      const filed = await desk.client.returns.file(order.mine, one);
      const { items } = await desk.client.returns.file(order.mine, other);
      await desk.staff.returns.approve(filed.id);
      const json = { items: [{ returnItemId: items[0]?.id, quantity: 1 }] };
      return () => raw('POST', `/v1/staff/returns/${filed.id}/receive`, { key: secretKey, json });
    },
  ],
  'more refunded than was paid': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const filed = await desk.client.returns.file(order.mine, await order.filing());
      await desk.staff.returns.approve(filed.id);
      const json = { refund: 10_971, note: 'generous' };
      return () => raw('POST', `/v1/staff/returns/${filed.id}/refund`, { key: secretKey, json });
    },
    'refund',
  ],
  'another sum without a word why': [
    'invalid_input',
    async ({ raw, desk, order, secretKey }) => {
      const filed = await desk.client.returns.file(order.mine, await order.filing());
      await desk.staff.returns.approve(filed.id);
      return () =>
        raw('POST', `/v1/staff/returns/${filed.id}/refund`, { key: secretKey, json: { refund: 1 } });
    },
    'note',
  ],
};

describeOnBothDatabases('what is refused changes nothing', (open) => {
  it.each(Object.entries(abuses))('%s', async (_, [code, prepare, field]) => {
    const kit = await openKit(await open());
    const abuse = await prepare(kit);
    const contents = () => tableContents((text) => kit.backend.context.db.execute(text));
    const before = await contents();
    const answer = await abuse();
    expect([answer.status >= 400 && answer.status < 500, answer.code]).toEqual([true, code]);
    if (field) expect(Object.keys(answer.fields)).toContain(field);
    expect(await contents()).toEqual(before);
  });

  it.each([0, -1, 1.5, 1e21, 1_000_001, Number.MAX_SAFE_INTEGER, '1', null, true, [1]])(
    'a quantity of %j',
    async (quantity) => {
      const kit = await openKit(await open());
      const filing = await kit.item({ quantity });
      const before = await tableContents((text) => kit.backend.context.db.execute(text));
      const answer = await kit.file(filing);
      expect([answer.status, answer.code]).toEqual([422, 'invalid_input']);
      expect(await tableContents((text) => kit.backend.context.db.execute(text))).toEqual(before);
    },
  );

  it('lets an order hold so many files and no more, however many are sent', async () => {
    const { backend, desk, order } = await openKit(await open());
    const codes = new Map<string, number>();
    for (let number = 0; number < 130; number++) {
      const sent = desk.client.uploads.create({ token: order.token, file: pixel(1000 + number) });
      const code = await sent.then(
        () => 'taken',
        (error: { code?: string }) => error.code ?? 'none',
      );
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get('taken')).toBe(uploadsPerOrder);
    expect([...codes.keys()].sort()).toEqual(['rate_limited', 'taken', 'upload_limit']);
    const { rows } = await backend.context.db.execute(
      `select count(*)::int as files from uploads where order_id = '${order.orderId}'`,
    );
    expect(rows[0]?.files).toBe(uploadsPerOrder);
  });
});
