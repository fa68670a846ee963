import type {
  ItemRights,
  Return,
  ReturnFiling,
  ReturnPolicyInput,
  SessionRequest,
  StaffReturn,
} from '@postlude/contract';
import { defaultPolicy } from '../../policy/defaults.ts';
import { writePolicy } from '../../policy/store.ts';
import type { CreatedStore } from '../../stores/create-store.ts';
import { type Answer, apiOf, putOrder, putShipment, type Send } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';

/** A policy with something of everything: two resolutions beside money, two ways back, a fee, photos where something is broken. */
export const testPolicy: ReturnPolicyInput = {
  ...defaultPolicy,
  window: { ...defaultPolicy.window, days: 30 },
  resolutions: {
    refund: true,
    storeCredit: { bonusPercent: 1000 },
    exchange: { priceDifference: 'settle' },
  },
  fees: [{ id: 'handling', kind: 'flat', value: 100, resolutions: ['refund'] }],
  methods: [
    { id: 'own', kind: 'own_carrier', price: 0 },
    { id: 'label', kind: 'label', price: 490 },
    {
      id: 'shop',
      kind: 'in_store',
      price: 0,
      places: [{ id: 'hamburg', name: 'Kontor Nord', address: ['Deich 1', 'Hamburg'] }],
    },
  ],
  reasons: [
    { code: 'changed_my_mind', note: 'optional' },
    { code: 'broken', shopAtFault: true, photos: 'required', label: { en: 'It is broken', de: 'Defekt' } },
    { code: 'other', note: 'required' },
  ],
  addresses: [{ name: 'Kontor Nord', lines: ['Deich 1'], city: 'Hamburg', postcode: '20095', country: 'DE' }],
};

/** A shop with an order of two mugs, a tray and a lamp; mugs and tray are delivered, the lamp is not sent yet. */
export interface ReturnShop {
  readonly send: Send;
  readonly shop: CreatedStore;
  readonly orderId: string;
  /** The token of the shopper's session. */
  readonly token: string;
  readonly giftToken: string;
  /** What opens another session of the shopper: tokens end. */
  readonly proof: SessionRequest;
  readonly backend: TestBackend;
  /** The rights of each item, by its title. */
  items(token?: string): Promise<Record<string, ItemRights>>;
  file(filing: object, headers?: Record<string, string>, token?: string): Promise<Answer>;
  /** A filing of the mugs that fits: one unit, money back, own carrier. */
  filing(changes?: Partial<ReturnFiling>): Promise<ReturnFiling>;
  staff(method: string, path: string, json?: unknown): Promise<Answer>;
  act(id: string, action: string, json?: object): Promise<{ answer: Answer; staff: StaffReturn }>;
  get(id: string, token?: string): Promise<Return>;
  events(): Promise<{ type: string; data: Record<string, unknown> }[]>;
}

const price = (amount: number) => ({ amount, currency: 'EUR' });

/** Opens the shop. Orders of one number in one store would be one order, so each shop is a store of its own. */
export async function openReturnShop(
  backend: TestBackend,
  policy: ReturnPolicyInput = testPolicy,
): Promise<ReturnShop> {
  const { context, clock } = backend;
  const send = apiOf(context);
  const shop = await backend.newStore();
  await context.db.withStore(shop.store.id, (tx) => writePolicy(tx, shop.store.id, policy, clock.now()));
  await putProduct(send, shop);
  const { order, proof, giftCode } = await putOrder(send, shop, {
    total: price(10970),
    taxesIncluded: true,
    shipping: { price: price(490) },
    lines: [
      {
        externalId: 'l1',
        title: 'Mug',
        quantity: 2,
        unitPrice: price(1995),
        productId: 'p1',
        variantId: 'v1',
      },
      { externalId: 'l2', title: 'Tray', quantity: 1, unitPrice: price(1490), productType: 'Trays' },
      { externalId: 'l3', title: 'Lamp', quantity: 1, unitPrice: price(5000) },
    ],
  } as never);
  const parcel = await putShipment(send, shop, order.id, {
    trackingNumber: 'OUT1',
    shippedAt: '2026-11-21T10:00:00Z',
    items: [
      { lineExternalId: 'l1', quantity: 2 },
      { lineExternalId: 'l2', quantity: 1 },
    ],
  });
  const shipmentId = parcel.json.order.shipments[0].id;
  await send('POST', `/v1/staff/orders/${order.id}/shipments/${shipmentId}/tracking`, {
    key: shop.secretKey,
    json: { events: [{ at: '2026-11-23T10:00:00+01:00', status: 'delivered' }] },
  });
  const opening = `/v1/sessions?store=${shop.store.publishableKey}`;
  const opener: SessionRequest = { by: 'proof', order: '1001', proof };
  const session = await send('POST', opening, { json: opener });
  const gift = await send('POST', opening, { json: { by: 'gift', order: '1001', code: giftCode } });
  const token: string = session.json.token;
  const path = `/v1/orders/${order.id}`;

  const items: ReturnShop['items'] = async (key = token) => {
    const { json } = await send('GET', `${path}/return-options`, { key });
    return Object.fromEntries(json.items.map((item: ItemRights) => [item.title, item]));
  };
  const staff: ReturnShop['staff'] = (method, to, json) => send(method, to, { key: shop.secretKey, json });
  return {
    send,
    shop,
    orderId: order.id,
    token,
    giftToken: gift.json.token,
    proof: opener,
    backend,
    items,
    file: (filing, headers = {}, key = token) =>
      send('POST', `${path}/returns`, { key, json: filing, headers }),
    filing: async (changes = {}) => {
      const { Mug } = await items();
      return {
        route: 'return',
        items: [{ ...keyOf(Mug), quantity: 1, reason: 'changed_my_mind', resolution: 'refund' }],
        method: { id: 'own' },
        ...changes,
      };
    },
    staff,
    act: async (id, action, json = {}) => {
      const answer = await staff('POST', `/v1/staff/returns/${id}/${action}`, json);
      return { answer, staff: answer.json };
    },
    get: async (id, key = token) => (await send('GET', `/v1/returns/${id}`, { key })).json,
    events: () =>
      context.db.withStore(shop.store.id, async (tx) => {
        const rows = await tx
          .selectFrom('outbox_events')
          .select(['type', 'payload'])
          .orderBy('event_id')
          .execute();
        return rows.map((row) => ({ type: row.type, data: row.payload }));
      }),
  };
}

/** What names an item in a filing. */
export const keyOf = (item: ItemRights | undefined) => {
  if (!item) throw new Error('the order has no such item');
  return { lineId: item.lineId, shipmentId: item.shipmentId };
};

async function putProduct(send: Send, shop: CreatedStore): Promise<void> {
  const answer = await send('PUT', '/v1/staff/products/by-external-id/p1', {
    key: shop.secretKey,
    json: {
      title: 'Mug',
      variants: [
        { externalId: 'v1', title: 'Blue', price: price(1995), stock: 5 },
        { externalId: 'v2', title: 'Red', price: price(1995), stock: 3 },
        { externalId: 'v3', title: 'Gold', price: price(2995), stock: 1 },
        { externalId: 'v4', title: 'Sold out', price: price(1995), stock: 0 },
      ],
    },
  });
  if (answer.status !== 200) throw new Error(`the product was not taken: ${answer.text}`);
}
