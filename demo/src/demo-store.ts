import { createStaffClient, type StaffClient } from '@postlude/client/staff';
import { type Provider, providers, type StaffOrder } from '@postlude/contract';
import { addWebhook, type Context, createStore } from '@postlude/server';
import { products } from './catalogue.ts';
import { type DemoState, readState } from './demo-state.ts';
import { type HookReceiver, hookPath } from './hooks/receiver.ts';
import type { DemoOrder } from './orders/demo-order.ts';
import { dayAt } from './orders/places.ts';
import { stories } from './orders/stories.ts';
import { orderOf } from './orders/story.ts';
import type { ProviderMessage } from './providers/message.ts';
import { historyOf } from './providers/messages.ts';
import { send, type Webhooks } from './providers/send.ts';
import { shopifyProduct } from './providers/shopify-product.ts';
import { wooProductInput } from './providers/woocommerce-product.ts';
import { seedReferrals, startProgramme } from './referrals/seed-referrals.ts';
import { returnPolicy } from './returns/policy.ts';
import { seedReturns } from './returns/seed-returns.ts';
import { reviewPolicy } from './reviews/policy.ts';
import { seedReviews } from './reviews/seed-reviews.ts';
import { warrantyPolicy } from './warranty/policy.ts';
import { seedSerials, seedWarranty } from './warranty/seed-warranty.ts';

/** After this long "arrives today" is no longer true, and the next start makes a fresh store; the old one stays in the database. */
const freshFor = 20 * 3_600_000;

/** Where a demo stands. */
export interface DemoPlace {
  readonly dataFolder: string;
  /** Origin of the shop. */
  readonly shop: string;
  /** Origin of the backend. */
  readonly backend: string;
  /** Makes a fresh store whatever is there. */
  readonly fresh: boolean;
}

/** The demo's store: the one of the last start, or a new one with an order in every state. */
export async function demoStore(
  context: Context,
  place: DemoPlace,
  hooks: HookReceiver,
  onSeeding: () => void,
): Promise<{ state: DemoState; isNew: boolean }> {
  const kept = place.fresh ? null : await readState(place.dataFolder);
  // Of the machine: a clock that was moved on makes no store old.
  const now = new Date();
  if (kept && kept.shop === place.shop && now.getTime() - Date.parse(kept.seededAt) < freshFor) {
    if (await isKnown(context, kept)) {
      hooks.trust(kept.publishableKey, kept.hookSecret);
      hooks.restore(kept.heard);
      return { state: kept, isNew: false };
    }
  }
  onSeeding();
  hooks.restore([]);
  return { state: await newState(context, place, hooks, now), isNew: true };
}

/** Where each provider sends to. */
export function webhooksOf(state: DemoState, backend: string): Webhooks {
  const entries = providers.map((provider) => {
    const { id, secret } = state.webhooks[provider];
    return [provider, { url: `${backend}/v1/webhooks/${provider}/${id}`, secret }];
  });
  return Object.fromEntries(entries) as Webhooks;
}

/** False when the database was emptied or exchanged under the state. */
async function isKnown(context: Context, state: DemoState): Promise<boolean> {
  return (await context.stores.byPublishableKey(state.publishableKey)) !== null;
}

async function newState(
  context: Context,
  place: DemoPlace,
  hooks: HookReceiver,
  now: Date,
): Promise<DemoState> {
  const { store, secretKey, embedSecret } = await createStore(context, {
    name: 'Vesperine',
    origins: [place.shop],
    locale: 'en',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    contact: {
      email: 'light@vesperine.example',
      phone: '+49 30 555 0142',
      url: `${place.shop}/track-my-order`,
    },
    stalledAfterDays: 7,
  });
  const webhooks: Partial<Record<Provider, { id: string; secret: string }>> = {};
  for (const provider of providers) {
    const { id, secret } = await addWebhook(
      context,
      store.id,
      provider,
      `demo-${provider}-${secretKey.slice(-16)}`,
    );
    webhooks[provider] = { id, secret: secret ?? '' };
  }
  const staff = createStaffClient({ secretKey, baseUrl: place.backend });
  const { secret: hookSecret } = await staff.outgoing.webhooks.create({
    url: `${place.shop}${hookPath(store.publishableKey)}`,
  });
  hooks.trust(store.publishableKey, hookSecret);
  const state: DemoState = {
    version: 5,
    seededAt: now.toISOString(),
    daysAhead: 0,
    shop: place.shop,
    publishableKey: store.publishableKey,
    secretKey,
    embedSecret,
    webhooks: webhooks as DemoState['webhooks'],
    hookSecret,
    heard: [],
    orders: stories.map((story, index) => orderOf(story, index, now)),
  };
  await fill(state, staff, place, now);
  return state;
}

/** Tells the backend of goods, policy, orders and returns, each the way it would hear of them. */
async function fill(state: DemoState, staff: StaffClient, place: DemoPlace, now: Date): Promise<void> {
  const webhooks = webhooksOf(state, place.backend);
  for (const product of products) {
    await tell([shopifyProduct(product, now.toISOString(), place.shop)], webhooks, now);
    const { id, input } = wooProductInput(product, now.toISOString(), place.shop);
    await staff.products.put(id, input);
  }
  await staff.returnPolicy.put(returnPolicy);
  await staff.warrantyPolicy.put(warrantyPolicy(place.shop));
  await seedSerials(staff);
  await staff.reviewPolicy.put(reviewPolicy);
  await seedReviews(staff, now);
  await startProgramme(staff, place.shop);
  // Orders of friends come behind those that are told.
  for (const order of [...state.orders]) {
    await tell(historyOf(order, place.shop), webhooks, now);
    await tellPickupCode(order, staff, now);
    if (order.isGift) order.giftCode = (await known(order, staff)).giftCode;
    if (order.story === 'return-states') {
      const shopper = { backend: place.backend, ...state };
      await seedReturns(order, { staff, shopper, webhooks, now });
    }
    if (order.story === 'warranty-states') {
      await seedWarranty(staff, { backend: place.backend, ...state }, order);
    }
    if (order.story === 'referral-states') {
      const nextNumber = 1001 + state.orders.length;
      const more = await seedReferrals(order, { backend: place.backend, ...state }, { now, nextNumber });
      for (const one of more) await tell(historyOf(one, place.shop), webhooks, now);
      state.orders.push(...more);
    }
  }
}

/** Sends what providers say, signed, over HTTP. */
async function tell(messages: readonly ProviderMessage[], webhooks: Webhooks, now: Date): Promise<void> {
  for (const message of messages) {
    const { status, answer } = await send(message, webhooks, now);
    if (status === 200) continue;
    throw new Error(`The backend refused ${message.provider} ${message.topic}: ${answer}\n${message.body}`);
  }
}

/** An order as the backend has it. */
async function known(order: DemoOrder, staff: StaffClient): Promise<StaffOrder> {
  const { items } = await staff.orders.list({ q: order.number });
  const summary = items.find(({ number }) => number === order.number);
  if (!summary) throw new Error(`The backend does not know order ${order.number}`);
  return staff.orders.get(summary.id);
}

/** No carrier's webhook has the code that opens a pick-up point; a shop that knows it says so through the staff API. */
async function tellPickupCode(order: DemoOrder, staff: StaffClient, now: Date): Promise<void> {
  const parcel = order.parcels.find((one) => one.pickup);
  if (!parcel?.pickup) return;
  const { days, ...pickup } = parcel.pickup;
  const until = dayAt(order.destination.city, now, days);
  const { summary, order: shown } = await known(order, staff);
  const [shipment] = shown.shipments;
  if (!shipment) throw new Error(`The backend knows no parcel of order ${order.number}`);
  await staff.shipments.addTracking(
    { orderId: summary.id, shipmentId: shipment.id },
    { pickup: { ...pickup, address: [...pickup.address], hours: [...pickup.hours], until } },
  );
}
