import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReturnFiling } from '@postlude/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../packages/server/src/testing/backend.ts';
import { emptyPostgres } from '../../packages/server/src/testing/databases.ts';
import { type BackendProcess, onPostgres, postlude, startBackend } from '../support/backend-process.ts';
import { type Desk, deskAt, deskInProcess, type OpenOrder, policyWith } from '../support/return-desk.ts';
import { type RoundRobin, startRoundRobin } from '../support/round-robin.ts';

/** What became of each call: `done`, or the code of its problem. */
const outcomes = (calls: readonly Promise<unknown>[]): Promise<string[]> =>
  Promise.all(
    calls.map((call) =>
      call.then(
        () => 'done',
        (error: { code?: string }) => error.code ?? String(error),
      ),
    ),
  );

const count = (all: readonly string[], what: string): number => all.filter((each) => each === what).length;

const noted = (filing: ReturnFiling, note: string): ReturnFiling => ({
  ...filing,
  items: filing.items.map((item) => ({ ...item, note })),
});

const exchangedFor = (filing: ReturnFiling, variantId: string): ReturnFiling => ({
  ...filing,
  items: filing.items.map((item) => ({
    ...item,
    resolution: 'exchange' as const,
    exchangeFor: { variantId },
  })),
});

/** Eight tabs file another return of one of two mugs each, at the same moment. */
async function fromEightTabs({ client }: Desk, order: OpenOrder): Promise<void> {
  const filing = await order.filing();
  const all = await outcomes(
    Array.from({ length: 8 }, (_, tab) => client.returns.file(order.mine, noted(filing, `tab ${tab}`))),
  );
  expect([count(all, 'done'), count(all, 'quantity_unavailable')]).toEqual([2, 6]);
  const list = await client.returns.list(order.mine);
  expect(list.state === 'fresh' && list.value.items.map(({ units }) => units)).toEqual([1, 1]);
}

/** The shoppers of four orders want the only gold mug, at the same moment. */
async function theLastOne({ client }: Desk, orders: readonly OpenOrder[]): Promise<OpenOrder> {
  const filings = await Promise.all(orders.map((order) => order.filing()));
  const filed = await Promise.allSettled(
    orders.map((order, index) =>
      client.returns.file(order.mine, exchangedFor(filings[index] as ReturnFiling, 'v3')),
    ),
  );
  const won = filed.findIndex(({ status }) => status === 'fulfilled');
  const codes = filed.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
  expect(codes).toEqual(Array(orders.length - 1).fill('variant_unavailable'));
  return orders[won] ?? expect.fail('Somebody gets it.');
}

const fourOrders = async (desk: Desk) => [
  await desk.place(),
  await desk.place(),
  await desk.place(),
  await desk.place(),
];

describeOnBothDatabases('at the same moment', (open) => {
  const newDesk = async () => {
    const { context, newStore } = await open();
    return deskInProcess(context, await newStore());
  };

  it('no more is filed from two tabs than was bought', async () => {
    const desk = await newDesk();
    await fromEightTabs(desk, await desk.place());
  });

  it('the last one of a variant is promised to one of those who want it, and is free again when they do not', async () => {
    const desk = await newDesk();
    const orders = await fourOrders(desk);
    const winner = await theLastOne(desk, orders);
    const loser = orders.find((order) => order !== winner) ?? expect.fail('There are four.');
    const listed = async (order: OpenOrder) => {
      const { lineId, shipmentId } = (await order.filing()).items[0] ?? expect.fail('There is a mug.');
      const quote = await desk.client.returns.quote(order.mine, {
        route: 'return',
        items: [{ lineId, shipmentId, quantity: 1 }],
      });
      const { variants = [] } =
        quote.items[0]?.resolutions.find(({ resolution }) => resolution === 'exchange') ?? {};
      return variants.map(({ variantId }) => variantId);
    };
    expect(await listed(loser)).not.toContain('v3');
    const mine = await desk.client.returns.list(winner.mine);
    const returnId = (mine.state === 'fresh' && mine.value.items[0]?.id) || '';
    const own = await winner.filing();
    const address = { token: winner.token, returnId };
    // Who has it may change something else about the return and keep it.
    await desk.client.returns.change(address, noted(exchangedFor(own, 'v3'), 'In its box.'));
    await desk.client.returns.cancel(address);
    expect(await listed(loser)).toContain('v3');
  });

  it('a return that is cancelled and approved is one of both, and says so', async () => {
    const desk = await newDesk();
    const order = await desk.place();
    const { id } = await desk.client.returns.file(order.mine, await order.filing());
    const all = await outcomes([
      desk.client.returns.cancel({ token: order.token, returnId: id }),
      desk.staff.returns.decline(id, { code: 'window_ended' }),
      desk.staff.returns.approve(id),
    ]);
    expect(count(all, 'done')).toBeGreaterThan(0);
    const { return: shown, audit } = await desk.staff.returns.get(id);
    expect(audit.at(-1)?.after).toBe(shown.status);
    // Each step begins where the one before ended: none was decided on what was true before it.
    for (const [index, entry] of audit.entries()) {
      expect(entry.before).toBe(audit[index - 1]?.after ?? null);
    }
  });

  it('a refund that is pressed by ten is one refund and one event', async () => {
    const desk = await newDesk();
    const order = await desk.place();
    const { id } = await desk.client.returns.file(order.mine, await order.filing());
    await desk.staff.returns.approve(id);
    const all = await outcomes(Array.from({ length: 10 }, () => desk.staff.returns.refund(id)));
    expect(count(all, 'done')).toBe(10);
    const events = await desk.staff.outgoing.events.list({ limit: 100 });
    expect(events.items.filter(({ type }) => type === 'return.refunded')).toHaveLength(1);
  });

  it('items filed one by one are kept up to the worth the store names for an order, and no further', async () => {
    const desk = await newDesk();
    await desk.staff.returnPolicy.put(policyWith({ keepItemUpTo: 2000 }));
    const order = await desk.place();
    const kept: string[] = [];
    for (const title of ['Mug', 'Mug', 'Tray']) {
      const filing = await order.filing(title);
      const sent = noted({ ...filing, method: null }, `one more ${kept.length}`);
      const [outcome] = await outcomes([desk.client.returns.file(order.mine, sent)]);
      kept.push(outcome ?? '');
    }
    expect(kept).toEqual(['done', 'method_unavailable', 'method_unavailable']);
  });
});

describe('two backends on one PostgreSQL', () => {
  let folder: string;
  let backends: BackendProcess[];
  let balancer: RoundRobin;
  let desk: Desk;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'postlude-at-once-'));
    const settings = { ...onPostgres(await emptyPostgres(), folder), TRUST_PROXY: '1' };
    backends = await Promise.all([startBackend(settings), startBackend(settings)]);
    balancer = await startRoundRobin(backends.map(({ url }) => url));
    const shop = await postlude<{ secretKey: string; store: { publishableKey: string } }>(
      settings,
      ...['store', 'create', '--name', 'Two'],
    );
    desk = await deskAt(balancer.url, { store: shop.store.publishableKey, secretKey: shop.secretKey });
  });

  afterAll(async () => {
    await balancer?.close();
    await Promise.all((backends ?? []).map((backend) => backend.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it('file no more together than was bought', async () => {
    await fromEightTabs(desk, await desk.place());
  });

  it('promise the last one once', async () => {
    await theLastOne(desk, await fourOrders(desk));
  });

  it('make one return of one filing, whichever of them is asked how often', async () => {
    const order = await desk.place();
    const filing = await order.filing('Tray');
    const key = { idempotencyKey: 'one' };
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        desk.client.returns.file(order.mine, filing, index % 2 ? key : {}),
      ),
    );
    const filed = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
    // Who asks under a key that is being worked on, and again and again, is told to come back.
    const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(refused).toEqual(refused.map(() => 'idempotency_in_progress'));
    const later = await desk.client.returns.file(order.mine, filing, key);
    expect([...new Set([...filed, later.id])]).toHaveLength(1);
    const list = await desk.client.returns.list(order.mine);
    expect(list.state === 'fresh' && list.value.items).toHaveLength(1);
  });
});
