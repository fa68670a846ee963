import { expect, it } from 'vitest';
import { type Answer, apiOf, putOrder, type Send } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { once } from './idempotency.ts';

/** A store with a parcel, and a way to write to it under a key. */
async function parcel({ context, newStore }: TestBackend, send: Send = apiOf(context)) {
  const shop = await newStore();
  const { order } = await putOrder(send, shop);
  const put = await send('PUT', `/v1/staff/orders/${order.id}/shipments/by-external-id/s`, {
    key: shop.secretKey,
    json: { items: [] },
  });
  const path = `/v1/staff/orders/${order.id}/shipments/${put.json.order.shipments[0].id}/tracking`;
  const write = (key: string | null, message: string, to = path): Promise<Answer> =>
    send('POST', to, {
      key: shop.secretKey,
      json: { events: [{ at: '2026-11-22T10:00:00Z', status: 'in_transit', message }] },
      headers: key === null ? {} : { 'Idempotency-Key': key },
    });
  const events = async () =>
    (await send('GET', path.replace(/tracking$/, 'events'), { key: shop.secretKey })).json.items.length;
  return { shop, order, path, write, events };
}

/** Something to wait for. */
class Signal {
  give: () => void = () => undefined;
  readonly given = new Promise<void>((resolve) => {
    this.give = resolve;
  });
}

describeOnBothDatabases('a write under an Idempotency-Key', (open, kind) => {
  it('is done once and answered alike, letter by letter', async () => {
    const backend = await open();
    const { write, events } = await parcel(backend);
    const first = await write('k1', 'Left the depot');
    backend.clock.advance(60_000);
    const second = await write('k1', 'Left the depot');
    expect(first.status).toBe(200);
    expect(second.text).toBe(first.text);
    expect(await events()).toBe(1);
  });

  it('refuses the key for another body and for another address is another key', async () => {
    const { write, path, order, events } = await parcel(await open());
    await write('k2', 'Left the depot');
    const other = await write('k2', 'Arrived');
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_conflict']);
    const elsewhere = await write('k2', 'Left the depot', path.replace(order.id, `ord_${'0'.repeat(32)}`));
    expect(elsewhere.json.code).toBe('idempotency_conflict');
    expect(await events()).toBe(1);
  });

  it('keeps no problem: after it the same key is a real try', async () => {
    const backend = await open();
    const { write, path, events } = await parcel(backend);
    const missing = path.replace(/shp_\w+/, `shp_${'0'.repeat(32)}`);
    expect((await write('k3', 'Left the depot', missing)).json.code).toBe('not_found');
    expect((await write('k3', 'Left the depot')).status).toBe(200);
    expect(await events()).toBe(1);
  });

  it('may use the key again after a day', async () => {
    const backend = await open();
    const { write, events } = await parcel(backend);
    await write('k4', 'Left the depot');
    backend.clock.advance(24 * 60 * 60_000);
    expect((await write('k4', 'Arrived')).status).toBe(200);
    expect(await events()).toBe(2);
  });

  it('belongs to its store', async () => {
    const backend = await open();
    const [mine, theirs] = [await parcel(backend), await parcel(backend)];
    await mine.write('k5', 'Left the depot');
    expect((await theirs.write('k5', 'Arrived')).status).toBe(200);
  });

  it('is done once when twenty come at the same time', async () => {
    const { write, events } = await parcel(await open());
    const answers = await Promise.all(Array.from({ length: 20 }, () => write('k6', 'Left the depot')));
    const done = answers.filter((answer) => answer.status === 200);
    const busy = answers.filter((answer) => answer.json.code === 'idempotency_in_progress');
    expect(done.length).toBeGreaterThan(0);
    expect(done.length + busy.length).toBe(20);
    expect(new Set(done.map((answer) => answer.text)).size).toBe(1);
    expect(await events()).toBe(1);
  });

  it('leaves nothing behind when the work fails half-way', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const request = { storeId: store.id, scope: 's', key: 'k7', hash: 'h', now: context.clock.now() };
    const crash = context.db.withStore(store.id, (tx) =>
      once(tx, request, async () => {
        await tx.updateTable('stores').set({ name: 'half' }).where('store_id', '=', store.id).execute();
        throw new Error('the process died');
      }),
    );
    await expect(crash).rejects.toThrow('the process died');
    const again = await context.db.withStore(store.id, (tx) =>
      once(tx, request, async () => ({ status: 200, body: 'done' })),
    );
    expect(again.body).toBe('done');
  });

  it.each(['', ' ', 'a b', 'x'.repeat(256)])('refuses %j as a key', async (key) => {
    const { write } = await parcel(await open());
    const answer = await write(key, 'Left the depot');
    expect(answer.json).toMatchObject({
      code: 'invalid_input',
      fields: { 'Idempotency-Key': expect.any(String) },
    });
  });

  // PGlite has one connection: there the second waits for the first.
  if (kind !== 'postgres') return;

  it('says of a request that is still being worked on that it is', async () => {
    const { context, newStore, secondProcess } = await open();
    const other = await secondProcess();
    const { store } = await newStore();
    const request = { storeId: store.id, scope: 's', key: 'k8', hash: 'h', now: context.clock.now() };
    const [started, mayEnd] = [new Signal(), new Signal()];
    const first = context.db.withStore(store.id, (tx) =>
      once(tx, request, async () => {
        started.give();
        await mayEnd.given;
        return { status: 200, body: 'once' };
      }),
    );
    await started.given;
    const again = () =>
      other.db.withStore(store.id, (tx) => once(tx, request, async () => ({ status: 200, body: 'twice' })));
    await expect(again()).rejects.toMatchObject({ code: 'idempotency_in_progress' });
    mayEnd.give();
    expect((await first).body).toBe('once');
    expect((await again()).body).toBe('once');
  });
});
