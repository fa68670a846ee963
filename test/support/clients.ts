import { createClient, type TransportOptions } from '@postlude/client';
import { createStaffClient } from '@postlude/client/staff';
import type { OrderInput, TrackingInput } from '@postlude/contract';
import { expect } from 'vitest';
import { createApp } from '../../packages/server/src/app.ts';
import type { Context } from '../../packages/server/src/context.ts';
import type { CreatedStore } from '../../packages/server/src/stores/create-store.ts';

/** `fetch`, or something in its place. */
export type Fetch = typeof globalThis.fetch;
/** Where the app of a test backend believes to be. */
export const baseUrl = 'https://post.example.com';

/** Hands what the client sends to the app, without a network in between. */
export function fetchOf(context: Context, headers: Record<string, string> = {}): Fetch {
  const app = createApp(context);
  return async (input, init) => {
    const request = new Request(input, init);
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    return app.fetch(request, { incoming: { socket: { remoteAddress: '203.0.113.7' } } });
  };
}

/** A storefront's and a staff client of one shop, over the app in process. */
export function clientsOf(context: Context, shop: CreatedStore, options: Partial<TransportOptions> = {}) {
  const common = { baseUrl, fetch: fetchOf(context), sleep: atOnce, ...options };
  return {
    client: createClient({ ...common, store: shop.store.publishableKey }),
    staff: createStaffClient({ ...common, secretKey: shop.secretKey }),
  };
}

/** Lets the pauses between tries pass at once; a deadline is never reached. */
export const atOnce: TransportOptions['sleep'] = (ms, signal) =>
  ms < 10_000
    ? Promise.resolve()
    : new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
      );

/** An order as a shop's program sends it. */
export const orderInput = (changes: Partial<OrderInput> = {}): OrderInput => ({
  number: '1001',
  placedAt: '2026-11-20T10:00:00Z',
  currency: 'EUR',
  email: 'mia@example.com',
  phone: '+49 171 2345678',
  destination: { city: 'Hamburg', postcode: '20095', country: 'DE' },
  lines: [{ externalId: 'l1', title: 'Teapot “Nord” <3', quantity: 1 }],
  ...changes,
});

/** News of a parcel: one scan. */
export const scan = (status: 'in_transit' | 'out_for_delivery', at: string): TrackingInput => ({
  events: [{ at, status, place: { city: 'Hamburg', country: 'DE' } }],
});

/** How a shopper asks for an order. */
export const lookup = (order: string, contact: string) => ({ by: 'lookup', order, contact }) as const;
/** What a call fails with. */
export const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('This should have failed.'),
    (error: unknown) => error,
  );

/** Puts in an order with one parcel. */
export async function placed(staff: ReturnType<typeof createStaffClient>, changes: Partial<OrderInput> = {}) {
  const { number = '1001' } = changes;
  const { order } = await staff.orders.put(`shop/${number}`, orderInput(changes));
  const shipped = await staff.shipments.put(
    { orderId: order.id, externalId: 'parcel #1' },
    { carrier: 'DHL', trackingNumber: `00340434${number}`, items: [{ lineExternalId: 'l1', quantity: 1 }] },
  );
  const shipmentId = shipped.order.shipments[0]?.id ?? expect.fail('There should be a parcel.');
  return { orderId: order.id, shipmentId };
}
