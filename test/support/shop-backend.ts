import { createHmac, randomBytes } from 'node:crypto';
import path from 'node:path';
import { createStaffClient, type StaffClient } from '@postlude/client/staff';
import type { Provider, TrackingEventInput } from '@postlude/contract';
import { addWebhook, type Config, createStore, startServer } from '@postlude/server';
import { setEasyPostKey } from '../../packages/server/src/labels/easypost-key.ts';

/** An order a test can open. */
export interface TestOrder {
  readonly number: string;
  /** What the storefront renders beside the number. */
  readonly proof: string;
  /** Adds news of its parcel. */
  tell(event: Omit<TrackingEventInput, 'at'>): Promise<void>;
}

/** A backend that listens, with one store whose shop stands on another origin. */
export interface ShopBackend {
  readonly url: string;
  /** The store's publishable key. */
  readonly store: string;
  readonly staff: StaffClient;
  /** Places an order with so many parcels on their way, one unless given, under a number of its own. `tell` is about the first. */
  order(parcels?: number): Promise<TestOrder>;
  /** Lets a provider deliver webhooks signed with this; gives the address to send them to. */
  connect(provider: Provider, secret: string): Promise<string>;
  /** Has labels bought with the EasyPost account that has this key; null has packing slips printed again. */
  buyLabels(key: string | null): Promise<void>;
  close(): Promise<void>;
}

const config: Config = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: 'http://127.0.0.1:0',
  databaseUrl: null,
  databasePool: 4,
  dataFolder: 'memory:',
  uploads: { kind: 'memory' },
  easyPostUrl: 'http://127.0.0.1:9',
  encryptionKey: randomBytes(32),
  logLevel: 'silent',
  trustProxy: 0,
  metricsToken: null,
  sdkFolder: path.join(import.meta.dirname, '../../packages/embed/dist/cdn'),
  shutdownTimeout: 1_000,
  outgoingNetworks: [],
  mail: null,
};

/** The contact every test order was placed with. */
export const contact = 'mia@example.com';

/** Starts the real backend over PGlite in memory, for a shop on these origins. */
export async function startShopBackend(
  origins: readonly string[],
  overrides: Partial<Config> = {},
): Promise<ShopBackend> {
  const server = await startServer({ ...config, ...overrides });
  const { store, secretKey, embedSecret } = await createStore(server.context, {
    name: 'Kontor Nord',
    origins: [...origins],
    locale: 'en',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    contact: { email: 'help@shop.example', phone: null, url: null },
    stalledAfterDays: 7,
  });
  const staff = createStaffClient({ secretKey, baseUrl: server.url });
  let orders = 1000;

  return {
    url: server.url,
    store: store.publishableKey,
    staff,
    async order(parcels = 1) {
      const number = String(++orders);
      const hours = (ago: number) => new Date(Date.now() - ago * 3_600_000).toISOString();
      const { order } = await staff.orders.put(number, {
        number,
        placedAt: hours(72),
        currency: 'EUR',
        email: contact,
        destination: { city: 'Berlin', postcode: '10115', country: 'DE' },
        total: { amount: 12_900, currency: 'EUR' },
        lines: [{ externalId: 'shirt', title: 'Linen shirt', variant: 'M', quantity: 2 * parcels }],
      });
      const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
      const addresses: { orderId: string; shipmentId: string }[] = [];
      for (let parcel = 1; parcel <= parcels; parcel++) {
        const { order: shipped } = await staff.shipments.put(
          { orderId: order.id, externalId: `parcel-${number}-${parcel}` },
          {
            carrier: 'DHL',
            trackingNumber: `003404341610940${parcel}${number}`,
            shippedAt: hours(48),
            items: [{ lineExternalId: 'shirt', quantity: 2 }],
          },
        );
        const shipmentId = shipped.shipments[parcel - 1]?.id ?? '';
        const address = { orderId: order.id, shipmentId };
        addresses.push(address);
        await staff.shipments.addTracking(address, {
          events: [
            {
              at: hours(40),
              status: 'in_transit',
              subStatus: 'accepted',
              place: { city: 'Hamburg', country: 'DE' },
            },
            {
              at: hours(20),
              status: 'in_transit',
              subStatus: 'departed',
              place: { city: 'Leipzig', country: 'DE' },
            },
          ],
          promise: { until, zone: 'Europe/Berlin' },
        });
      }
      const [address] = addresses;
      if (!address) throw new Error('An order has at least one parcel here.');
      return {
        number,
        proof: createHmac('sha256', embedSecret).update(number).digest('hex'),
        async tell(event) {
          await staff.shipments.addTracking(address, {
            events: [{ at: new Date().toISOString(), ...event }],
          });
        },
      };
    },
    async connect(provider, secret) {
      const { id } = await addWebhook(server.context, store.id, provider, secret);
      return `${server.url}/v1/webhooks/${provider}/${id}`;
    },
    buyLabels: (key) => setEasyPostKey(server.context, store.id, key),
    close: () => server.close(),
  };
}
