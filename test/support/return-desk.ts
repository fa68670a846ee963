import { type Client, createClient } from '@postlude/client';
import { createStaffClient, type StaffClient } from '@postlude/client/staff';
import type { ItemRights, OrderInput, ReturnFiling, ReturnPolicyInput } from '@postlude/contract';
import type { Context } from '../../packages/server/src/context.ts';
import { testPolicy } from '../../packages/server/src/returns/testing/shop.ts';
import type { CreatedStore } from '../../packages/server/src/stores/create-store.ts';
import { atOnce, baseUrl, fetchOf } from './clients.ts';

/** A shop with its clients, wherever its backend is. */
export interface Desk {
  readonly client: Client;
  readonly staff: StaffClient;
  /** The moment orders are placed around: the backend's now. */
  readonly now: Date;
  /** Puts in an order that was delivered yesterday (what `undelivered` names was not sent) and opens it. */
  place(changes?: Placed): Promise<OpenOrder>;
}

/** What is special about an order. */
export interface Placed {
  readonly number?: string;
  readonly input?: Partial<OrderInput>;
  /** External ids of lines that are in no parcel. */
  readonly undelivered?: readonly string[];
}

/** An order and who opened it. */
export interface OpenOrder {
  readonly number: string;
  readonly orderId: string;
  readonly token: string;
  /** The session of who was given the goods. */
  readonly giftToken: string;
  readonly giftCode: string;
  /** For every call of the client about it. */
  readonly mine: { readonly token: string; readonly orderId: string };
  /** Its items as they can be sent back now, by their title. */
  items(): Promise<Record<string, ItemRights>>;
  /** A filing that is right: one unit of an item for money, sent by a carrier of the shopper's choice. */
  filing(title?: string, quantity?: number): Promise<ReturnFiling>;
}

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

/** Two mugs with variants, a tray, and a lamp: 109.70 with 4.90 of shipping. */
export const deskOrder = (number: string, now: Date): OrderInput => ({
  number,
  placedAt: daysBefore(now, 4),
  currency: 'EUR',
  email: `buyer-${number}@example.org`,
  destination: { city: 'Hamburg', postcode: '20095', country: 'DE' },
  total: euro(10_970),
  taxesIncluded: true,
  shipping: { price: euro(490) },
  lines: [
    {
      externalId: 'mug',
      title: 'Mug',
      quantity: 2,
      unitPrice: euro(1995),
      productId: 'p1',
      variantId: 'v1',
    },
    { externalId: 'tray', title: 'Tray', quantity: 1, unitPrice: euro(1490) },
    { externalId: 'lamp', title: 'Lamp', quantity: 1, unitPrice: euro(5000) },
  ],
});

/** A desk over the app in process. */
export function deskInProcess(context: Context, shop: CreatedStore): Promise<Desk> {
  const common = { baseUrl, fetch: fetchOf(context), sleep: atOnce };
  return openDesk({
    client: createClient({ ...common, store: shop.store.publishableKey }),
    staff: createStaffClient({ ...common, secretKey: shop.secretKey }),
    now: context.clock.now(),
  });
}

/** A desk over HTTP. */
export const deskAt = (
  url: string,
  keys: { store: string; secretKey: string },
  policy: ReturnPolicyInput = testPolicy,
): Promise<Desk> => {
  const client = createClient({ baseUrl: url, store: keys.store });
  const staff = createStaffClient({ baseUrl: url, secretKey: keys.secretKey });
  return openDesk({ client, staff, now: new Date() }, policy);
};

async function openDesk(
  parts: Pick<Desk, 'client' | 'staff' | 'now'>,
  policy: ReturnPolicyInput = testPolicy,
): Promise<Desk> {
  const { client, staff, now } = parts;
  await staff.returnPolicy.put(policy);
  await staff.products.put('p1', {
    title: 'Mug',
    variants: [
      { externalId: 'v1', title: 'Blue', price: euro(1995), stock: 500 },
      { externalId: 'v2', title: 'Red', price: euro(1995), stock: 500 },
      { externalId: 'v3', title: 'Gold', price: euro(2995), stock: 1 },
    ],
  });
  let last = 7000;
  return {
    client,
    staff,
    now,
    async place({ number = String(++last), input = {}, undelivered = ['lamp'] } = {}) {
      const order = { ...deskOrder(number, now), ...input };
      const put = await staff.orders.put(`shop/${number}`, order);
      const sent = order.lines.filter(({ externalId }) => !undelivered.includes(externalId));
      if (sent.length > 0) await deliver(parts, put.order.id, number, sent);
      const session = await client.sessions.open({ by: 'proof', order: number, proof: put.proof });
      const gift = await client.sessions.open({ by: 'gift', order: number, code: put.giftCode });
      const mine = { token: session.token, orderId: put.order.id };
      const items = async () => {
        const answer = await client.returns.options(mine);
        if (answer.state !== 'fresh') throw new Error('Nothing was asked before.');
        return Object.fromEntries(answer.value.items.map((item) => [item.title, item]));
      };
      return {
        number,
        orderId: put.order.id,
        token: session.token,
        giftToken: gift.token,
        giftCode: put.giftCode,
        mine,
        items,
        async filing(title = 'Mug', quantity = 1) {
          const item = (await items())[title];
          if (!item) throw new Error(`There is no ${title}.`);
          const { lineId, shipmentId } = item;
          return {
            route: 'return',
            items: [{ lineId, shipmentId, quantity, reason: 'changed_my_mind', resolution: 'refund' }],
            method: { id: 'own' },
          };
        },
      };
    },
  };
}

async function deliver(
  { staff, now }: Pick<Desk, 'staff' | 'now'>,
  orderId: string,
  number: string,
  lines: OrderInput['lines'],
): Promise<void> {
  const { order } = await staff.shipments.put(
    { orderId, externalId: `parcel-${number}` },
    {
      carrier: 'DHL',
      trackingNumber: `OUT${number}`,
      shippedAt: daysBefore(now, 3),
      items: lines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
    },
  );
  const shipmentId = order.shipments[0]?.id ?? '';
  await staff.shipments.addTracking(
    { orderId, shipmentId },
    { events: [{ at: daysBefore(now, 1), status: 'delivered' }] },
  );
}

/** A policy with some of it said otherwise. */
export const policyWith = (changes: Partial<ReturnPolicyInput>): ReturnPolicyInput => ({
  ...testPolicy,
  ...changes,
});
