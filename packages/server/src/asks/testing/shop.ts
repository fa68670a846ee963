import type { CurrentAsk, OrderInput, ReviewPolicyInput, StaffAsk } from '@postlude/contract';
import { defaultReviewPolicy } from '../../review-policy/defaults.ts';
import { writeReviewPolicy } from '../../review-policy/store.ts';
import type { CreatedStore } from '../../stores/create-store.ts';
import { type Answer, apiOf, putOrder, putShipment, type Send } from '../../testing/api.ts';
import type { TestBackend } from '../../testing/backend.ts';
import { lookAtAsks } from '../look.ts';

/** An order of the shop, and its shopper. */
export interface AskOrder {
  readonly orderId: string;
  /** By title. */
  readonly lines: Readonly<Record<string, string>>;
  /** Opens a session anew: tokens end. */
  token(): Promise<string>;
  /** What a page asks for. */
  current(): Promise<CurrentAsk>;
  respond(response: 'shown' | 'dismissed', offer: CurrentAsk): Promise<Answer>;
  /** A page view whose offer is seen; what it was. */
  view(): Promise<CurrentAsk>;
  /** Tells of the delivery of a parcel at a moment. */
  deliver(at: string, parcel?: Parcel): Promise<void>;
  /** The asks as staff see them, by kind and title. */
  asks(): Promise<Record<string, StaffAsk>>;
}

/** A parcel: everything of the order unless told. */
export interface Parcel {
  readonly id?: string;
  readonly items?: readonly { readonly lineExternalId: string; readonly quantity: number }[];
  readonly shippedAt?: string;
  /** False: it is only sent. */
  readonly delivered?: boolean;
}

/** A shop with a review policy. */
export interface AskShop {
  readonly shop: CreatedStore;
  readonly send: Send;
  readonly backend: TestBackend;
  order(changes?: Partial<OrderInput>): Promise<AskOrder>;
  policy(changes: (policy: ReviewPolicyInput) => ReviewPolicyInput): Promise<void>;
  staff(method: string, path: string, json?: unknown): Promise<Answer>;
  events(type?: string): Promise<{ type: string; data: Record<string, unknown> }[]>;
  /** Moves the clock to a moment and runs the job, as time does. */
  until(moment: string): Promise<void>;
}

/** Opens the shop: a store of its own with a mug and a tray to sell. */
export async function openAskShop(backend: TestBackend, start = '2026-05-01T09:00:00Z'): Promise<AskShop> {
  backend.clock.set(start);
  const { context, clock } = backend;
  const send = apiOf(context);
  const shop = await backend.newStore();
  const storeId = shop.store.id;
  let placed = 1000;
  const staff: AskShop['staff'] = (method, path, json) => send(method, path, { key: shop.secretKey, json });

  const order: AskShop['order'] = async (changes = {}) => {
    placed += 1;
    const number = changes.number ?? String(placed);
    const put = await putOrder(send, shop, {
      placedAt: clock.now().toISOString(),
      lines: [
        { externalId: 'l1', title: 'Mug', quantity: 1, productId: 'p1' },
        { externalId: 'l2', title: 'Tray', quantity: 1, productId: 'p2' },
      ],
      ...changes,
      number,
    });
    const orderId = put.order.id;
    const path = `/v1/orders/${orderId}`;
    const token = async (): Promise<string> => {
      const opened = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
        json: { by: 'proof', order: number, proof: put.proof },
      });
      return opened.json.token;
    };
    const current: AskOrder['current'] = async () => {
      const answer = await send('GET', `${path}/ask`, { key: await token() });
      if (answer.status !== 200) throw new Error(answer.text);
      return answer.json;
    };
    const respond: AskOrder['respond'] = async (response, { offer }) =>
      send('POST', `${path}/ask-responses`, {
        key: await token(),
        json: { askIds: offer?.asks.map(({ id }) => id) ?? [], response },
      });
    return {
      orderId,
      lines: Object.fromEntries(put.order.lines.map((line) => [line.title, line.id])),
      token,
      current,
      respond,
      view: async () => {
        const seen = await current();
        if (seen.offer !== null) await respond('shown', seen);
        return seen;
      },
      deliver: async (at, { id = 'parcel', items, shippedAt, delivered = true } = {}) => {
        const sent = await putShipment(
          send,
          shop,
          orderId,
          {
            trackingNumber: `${number}-${id}`,
            shippedAt: shippedAt ?? at,
            items:
              items ?? put.order.lines.map((_, index) => ({ lineExternalId: `l${index + 1}`, quantity: 1 })),
          },
          `${number}-${id}`,
        );
        if (!delivered) return;
        const parcel = sent.json.order.shipments.find(
          (one: { trackingNumber: string }) => one.trackingNumber === `${number}-${id}`,
        );
        await staff('POST', `/v1/staff/orders/${orderId}/shipments/${parcel.id}/tracking`, {
          events: [{ at, status: 'delivered' }],
        });
      },
      asks: async () => {
        const { json } = await staff('GET', `/v1/staff/asks?order=${orderId}&locale=en&limit=100`);
        return Object.fromEntries(json.items.map((ask: StaffAsk) => [`${ask.kind} ${ask.title}`, ask]));
      },
    };
  };

  return {
    shop,
    send,
    backend,
    order,
    staff,
    policy: (changes) =>
      context.db.withStore(storeId, async (tx) => {
        await writeReviewPolicy(tx, storeId, changes(defaultReviewPolicy), clock.now());
      }),
    events: (type) =>
      context.db.withStore(storeId, async (tx) => {
        const rows = await tx
          .selectFrom('outbox_events')
          .select(['type', 'payload'])
          .where('store_id', '=', storeId)
          .orderBy('event_id')
          .execute();
        return rows
          .map((row) => ({ type: row.type, data: row.payload }))
          .filter((event) => (type === undefined ? event.type.startsWith('ask.') : event.type === type));
      }),
    until: async (moment) => {
      clock.set(moment);
      // As a process that begins: the clock of tests goes back and forth.
      await lookAtAsks({ ...context });
    },
  };
}
