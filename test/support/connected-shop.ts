import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { providers } from '@postlude/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Play, play } from '../../demo/src/carrier/plays.ts';
import type { DemoOrder } from '../../demo/src/orders/demo-order.ts';
import { newOrder } from '../../demo/src/orders/new-order.ts';
import type { ProviderMessage } from '../../demo/src/providers/message.ts';
import { orderPlaced } from '../../demo/src/providers/messages.ts';
import { send, type Webhooks } from '../../demo/src/providers/send.ts';
import { freePort, onFolder, postlude, startBackend } from './backend-process.ts';
import { launchBrowser } from './browser.ts';
import { ensureBuilt } from './built.ts';
import { type GuestPage, openGuestPage } from './host-pages/guest-page.ts';
import { type Storefront, startStorefront } from './host-pages/storefront.ts';

/** An order that came in by the shop platform's webhook. */
export interface ConnectedOrder {
  readonly number: string;
  /** What the storefront computes with the line that `store create` printed. */
  readonly proof: string;
  readonly order: DemoOrder;
  /** Lets something happen, of which platform and carrier send signed webhooks; resolves when the backend has taken them. */
  play(what: Play, parcel?: number): Promise<void>;
}

/** A shop as its owner connects it: backend process, command line, webhooks, and the snippet on a page of another origin. */
export interface ConnectedShop {
  readonly backend: string;
  /** The snippet with the order filled in; without one as it stands on a page where the shopper looks it up. */
  snippet(order?: ConnectedOrder): string;
  /** Places an order with Shopify, in the name of Mara Lindgren, Hamburg. */
  place(): Promise<ConnectedOrder>;
  /** Opens a page of the shop with this in its body. `before` runs before anything is loaded. */
  open(
    body: string,
    before?: (page: Page, context: BrowserContext) => Promise<unknown>,
    html?: string,
  ): Promise<GuestPage>;
}

interface Created {
  readonly snippet: { readonly html: string; readonly proof: { readonly node: string } };
}

/** Connects a shop before the tests of a file, and takes everything down after them. */
export function useConnectedShop(): () => ConnectedShop {
  let shop: ConnectedShop | undefined;
  const opened: GuestPage[] = [];
  const undo: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    await ensureBuilt();
    const folder = await mkdtemp(path.join(tmpdir(), 'postlude-journey-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const storefront = await startStorefront();
    undo.push(() => storefront.close());
    const browser = await launchBrowser();
    undo.push(() => browser.close());

    const port = await freePort();
    const settings = { ...onFolder(folder), PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
    const made = await postlude<Created>(
      settings,
      ...['store', 'create', '--name', 'Kontor Nord', '--origin', storefront.origin],
      ...['--time-zone', 'Europe/Berlin', '--email', 'help@shop.example'],
    );
    const webhooks: Partial<Record<keyof Webhooks, { url: string; secret: string }>> = {};
    for (const provider of providers) {
      const secret = `what ${provider} signs with`;
      const { url } = await postlude<{ url: string }>(
        settings,
        'webhook',
        'add',
        provider,
        '--secret',
        secret,
      );
      webhooks[provider] = { url, secret };
    }
    const backend = await startBackend(settings, port);
    undo.push(() => backend.stop());
    shop = connected({
      made,
      webhooks: webhooks as Webhooks,
      storefront,
      browser,
      opened,
      backend: backend.url,
    });
  });
  afterEach(async () => {
    for (const guest of opened.splice(0)) await guest.context.close();
  });
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });
  return () => {
    if (!shop) throw new Error('The shop is connected before the first test, not before that.');
    return shop;
  };
}

function connected(parts: {
  readonly made: Created;
  readonly webhooks: Webhooks;
  readonly storefront: Storefront;
  readonly browser: Browser;
  readonly opened: GuestPage[];
  readonly backend: string;
}): ConnectedShop {
  const { made, webhooks, storefront, browser, opened, backend } = parts;
  const { html, proof } = made.snippet;
  // The line is run as it was printed: a shop would paste it.
  const proofOf = new Function('createHmac', 'order', `return ${proof.node}`);
  let last = 70_031_000;

  const tell = async (messages: readonly ProviderMessage[]): Promise<void> => {
    for (const message of messages) {
      const { status, answer, topic } = await send(message, webhooks, new Date());
      if (status !== 200) throw new Error(`The backend refused ${topic}: ${status} ${answer}`);
    }
  };

  return {
    backend,
    snippet: (order) =>
      order
        ? html.replace('ORDER NUMBER', order.number).replace('PROOF', order.proof)
        : html.replace(' order="ORDER NUMBER" proof="PROOF"', ''),
    async place() {
      const number = String(++last);
      const pictures = storefront.origin;
      const order: DemoOrder = { ...newOrder(new Date(), number), platform: 'shopify' };
      await tell([orderPlaced(order, pictures)]);
      return {
        number,
        proof: String(proofOf(createHmac, { number })),
        order,
        play: (what, parcel = order.parcels.length - 1) =>
          tell(play(what, order, { now: new Date(), parcel, pictures })),
      };
    },
    async open(body, before, html = 'lang="en"') {
      const guest = await openGuestPage(browser, storefront.add({ body, html }), before);
      opened.push(guest);
      return guest;
    },
  };
}
