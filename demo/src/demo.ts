import { type Config, PostludeServerError, startServer } from '@postlude/server';
import { createDemoClock } from './demo-clock.ts';
import { createKeeper, type DemoState } from './demo-state.ts';
import { demoStore, webhooksOf } from './demo-store.ts';
import { createHookReceiver } from './hooks/receiver.ts';
import { createOrderBook, type OrderBook } from './orders/order-book.ts';
import { createShop } from './shop/app.ts';
import { codeOf, openShopServer, type ShopServer } from './shop/server.ts';

/** How to start a demo. */
export interface DemoOptions {
  /** The backend's configuration. With port 0 it takes a free one. */
  readonly config: Config;
  /** The storefront's port; 0 takes a free one. */
  readonly shopPort: number;
  /** Makes a fresh store whatever the data folder holds. */
  readonly fresh?: boolean;
  /** Told before the orders are made, which takes a few seconds. */
  readonly onSeeding?: () => void;
}

/** A demo that runs. */
export interface Demo {
  /** Origin of the backend: `http://127.0.0.1:8787`. */
  readonly backend: string;
  /** Origin of the storefront: `http://localhost:8788`. */
  readonly shop: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** True when its store was made at this start. */
  readonly isNew: boolean;
  readonly orders: OrderBook;
  close(): Promise<void>;
}

/** The shop's end of outgoing webhooks is on this machine, which the backend delivers to only when it is told to. */
const loopback = ['127.0.0.0/8', '::1/128'];

/** Starts backend and storefront on two origins, with a store that has an order in every state. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { config, shopPort, fresh = false, onSeeding = () => {} } = options;
  // Before the database is opened, so that a taken port costs no time.
  const storefront = await openStorefront(shopPort);
  const shop = `http://localhost:${storefront.port}`;
  try {
    const keep = createKeeper(config.dataFolder);
    let state: DemoState | null = null;
    const clock = createDemoClock();
    const save = async (): Promise<void> => {
      if (state) await keep(Object.assign(state, { heard: hooks.heard(), daysAhead: clock.daysAhead() }));
    };
    const hooks = createHookReceiver(save, clock);
    // Events about what is seeded come while it is seeded.
    storefront.serve(hooks.routes);
    const backend = await startServer(
      { ...config, outgoingNetworks: [...config.outgoingNetworks, ...loopback] },
      { clock },
    );
    try {
      const place = { dataFolder: config.dataFolder, shop, backend: backend.url, fresh };
      const made = await demoStore(backend.context, place, hooks, onSeeding);
      state = made.state;
      clock.forward(state.daysAhead);
      await save();
      const orders = createOrderBook(state.orders, save);
      const { publishableKey, secretKey, embedSecret } = state;
      const webhooks = webhooksOf(state, backend.url);
      const keys = { publishableKey, secretKey, embedSecret };
      const about = { backend: backend.url, address: shop, ...keys, webhooks, clock, save };
      storefront.serve(createShop(about, orders, hooks));
      const close = async () => {
        // The backend first, so that what it is telling the shop arrives.
        await backend.close();
        await storefront.close();
      };
      const { isNew } = made;
      return { backend: backend.url, shop, publishableKey, secretKey, isNew, orders, close };
    } catch (error) {
      await backend.close();
      throw error;
    }
  } catch (error) {
    await storefront.close();
    throw error;
  }
}

async function openStorefront(port: number): Promise<ShopServer> {
  try {
    return await openShopServer(port);
  } catch (cause) {
    if (codeOf(cause) !== 'EADDRINUSE') throw cause;
    throw new PostludeServerError(
      'port_in_use',
      `Port ${port} on localhost is in use. Stop the program that has it, or set SHOP_PORT to another one.`,
      { cause },
    );
  }
}
