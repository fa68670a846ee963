import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@postlude/client';
import { createStaffClient } from '@postlude/client/staff';
import type { Order } from '@postlude/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextHappening, plays } from '../demo/src/carrier/plays.ts';
import type { DeskAnswer } from '../demo/src/desk/routes.ts';
import type { DemoOrder } from '../demo/src/orders/demo-order.ts';
import { stories } from '../demo/src/orders/stories.ts';
import { orderOf } from '../demo/src/orders/story.ts';
import { proofOf } from '../demo/src/shop/proof.ts';
import { openTestDemo, type TestDemo } from './support/demo.ts';

let test: TestDemo;

beforeAll(async () => {
  test = await openTestDemo();
});
afterAll(() => test?.close());

/** What each story's card says, and for some of them what else it must know. */
const expected: Record<string, [headline: string | string[], also?: (order: Order) => unknown]> = {
  'nothing-shipped': ['preparing'],
  'label-made': [['arrives_on', 'label_created']],
  'in-transit': ['arrives_on', (order) => order.lines.every((line) => line.imageUrl?.endsWith('.svg'))],
  'arrives-today': ['arrives_today'],
  'out-for-delivery': ['out_for_delivery'],
  delivered: ['delivered', (order) => order.shipments[0]?.proof?.signedBy === 'M. Lindgren'],
  'pick-up': ['available_for_pickup', (order) => order.shipments[0]?.pickup?.code === '7314'],
  'attempt-failed': ['attempt_failed'],
  delayed: ['delayed', (order) => order.shipments[0]?.promises.length === 3],
  customs: ['action_required', (order) => order.shipments[0]?.actionRequired?.action === 'pay'],
  stalled: ['stalled', (order) => (order.shipments[0]?.stalledDays ?? 0) >= 8],
  late: ['late', (order) => order.shipments[0]?.lateDays === 3],
  lost: ['lost'],
  damaged: ['damaged'],
  returning: ['returning'],
  returned: ['returned'],
  cancelled: ['cancelled'],
  'several-parcels': [
    ['arrives_tomorrow', 'arrives_on'],
    (order) => order.shipments.length === 2 && order.unshipped.length === 2,
  ],
  'hand-over': [['arrives_tomorrow', 'arrives_on'], (order) => order.shipments[0]?.legs.length === 2],
  international: ['arrives_on', (order) => order.lines[0]?.title === 'فانوس العاصفة نحاس & زجاج'],
  'return-three': [
    'delivered',
    // 356.00 less a tenth, and shipping of 4.90.
    (order) => order.total?.amount === 32530 && order.lines.every((line) => line.imageUrl?.endsWith('.svg')),
  ],
  'return-small': ['delivered'],
  'return-cancel': ['preparing'],
  'return-ended': ['delivered'],
  'return-final-sale': ['delivered'],
  'return-gift': ['delivered'],
  'return-dinar': ['delivered', (order) => order.total?.currency === 'KWD'],
  // 126.00 and shipping of 12.90, with 8.875 % on top of each line and of shipping.
  'return-tax-on-top': ['delivered', (order) => order.total?.amount === 13890 + 879 + 240 + 114],
  'return-states': ['delivered'],
  'warranty-fresh': ['delivered'],
  'review-due': ['delivered'],
  'review-soon': ['delivered'],
  'referral-share': ['delivered'],
  'referral-states': ['delivered'],
  'warranty-broken': ['delivered'],
  'warranty-states': ['delivered'],
  yen: ['arrives_on', (order) => order.total?.currency === 'JPY' && order.total.amount === 27216],
};

describe('the demo', () => {
  it.for(stories.map((story) => story.key))('shows an order that is %s', async (key) => {
    const { demo } = test;
    const order = await read(key);
    const [headline, also] = expected[key] ?? [];
    expect([headline].flat()).toContain(order.headline.code);
    expect(also?.(order) ?? true).toBe(true);
    const page = await fetch(`${demo.shop}/orders/${order.number}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`order="${order.number}"`);
  });

  it('seeds without a message that fails, is ignored, or says what no mapping knows', async () => {
    const { demo } = test;
    const staff = createStaffClient({ secretKey: demo.secretKey, baseUrl: demo.backend });
    const odd = [];
    for await (const message of staff.messages.each()) if (message.state !== 'applied') odd.push(message);
    expect(odd).toEqual([]);
    expect((await staff.unknownStatuses.list()).items).toEqual([]);
  });

  it('has an order with a return in each status, made through the API', async () => {
    const { demo } = test;
    const staff = createStaffClient({ secretKey: demo.secretKey, baseUrl: demo.backend });
    const { number } = findOrder('return-states');
    const { items } = await staff.returns.list({ q: number });
    expect(items.map(({ status }) => status)).toEqual([
      'requested',
      'declined',
      'refunded',
      'received',
      'shipped',
      'approved',
      'requested',
    ]);
    const asked = await staff.returns.get(items[0]?.id ?? '');
    expect(asked.return.question).toContain('hinge');
  });

  it('sells variants under the ids of both platforms, one sold out, one dearer, one cheaper', async () => {
    const { demo } = test;
    const staff = createStaffClient({ secretKey: demo.secretKey, baseUrl: demo.backend });
    const { items } = await staff.products.list({ q: 'Mushroom', limit: 10 });
    expect(items.map(({ source }) => source).sort()).toEqual(['shopify', 'woocommerce']);
    for (const { variants } of items) {
      expect(variants.map(({ price, stock }) => [price?.amount, stock])).toEqual([
        [8900, 8],
        [9900, 3],
        [7900, 5],
        [8900, 0],
      ]);
    }
    const picture = await fetch(items[0]?.variants[1]?.imageUrl ?? '');
    expect(await picture.text()).toContain('#f1b25a');
  });

  it('has a policy without a contradiction, in the shop’s languages', async () => {
    const { demo } = test;
    const staff = createStaffClient({ secretKey: demo.secretKey, baseUrl: demo.backend });
    const { version, policy } = await staff.returnPolicy.get();
    expect(version).toBe(1);
    expect(Object.keys(policy.message ?? {}).sort()).toEqual(['ar', 'de', 'en']);
  });

  it('is told what a platform would be told, and believes only what is signed', async () => {
    const { demo } = test;
    const { number } = findOrder('return-states');
    const desk = async () => {
      const headers = { 'sec-fetch-site': 'same-origin' };
      return (await (await fetch(`${demo.shop}/desk/${number}`, { headers })).json()) as DeskAnswer;
    };
    await expect.poll(async () => (await desk()).events.length, { timeout: 30_000 }).toBe(16);
    const { events } = await desk();
    expect(events.map(({ type }) => type)).toContain('return.refunded');
    const hook = `${demo.shop}/hooks/postlude/${demo.publishableKey}`;
    const body = JSON.stringify({ type: 'return.refunded', data: { order: { number } } });
    const headers = {
      'webhook-id': 'oev_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': 'v1,AAAA',
    };
    expect((await fetch(hook, { method: 'POST', headers, body })).status).toBe(401);
    expect((await fetch(hook, { method: 'POST', body })).status).toBe(401);
    expect((await fetch(`${demo.shop}/hooks/postlude/pk_other`, { method: 'POST', body })).status).toBe(410);
    expect((await desk()).events).toHaveLength(16);
  });

  it('keeps the desk and the secret key away from other pages', async () => {
    const { demo } = test;
    const { number } = findOrder('return-states');
    const desk = `${demo.shop}/desk/${number}`;
    expect((await fetch(desk)).status).toBe(403);
    expect((await fetch(desk, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const headers = { origin: 'https://evil.example' };
    const approve = await fetch(`${desk}/returns/ret_1/approve`, { method: 'POST', headers, body: '{}' });
    expect(approve.status).toBe(403);
    for (const path of ['/', `/orders/${number}`, '/panel.js', '/desk.js', '/desk-actions.js']) {
      expect(await (await fetch(`${demo.shop}${path}`)).text()).not.toContain(demo.secretKey);
    }
  });

  it.for([
    ['a label', 0, 'easypost'],
    ['a carrier of the shopper’s own', 2, 'aftership'],
  ] as const)('brings a return home that goes by %s', async ([, place, provider]) => {
    const { shop, secretKey, backend } = test.demo;
    const staff = createStaffClient({ secretKey, baseUrl: backend });
    const { number } = findOrder('return-states');
    const oldestFirst = (await staff.returns.list({ q: number })).items.toReversed();
    const id = oldestFirst[place]?.id ?? '';
    const headers = { origin: shop };
    if (provider === 'easypost') {
      const approve = { method: 'POST', headers, body: '{}' };
      expect((await fetch(`${shop}/desk/${number}/returns/${id}/approve`, approve)).status).toBe(200);
    }
    for (const play of ['next', 'next', 'deliver']) {
      const answer = await fetch(`${shop}/carrier/${number}/returns/${id}/${play}`, {
        method: 'POST',
        headers,
      });
      const { sent } = (await answer.json()) as { sent: { status: number; provider: string }[] };
      expect(sent.map((one) => [one.provider, one.status])).toEqual([[provider, 200]]);
    }
    const { return: one } = await staff.returns.get(id);
    expect([one.status, one.shipment?.status]).toEqual(['shipped', 'delivered']);
  });

  it('is played by its own pages only', async () => {
    const { demo } = test;
    const address = `${demo.shop}/carrier/1003/next`;
    expect((await fetch(address, { method: 'POST' })).status).toBe(403);
    const headers = { origin: 'https://evil.example' };
    expect((await fetch(address, { method: 'POST', headers })).status).toBe(403);
  });

  it('keeps its store and what was played over a start, until it is asked for a fresh one', async () => {
    const { shop } = test.demo;
    const placed = await fetch(`${shop}/orders`, {
      method: 'POST',
      headers: { origin: shop },
      redirect: 'manual',
    });
    const page = placed.headers.get('location') ?? '';
    expect(
      (
        await fetch(`${shop}/carrier${page.slice('/orders'.length)}/next`, {
          method: 'POST',
          headers: { origin: shop },
        })
      ).status,
    ).toBe(200);
    const before = test.demo.publishableKey;

    const again = await test.again();
    expect(again).toMatchObject({ isNew: false, publishableKey: before });
    expect((await fetch(`${shop}${page}`)).status).toBe(200);
    expect((await read('new')).shipments).toHaveLength(1);

    const fresh = await test.again({ fresh: true });
    expect(fresh.isNew).toBe(true);
    expect(fresh.publishableKey).not.toBe(before);
    expect((await fetch(`${shop}${page}`)).status).toBe(404);
  });

  it('makes fresh orders when “arrives today” is not true any more', async () => {
    const file = path.join(test.dataFolder, 'demo.json');
    const aDayAgo = new Date(Date.now() - 86_400_000).toISOString();
    const meanwhile = async () => {
      const state = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...state, seededAt: aDayAgo }));
    };
    expect((await test.again({ meanwhile })).isNew).toBe(true);
    expect((await read('arrives-today')).headline.code).toBe('arrives_today');
  });
});

describe('the panel’s plays', () => {
  it.for(stories.map((story, index) => [story.key, index] as const))(
    'lead a parcel that is %s to its end',
    ([, index]) => {
      const now = new Date('2026-11-24T10:00:00Z');
      const story = stories[index];
      if (!story) throw new Error('There is no such story');
      const order = orderOf(story, index, now);
      for (const parcel of order.parcels) {
        for (let step = 0; step < 20; step += 1) {
          const happening = nextHappening(order, parcel);
          if (happening === null) break;
          parcel.beats.push({ at: now.toISOString(), happening, place: null });
        }
        expect(['delivered', 'delivered_signed', 'returned']).toContain(parcel.beats.at(-1)?.happening);
      }
    },
  );

  it('are each accepted by the backend, and move the card', async () => {
    const { shop } = test.demo;
    const headers = { origin: shop };
    const placed = await fetch(`${shop}/orders`, { method: 'POST', headers, redirect: 'manual' });
    const number = (placed.headers.get('location') ?? '').slice('/orders/'.length);
    const heard: string[] = [];
    for (const play of ['next', ...plays, 'deliver']) {
      const answer = await fetch(`${shop}/carrier/${number}/${play}`, { method: 'POST', headers });
      const { sent } = (await answer.json()) as { sent: { status: number }[] };
      expect(sent.map(({ status }) => status)).not.toContain(403);
      heard.push((await read('new')).headline.code);
    }
    // Packed, then each of the buttons in the order they have; the delivered parcel takes only a second one beside it.
    expect(heard[0]).toMatch(/^arrives_/);
    expect(heard).toContain('delivered');
    expect((await read('new')).shipments.map((shipment) => shipment.status)).toContain('delivered');
  });
});

describe('the demo’s clock', () => {
  const move = (shop: string, days: unknown, origin = shop) =>
    fetch(`${shop}/clock`, { method: 'POST', headers: { origin }, body: JSON.stringify({ days }) });

  it('goes forward for everything, stays so over a start, and begins anew with a fresh store', async () => {
    const { shop } = test.demo;
    const now = async () => {
      const answer = await fetch(`${shop}/clock`, { headers: { 'sec-fetch-site': 'same-origin' } });
      return Date.parse(((await answer.json()) as { now: string }).now);
    };
    const days = async () => Math.round(((await now()) - Date.now()) / 86_400_000) + 0;
    expect((await read('in-transit')).headline.code).toBe('arrives_on');
    expect((await move(shop, 30)).status).toBe(200);
    expect(await days()).toBe(30);
    expect((await read('in-transit')).headline.code).toBe('late');
    await test.again();
    expect(await days()).toBe(30);
    expect((await read('in-transit')).headline.code).toBe('late');
    // What a provider signs with a time is believed at the new time.
    const placed = await fetch(`${shop}/orders`, {
      method: 'POST',
      headers: { origin: shop },
      redirect: 'manual',
    });
    expect(placed.status).toBe(303);
    await test.again({ fresh: true });
    expect(await days()).toBe(0);
  });

  it('goes forward only, by whole days, and for its own pages', async () => {
    const { shop } = test.demo;
    for (const days of [0, -1, 1.5, 401, '7', null]) expect((await move(shop, days)).status).toBe(422);
    expect((await move(shop, 1, 'https://evil.example')).status).toBe(403);
  });
});

/** The newest order of a story. */
function findOrder(key: string): DemoOrder {
  const found = test.demo.orders.all().findLast((order) => order.story === key);
  if (!found) throw new Error(`The demo has no order ${key}`);
  return found;
}

/** The order of a story as its page gets it. */
async function read(key: string): Promise<Order> {
  const { demo, dataFolder } = test;
  const found = findOrder(key);
  const { embedSecret } = JSON.parse(await readFile(path.join(dataFolder, 'demo.json'), 'utf8'));
  const client = createClient({ store: demo.publishableKey, baseUrl: demo.backend });
  const proof = proofOf(embedSecret, found.number);
  return (await client.sessions.open({ by: 'proof', order: found.number, proof })).order;
}
