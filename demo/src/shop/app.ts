import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Play, play, plays } from '../carrier/plays.ts';
import { newOrder } from '../orders/new-order.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { orderPlaced } from '../providers/messages.ts';
import { type Sent, send, type Webhooks } from '../providers/send.ts';
import { isLanguage, isTheme } from './languages.ts';
import { accountPage } from './pages/account-page.ts';
import { confirmationPage } from './pages/confirmation-page.ts';
import { indexPage } from './pages/index-page.ts';
import { trackPage } from './pages/track-page.ts';
import { panelState } from './panel.ts';
import { proofOf } from './proof.ts';
import { reserveCss } from './reserve.ts';
import { type View, viewOf } from './view.ts';

/** What the shop was given when its store was created, and where it stands itself. */
export interface ShopSettings {
  /** Origin of the backend. */
  readonly backend: string;
  /** Origin of the shop. */
  readonly address: string;
  readonly publishableKey: string;
  /** Kept on the server: whoever has it can open every order. */
  readonly embedSecret: string;
  readonly webhooks: Webhooks;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The storefront. Pure: it listens nowhere and keeps its orders in the book. */
export function createShop(settings: ShopSettings, book: OrderBook): Hono {
  const shop = new Hono();
  const policy = contentSecurityPolicy(settings.backend);

  shop.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
  });

  shop.get('/', (c) => c.html(indexPage(view(c, settings), book.all())));
  shop.get('/account', (c) => {
    const mine = book.all().filter((order) => order.destination.name === 'Mara Lindgren');
    return c.html(
      accountPage(
        view(c, settings),
        mine.toSorted((a, b) => b.placedAt.localeCompare(a.placedAt)),
      ),
    );
  });
  shop.get('/track-my-order', (c) => {
    const example = book.all().find((order) => order.story === 'in-transit');
    return c.html(trackPage(view(c, settings), example));
  });
  shop.get('/orders/:number', (c) => {
    const order = book.find(c.req.param('number'));
    return order ? c.html(confirmationPage(view(c, settings), order)) : c.notFound();
  });

  shop.post('/orders', async (c) => {
    if (!isOwn(c, settings)) return c.text('Forbidden', 403);
    const order = newOrder(new Date(), book.nextNumber());
    await send(orderPlaced(order, settings.address), settings.webhooks);
    await book.add(order);
    return c.redirect(`/orders/${order.number}`, 303);
  });

  shop.post('/carrier/:number/:play', async (c) => {
    const order = book.find(c.req.param('number'));
    const name = c.req.param('play');
    if (!isOwn(c, settings)) return c.json({ error: 'Only the shop’s own pages may play.' }, 403);
    if (!order || !isPlay(name)) return c.json({ error: 'There is no such order or play.' }, 404);
    const parcel = Number(c.req.query('parcel') ?? order.parcels.length - 1);
    const messages = play(name, order, { now: new Date(), parcel, pictures: settings.address });
    const sent: Sent[] = [];
    for (const message of messages) sent.push(await send(message, settings.webhooks));
    await book.save();
    return c.json({ sent, state: panelState(order) });
  });

  shop.get('/reserve.css', async (c) =>
    c.body(await reserveCss(), 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  );

  shop.get('/:file{.+\\.(?:css|js|svg)}', async (c) => {
    const name = c.req.param('file');
    if (!/^(?:products\/)?[a-z-]+\.(?:css|js|svg)$/.test(name)) return c.notFound();
    try {
      const content = await readFile(new URL(`../../public/${name}`, import.meta.url));
      return c.body(new Uint8Array(content), 200, {
        'Content-Type': types[extname(name)] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
      });
    } catch {
      return c.notFound();
    }
  });

  return shop;
}

const isPlay = (name: string): name is Play => (plays as readonly string[]).includes(name);

/** A page of somebody else's must not press the buttons. */
const isOwn = (c: Context, { address }: ShopSettings): boolean => c.req.header('origin') === address;

/**
 * As strict as a careful shop's: everything from the shop itself, and the backend for the embed's code and data.
 * `style-src 'self'` without `unsafe-inline` is on purpose; the card needs no more.
 */
function contentSecurityPolicy(backend: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${backend}`,
    `connect-src 'self' ${backend}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function view(c: Context, settings: ShopSettings): View {
  const language = choice(c, 'lang', isLanguage) ?? 'en';
  const theme = choice(c, 'theme', isTheme) ?? 'auto';
  return viewOf({
    language,
    theme,
    path: c.req.path,
    backend: settings.backend,
    publishableKey: settings.publishableKey,
    proofOf: (order) => proofOf(settings.embedSecret, order.number),
  });
}

/** What the address says, remembered for the next page; otherwise what was remembered. */
function choice<Value extends string>(
  c: Context,
  name: string,
  isOne: (value: unknown) => value is Value,
): Value | undefined {
  const asked = c.req.query(name);
  if (isOne(asked)) {
    setCookie(c, name, asked, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 });
    return asked;
  }
  const kept = getCookie(c, name);
  return isOne(kept) ? kept : undefined;
}
