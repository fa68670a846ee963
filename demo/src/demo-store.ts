import { createStaffClient, type StaffClient } from '@postlude/client/staff';
import { type Provider, providers } from '@postlude/contract';
import { addWebhook, type Context, createStore } from '@postlude/server';
import { type DemoState, readState, writeState } from './demo-state.ts';
import type { DemoOrder } from './orders/demo-order.ts';
import { dayAt } from './orders/places.ts';
import { stories } from './orders/stories.ts';
import { orderOf } from './orders/story.ts';
import { historyOf } from './providers/messages.ts';
import { send, type Webhooks } from './providers/send.ts';

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
  onSeeding: () => void,
): Promise<{ state: DemoState; isNew: boolean }> {
  const kept = place.fresh ? null : await readState(place.dataFolder);
  const now = context.clock.now();
  if (kept && kept.shop === place.shop && now.getTime() - Date.parse(kept.seededAt) < freshFor) {
    if (await isKnown(context, kept)) return { state: kept, isNew: false };
  }
  onSeeding();
  const state = await newState(context, place, now);
  const staff = createStaffClient({ secretKey: state.secretKey, baseUrl: place.backend });
  for (const order of state.orders) {
    await tell(order, webhooksOf(state, place.backend), place.shop);
    await tellPickupCode(order, staff, now);
  }
  await writeState(place.dataFolder, state);
  return { state, isNew: true };
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

async function newState(context: Context, place: DemoPlace, now: Date): Promise<DemoState> {
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
  return {
    version: 1,
    seededAt: now.toISOString(),
    shop: place.shop,
    publishableKey: store.publishableKey,
    secretKey,
    embedSecret,
    webhooks: webhooks as DemoState['webhooks'],
    orders: stories.map((story, index) => orderOf(story, index, now)),
  };
}

/** Sends everything the providers sent for an order so far, signed, over HTTP. */
async function tell(order: DemoOrder, webhooks: Webhooks, pictures: string): Promise<void> {
  for (const message of historyOf(order, pictures)) {
    const { status, answer } = await send(message, webhooks);
    if (status !== 200) {
      throw new Error(
        `The backend refused ${message.provider} ${message.topic} of order ${order.number}: ${answer}`,
      );
    }
  }
}

/** No carrier's webhook has the code that opens a pick-up point; a shop that knows it says so through the staff API. */
async function tellPickupCode(order: DemoOrder, staff: StaffClient, now: Date): Promise<void> {
  const parcel = order.parcels.find((one) => one.pickup);
  if (!parcel?.pickup) return;
  const { days, ...pickup } = parcel.pickup;
  const until = dayAt(order.destination.city, now, days);
  const [summary] = (await staff.orders.list({ q: order.number })).items;
  if (!summary) throw new Error(`The backend does not know order ${order.number}`);
  const known = await staff.orders.get(summary.id);
  const [shipment] = known.order.shipments;
  if (!shipment) throw new Error(`The backend knows no parcel of order ${order.number}`);
  await staff.shipments.addTracking(
    { orderId: summary.id, shipmentId: shipment.id },
    { pickup: { ...pickup, address: [...pickup.address], hours: [...pickup.hours], until } },
  );
}
