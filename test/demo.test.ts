import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@postlude/client';
import { createStaffClient } from '@postlude/client/staff';
import type { Order } from '@postlude/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextHappening, plays } from '../demo/src/carrier/plays.ts';
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

    const fresh = await test.again(true);
    expect(fresh.isNew).toBe(true);
    expect(fresh.publishableKey).not.toBe(before);
    expect((await fetch(`${shop}${page}`)).status).toBe(404);
  });

  it('makes fresh orders when “arrives today” is not true any more', async () => {
    const file = path.join(test.dataFolder, 'demo.json');
    const state = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(
      file,
      JSON.stringify({ ...state, seededAt: new Date(Date.now() - 86_400_000).toISOString() }),
    );
    expect((await test.again()).isNew).toBe(true);
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

/** The order of a story as its page gets it; the newest one. */
async function read(key: string): Promise<Order> {
  const { demo, dataFolder } = test;
  const found = demo.orders.all().findLast((order) => order.story === key);
  if (!found) throw new Error(`The demo has no order ${key}`);
  const { embedSecret } = JSON.parse(await readFile(path.join(dataFolder, 'demo.json'), 'utf8'));
  const client = createClient({ store: demo.publishableKey, baseUrl: demo.backend });
  const proof = proofOf(embedSecret, found.number);
  return (await client.sessions.open({ by: 'proof', order: found.number, proof })).order;
}
