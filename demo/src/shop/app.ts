import { createStaffClient } from '@postlude/client/staff';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { carrierRoutes } from '../carrier/routes.ts';
import { products } from '../catalogue.ts';
import type { DemoClock } from '../demo-clock.ts';
import { createDesk } from '../desk/desk.ts';
import { deskRoutes } from '../desk/routes.ts';
import type { HookReceiver } from '../hooks/receiver.ts';
import { newOrder, placed } from '../orders/new-order.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { orderPlaced } from '../providers/messages.ts';
import { send, type Webhooks } from '../providers/send.ts';
import { discountOf } from '../referrals/till.ts';
import { fileRoutes } from './files.ts';
import { isLanguage, isTheme } from './languages.ts';
import { accountPage } from './pages/account-page.ts';
import { confirmationPage } from './pages/confirmation-page.ts';
import { friendsPage } from './pages/friends-page.ts';
import { indexPage } from './pages/index-page.ts';
import { lampPage, lampsPage, reviewPage } from './pages/lamp-pages.ts';
import { returnsPage } from './pages/returns-page.ts';
import { trackPage } from './pages/track-page.ts';
import { warrantyPage } from './pages/warranty-page.ts';
import { withdrawPage } from './pages/withdraw-page.ts';
import { proofOf } from './proof.ts';
import { type View, viewOf } from './view.ts';

/** What the shop was given when its store was created, and where it stands itself. */
export interface ShopSettings {
  /** Origin of the backend. */
  readonly backend: string;
  /** Origin of the shop. */
  readonly address: string;
  readonly publishableKey: string;
  /** Kept on the server: whoever has it can do what staff can. */
  readonly secretKey: string;
  /** Kept on the server: whoever has it can open every order. */
  readonly embedSecret: string;
  readonly webhooks: Webhooks;
  readonly clock: DemoClock;
  /** Keeps what has changed. */
  save(): Promise<void>;
}

/** The storefront. Pure: it listens nowhere and keeps its orders in the book. */
export function createShop(settings: ShopSettings, book: OrderBook, hooks: HookReceiver): Hono {
  const shop = new Hono();
  const staff = createStaffClient({ secretKey: settings.secretKey, baseUrl: settings.backend });
  const desk = createDesk(staff, hooks, settings.clock);
  const policy = contentSecurityPolicy(settings.backend);

  const view = (c: Context): View => viewFor(c, settings, book);

  shop.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('Referrer-Policy', 'same-origin');
    c.header('X-Content-Type-Options', 'nosniff');
  });

  shop.get('/', (c) => c.html(indexPage(view(c), book.all())));
  shop.get('/account', (c) => {
    const mine = book.all().filter((order) => order.destination.name === 'Mara Lindgren');
    return c.html(
      accountPage(
        view(c),
        mine.toSorted((a, b) => b.placedAt.localeCompare(a.placedAt)),
      ),
    );
  });
  shop.get('/track-my-order', (c) => {
    const example = book.all().find((order) => order.story === 'in-transit');
    return c.html(trackPage(view(c), example));
  });
  shop.get('/orders/:number', (c) => {
    const order = book.find(c.req.param('number'));
    return order ? c.html(confirmationPage(view(c), order)) : c.notFound();
  });

  shop.get('/returns', (c) => {
    const find = (story: string) => book.all().find((order) => order.story === story);
    const gift = { order: c.req.query('order'), code: c.req.query('gift') };
    return c.html(returnsPage(view(c), gift, find('return-three'), find('return-gift')));
  });
  shop.get('/warranty', (c) => {
    const example = book.all().find((order) => order.story === 'warranty-fresh');
    return c.html(warrantyPage(view(c), example));
  });
  shop.get('/lamps', (c) => c.html(lampsPage(view(c))));
  shop.get('/lamps/:id', (c) => {
    const product = products.find(({ id }) => id === c.req.param('id'));
    return product ? c.html(lampPage(view(c), product)) : c.notFound();
  });
  const sharing = () => book.all().find((order) => order.story === 'referral-share');
  shop.get('/friends', (c) => c.html(friendsPage(view(c), sharing())));
  shop.post('/friends/orders', async (c) => {
    if (!isOwn(c, settings)) return c.text('Forbidden', 403);
    const form = await c.req.formData();
    const typed = (name: string): string => String(form.get(name) ?? '').slice(0, 254);
    const [name, email, code] = [typed('name'), typed('email'), typed('code')];
    const discount = discountOf(code);
    if (code.trim() !== '' && !discount)
      return c.html(friendsPage(view(c), sharing(), { name, email, code }), 422);
    const now = settings.clock.now();
    const order = placed({
      ...{ story: 'referral-friend', number: book.nextNumber(), externalId: now.getTime() * 1000 },
      ...{ placedAt: now, sold: ['dome'], discount },
      buyer: {
        ...{ email, phone: '', locale: view(c).language },
        destination: { name, street: 'Lindengasse 8', city: 'Wien', postcode: '1070' },
      },
    });
    await send(orderPlaced(order, settings.address), settings.webhooks, now);
    await book.add(order);
    return c.redirect(`/orders/${order.number}`, 303);
  });
  shop.get('/review', (c) => c.html(reviewPage(view(c))));
  shop.get('/withdraw', (c) => c.html(withdrawPage(view(c), c.req.query('order'))));

  shop.post('/orders', async (c) => {
    if (!isOwn(c, settings)) return c.text('Forbidden', 403);
    const now = settings.clock.now();
    const order = newOrder(now, book.nextNumber());
    await send(orderPlaced(order, settings.address), settings.webhooks, now);
    await book.add(order);
    return c.redirect(`/orders/${order.number}`, 303);
  });

  for (const path of ['/carrier/*', '/desk/*', '/clock']) {
    shop.use(path, async (c, next) => {
      if (isOwn(c, settings)) return next();
      return c.json({ error: 'Only the shop’s own pages may play.' }, 403);
    });
  }
  const shopper = { ...settings };
  const { webhooks, clock, address: pictures } = settings;
  shop.route('/carrier', carrierRoutes({ book, desk, shopper, webhooks, clock, pictures }));
  shop.route('/desk', deskRoutes(desk, book, settings.address));
  shop.get('/clock', (c) => c.json({ now: clock.now().toISOString() }));
  shop.post('/clock', async (c) => {
    const { days } = (await c.req.json()) as { days?: unknown };
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > 400)
      return c.json({ error: 'The clock goes forward by 1 to 400 days.' }, 422);
    clock.forward(days);
    await settings.save();
    return c.json({ now: clock.now().toISOString() });
  });
  shop.route('/', hooks.routes);
  shop.route('/', fileRoutes());

  return shop;
}

/** A page of somebody else's must neither press the buttons nor read the desk. Browsers send no `Origin` with a GET of their own. */
const isOwn = (c: Context, { address }: ShopSettings): boolean =>
  c.req.method === 'GET'
    ? c.req.header('sec-fetch-site') === 'same-origin'
    : c.req.header('origin') === address;

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
    // The backend serves the photos of returns and reviews; `blob:` shows one before it is sent.
    `img-src 'self' data: blob: ${backend}`,
    `media-src 'self' blob: ${backend}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function viewFor(c: Context, settings: ShopSettings, book: OrderBook): View {
  const language = choice(c, 'lang', isLanguage) ?? 'en';
  const theme = choice(c, 'theme', isTheme) ?? 'auto';
  return viewOf({
    language,
    theme,
    path: c.req.path,
    backend: settings.backend,
    publishableKey: settings.publishableKey,
    withdrawable: book.all().find((order) => order.story === 'return-small')?.number ?? '1001',
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
