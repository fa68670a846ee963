import type { Provider } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { CreatedStore } from '../stores/create-store.ts';
import { type Answer, newWebhook, type Send, type TestWebhook } from './api.ts';

/** A message as a provider would send it, before it is signed. */
export interface TestMessage {
  readonly provider: Provider;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const shopify = (topic: string, id: string, body: object): TestMessage => ({
  provider: 'shopify',
  headers: { 'X-Shopify-Topic': topic, 'X-Shopify-Webhook-Id': id },
  body: JSON.stringify(body),
});

const orderId = 450789469;
const lines = [
  { id: 466157049, title: 'Mug', quantity: 3, current_quantity: 2, price: '19.95' },
  { id: 518995019, title: 'Tray', quantity: 1, current_quantity: 1, price: '9.95' },
];

/** A Shopify order; what is told replaces what it says. */
export const shopifyOrder = (topic: string, id: string, changes: object): TestMessage =>
  shopify(topic, id, {
    id: orderId,
    name: '#1001',
    created_at: '2026-11-20T11:00:00+01:00',
    currency: 'EUR',
    total_price: '69.80',
    email: 'ada@example.com',
    shipping_address: { city: 'Hamburg', zip: '20095', country_code: 'DE' },
    line_items: lines,
    ...changes,
  });

const moved = { city: 'Bremen', zip: '28195', country_code: 'DE' };

const fulfilment = (topic: string, id: string, changes: object): TestMessage =>
  shopify(topic, id, {
    id: 255858046,
    order_id: orderId,
    status: 'success',
    created_at: '2026-11-21T08:00:00Z',
    tracking_company: 'DHL',
    line_items: [{ id: 466157049, quantity: 2 }],
    ...changes,
  });

const scan = (id: number, status: string, at: string): TestMessage =>
  shopify('fulfillment_events/create', `e${id}`, {
    id,
    fulfillment_id: 255858046,
    order_id: orderId,
    status,
    message: `It is ${status}`,
    happened_at: at,
    created_at: at,
    updated_at: at,
    city: 'Leipzig',
    country: 'DE',
    estimated_delivery_at: '2026-11-24T12:00:00Z',
  });

/** An EasyPost tracker with its scans so far. */
export const easypostTracker = (
  number: string,
  status: string,
  updatedAt: string,
  scans: readonly (readonly [at: string, status: string])[],
  expected: string | null = null,
): TestMessage => ({
  provider: 'easypost',
  headers: {},
  body: JSON.stringify({
    object: 'Event',
    id: `evt_${number}_${updatedAt}_${status}`,
    description: 'tracker.updated',
    created_at: updatedAt,
    result: {
      object: 'Tracker',
      id: 'trk_1',
      tracking_code: number,
      carrier: 'DHL',
      status,
      est_delivery_date: expected,
      updated_at: updatedAt,
      tracking_details: scans.map(([datetime, word]) => ({
        datetime,
        status: word,
        message: `EasyPost says ${word}`,
        tracking_location: { city: 'Bremen', country: 'DE' },
      })),
    },
  }),
});

const first = ['2026-11-21T18:00:00Z', 'in_transit'] as const;
const second = ['2026-11-22T06:00:00Z', 'in_transit'] as const;
const third = ['2026-11-24T07:00:00Z', 'out_for_delivery'] as const;

/** Everything two providers send about one order with two parcels, in the order it happened. */
export const story: readonly TestMessage[] = [
  shopifyOrder('orders/create', 'o1', { updated_at: '2026-11-20T10:00:01Z' }),
  shopifyOrder('orders/updated', 'o2', {
    updated_at: '2026-11-20T12:00:00Z',
    shipping_address: moved,
  }),
  fulfilment('fulfillments/create', 'f1', { updated_at: '2026-11-21T08:00:00Z', tracking_number: 'AA1' }),
  fulfilment('fulfillments/update', 'f2', {
    updated_at: '2026-11-21T09:00:00Z',
    tracking_numbers: ['AA1', 'BB2'],
  }),
  easypostTracker('AA1', 'in_transit', '2026-11-21T18:05:00Z', [first], '2026-11-23'),
  scan(1, 'in_transit', '2026-11-22T08:00:00Z'),
  easypostTracker('AA1', 'in_transit', '2026-11-22T06:05:00Z', [first, second], '2026-11-24'),
  shopifyOrder('orders/updated', 'o3', {
    updated_at: '2026-11-22T10:00:00Z',
    shipping_address: moved,
    refunds: [
      {
        id: 7,
        order_id: orderId,
        created_at: '2026-11-22T10:00:00Z',
        refund_line_items: [{ line_item_id: 466157049, quantity: 1 }],
      },
    ],
  }),
  shopify('refunds/create', 'r1', {
    id: 7,
    order_id: orderId,
    created_at: '2026-11-22T10:00:00Z',
    refund_line_items: [{ line_item_id: 466157049, quantity: 1 }],
    transactions: [{ kind: 'refund', status: 'success', amount: '19.95', currency: 'EUR' }],
  }),
  scan(2, 'out_for_delivery', '2026-11-24T07:00:00Z'),
  easypostTracker('BB2', 'out_for_delivery', '2026-11-24T07:10:00Z', [first, third], '2026-11-24'),
  easypostTracker('AA1', 'out_for_delivery', '2026-11-24T07:05:00Z', [first, second, third], '2026-11-24'),
];

/** Delivers signed messages to a store's webhooks. */
export interface Post {
  deliver(message: TestMessage, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** Adds the webhooks of a store and a way to deliver to them. */
export async function openPost(context: Context, send: Send, { store }: CreatedStore): Promise<Post> {
  const webhooks: Partial<Record<Provider, TestWebhook>> = {
    shopify: await newWebhook(context, store.id, 'shopify'),
    easypost: await newWebhook(context, store.id, 'easypost'),
  };
  return {
    async deliver({ provider, headers, body }, more = {}) {
      const webhook = webhooks[provider];
      if (!webhook) throw new Error(`There is no ${provider} webhook in this test.`);
      return send('POST', webhook.path, { body, headers: { ...headers, ...webhook.sign(body), ...more } });
    },
  };
}

/** One order, as Shopify tells it first. */
export const firstOrder = shopifyOrder('orders/create', 'w1', { updated_at: '2026-11-20T10:00:01Z' });
