import { createHmac } from 'node:crypto';
import type { OrderInput, Provider, StaffOrder } from '@postlude/contract';
import { expect } from 'vitest';
import type * as z from 'zod/mini';
import { type AppOptions, createApp } from '../app.ts';
import type { Context } from '../context.ts';
import type { CreatedStore } from '../stores/create-store.ts';
import { addWebhook } from '../stores/webhooks.ts';

/** What a test sends beside method and path. */
export interface Sent {
  readonly key?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the request comes from, as the socket says. */
  readonly from?: string;
}

/** An answer that was read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as it came: for files. */
  readonly bytes: Uint8Array;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape, and say what they expect there.
  readonly json: any;
}

/** Sends a request to the app in process. */
export type Send = (method: string, path: string, sent?: Sent) => Promise<Answer>;

/** The app of a context, to be asked in process. */
export function apiOf(context: Context, options?: AppOptions): Send {
  const app = createApp(context, options);
  return async (method, path, { key, json, body, headers = {}, from = '203.0.113.7' } = {}) => {
    const answer = await app.request(
      `http://post.example.com${path}`,
      {
        method,
        headers: {
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        ...(body === undefined ? {} : { body }),
      },
      { incoming: { socket: { remoteAddress: from } } },
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      bytes,
      json: isJson && text ? JSON.parse(text) : null,
    };
  };
}

/** An order as a shop's program sends it; what is told replaces what a small order says. */
export function orderInput(changes: Partial<OrderInput> = {}): OrderInput {
  return {
    number: '1001',
    placedAt: '2026-11-20T10:00:00Z',
    currency: 'EUR',
    email: 'Ada@Example.com',
    phone: '+49 171 2345678',
    destination: { city: 'Hamburg', postcode: '20 095', country: 'DE' },
    total: { amount: 5990, currency: 'EUR' },
    lines: [
      { externalId: 'l1', title: 'Mug', quantity: 2, unitPrice: { amount: 1995, currency: 'EUR' } },
      { externalId: 'l2', title: 'Tray', quantity: 1 },
    ],
    ...changes,
  };
}

/** Puts an order in as staff and returns what staff see. */
export async function putOrder(
  send: Send,
  store: CreatedStore,
  changes: Partial<OrderInput> = {},
  externalId = `ext-${changes.number ?? '1001'}`,
): Promise<StaffOrder> {
  const path = `/v1/staff/orders/by-external-id/${encodeURIComponent(externalId)}`;
  const answer = await send('PUT', path, { key: store.secretKey, json: orderInput(changes) });
  if (answer.status !== 200) throw new Error(`the order was not taken: ${answer.text}`);
  return answer.json;
}

/** A webhook of a store that a test can sign for. */
export interface TestWebhook {
  readonly path: string;
  /** Headers with the signature of a body. */
  sign(body: string | Uint8Array): Record<string, string>;
}

const signatures: Partial<Record<Provider, (body: string | Uint8Array) => Record<string, string>>> = {
  shopify: (body) => ({ 'X-Shopify-Hmac-Sha256': hmac(body, 'base64') }),
  aftership: (body) => ({ 'aftership-hmac-sha256': hmac(body, 'base64') }),
  easypost: (body) => ({ 'X-Hmac-Signature': `hmac-sha256-hex=${hmac(body, 'hex')}` }),
  woocommerce: (body) => ({ 'X-WC-Webhook-Signature': hmac(body, 'base64') }),
};

const webhookSecret = 'a secret two parties know';

const hmac = (body: string | Uint8Array, encoding: 'base64' | 'hex'): string =>
  createHmac('sha256', webhookSecret).update(body).digest(encoding);

/** Adds a webhook with a secret to a store. */
export async function newWebhook(
  context: Context,
  storeId: string,
  provider: Provider,
): Promise<TestWebhook> {
  const { id } = await addWebhook(context, storeId, provider, webhookSecret);
  return {
    path: `/v1/webhooks/${provider}/${id}`,
    sign: (body) => signatures[provider]?.(body) ?? {},
  };
}

/** Puts a shipment of an order in as staff. */
export async function putShipment(
  send: Send,
  shop: CreatedStore,
  orderId: string,
  json: object,
  id = 'ship-1',
) {
  const path = `/v1/staff/orders/${orderId}/shipments/by-external-id/${id}`;
  return send('PUT', path, { key: shop.secretKey, json: { items: [], ...json } });
}

/** The schema leaves out what the contract does not name; so nothing may be missing afterwards. */
export function expectExactly(schema: z.ZodMiniType, json: unknown): void {
  expect(schema.parse(json)).toEqual(json);
}
