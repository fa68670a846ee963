import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { rotateOutgoingSecret } from '../outgoing/webhooks.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { enqueueEvent } from './enqueue.ts';
import { createSender, type SenderOptions } from './sender.ts';
import { signatureOf } from './signature.ts';
import { status } from './testing/receiver.ts';
import { openShop } from './testing/shop.ts';

const send = (context: Context, options: SenderOptions = {}) => createSender(context, options).sendDue();

describeOnBothDatabases('sender', (open, kind) => {
  it('delivers an event once, signed, with its own time and data', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const shop = await openShop(backend);
    const happened = clock.now().toISOString();
    const id = await shop.enqueue('return.refunded', {
      return: 'ret_1',
      amount: { amount: 1995, currency: 'EUR' },
    });
    clock.advance(3_000);
    await send(context);
    await send(context);

    const [got, ...more] = shop.endpoint.received;
    expect(more).toEqual([]);
    expect(JSON.parse(got?.body ?? '')).toEqual({
      type: 'return.refunded',
      timestamp: happened,
      data: { return: 'ret_1', amount: { amount: 1995, currency: 'EUR' } },
    });
    const timestamp = Math.floor(clock.now().getTime() / 1_000);
    expect(got?.headers).toMatchObject({
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(shop.secret, id, timestamp, got?.body ?? ''),
    });
    expect(await shop.deliveries()).toMatchObject([
      {
        state: 'delivered',
        attempts: 1,
        lastStatus: 200,
        lastError: null,
        eventId: id,
        type: 'return.refunded',
      },
    ]);
  });

  it('sends nothing of a transaction that was rolled back', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const shop = await openShop(backend);
    const failing = context.db.withStore(shop.storeId, async (tx) => {
      await enqueueEvent(tx, shop.storeId, { type: 'return.requested', data: {} }, clock.now());
      throw new Error('the fact was refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await send(context);
    expect(shop.endpoint.received).toEqual([]);
    expect(await shop.deliveries()).toEqual([]);
  });

  it('sends each endpoint of the store only what it wants, and another store nothing', async () => {
    const backend = await open();
    const refunds = await openShop(backend, ['return.refunded', 'withdrawal.received']);
    const other = await openShop(backend);
    await refunds.enqueue('return.requested');
    await refunds.enqueue('withdrawal.received');
    await send(backend.context);
    expect(refunds.endpoint.received.map(({ body }) => JSON.parse(body).type)).toEqual([
      'withdrawal.received',
    ]);
    expect(other.endpoint.received).toEqual([]);
  });

  it('tries again on the schedule under the same id, and gives up after ten tries', async () => {
    const backend = await open();
    const { context, clock, logged } = backend;
    const shop = await openShop(backend);
    shop.endpoint.answerWith(status(500, 'broken'));
    const id = await shop.enqueue();
    for (let tries = 1; tries <= 10; tries++) {
      await send(context);
      await send(context);
      expect(shop.endpoint.received).toHaveLength(tries);
      const [delivery] = await shop.deliveries();
      expect(delivery).toMatchObject({
        attempts: tries,
        lastStatus: 500,
        state: tries < 10 ? 'waiting' : 'dead',
      });
      if (delivery?.nextAttemptAt) {
        clock.set(new Date(Date.parse(delivery.nextAttemptAt) - 1));
        await send(context);
        expect(shop.endpoint.received).toHaveLength(tries);
        clock.advance(1);
      }
    }
    expect(new Set(shop.endpoint.received.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([id]),
    );
    clock.advance(7 * 86_400_000);
    await send(context);
    expect(shop.endpoint.received).toHaveLength(10);
    expect(JSON.stringify(logged)).not.toContain(shop.secret);
  });

  it('delivers at the next try when the endpoint is back', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const shop = await openShop(backend);
    shop.endpoint.answerWith(status(503));
    await shop.enqueue();
    await send(context);
    shop.endpoint.answerWith(status(204));
    clock.advance(6_000);
    await send(context);
    expect(await shop.deliveries()).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 204 }]);
  });

  it('switches an endpoint off that answers 410, and gives up what waits for it', async () => {
    const backend = await open();
    const { context } = backend;
    const shop = await openShop(backend);
    shop.endpoint.answerWith(status(410));
    for (let count = 0; count < 12; count++) await shop.enqueue();
    await send(context);
    expect(shop.endpoint.received.length).toBeLessThan(12);
    expect(new Set((await shop.deliveries()).map(({ state }) => state))).toEqual(new Set(['dead']));
    const before = shop.endpoint.received.length;
    await shop.enqueue();
    await send(context);
    expect(shop.endpoint.received).toHaveLength(before);
    expect(await shop.deliveries()).toHaveLength(12);
  });

  it('lets nobody wait for an endpoint that hangs', async () => {
    const backend = await open();
    const { context } = backend;
    const hanging = await openShop(backend);
    const healthy = await openShop(backend);
    hanging.endpoint.answerWith(() => undefined);
    for (let count = 0; count < 30; count++) await hanging.enqueue();
    await healthy.enqueue();
    await send(context, { most: 6, timeout: 300 });
    expect(healthy.endpoint.received).toHaveLength(1);
    expect(hanging.endpoint.mostAtOnce()).toBeLessThanOrEqual(4);
    // It rests now, so the others of its deliveries were not even tried.
    expect(hanging.endpoint.received.length).toBeLessThanOrEqual(8);
    const [one] = (await hanging.deliveries()).filter(({ attempts }) => attempts > 0);
    expect(one).toMatchObject({
      state: 'waiting',
      lastStatus: null,
      lastError: expect.stringContaining('no answer'),
    });
  });

  it('signs with both secrets while one is exchanged, and with the new one afterwards', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const shop = await openShop(backend);
    const rotate = async (until: Date | null) =>
      (
        await context.db.withStore(shop.storeId, (tx) =>
          rotateOutgoingSecret(tx, context, shop.storeId, shop.webhookId, until),
        )
      )?.secret ?? '';
    const second = await rotate(new Date(clock.now().getTime() + 3_600_000));
    const third = await rotate(new Date(clock.now().getTime() + 3_600_000));
    const signaturesOfNext = async () => {
      const id = await shop.enqueue();
      await send(context);
      const got = shop.endpoint.received.at(-1);
      const timestamp = Math.floor(clock.now().getTime() / 1_000);
      const by = (secret: string) => signatureOf(secret, id, timestamp, got?.body ?? '');
      const names = new Map([
        [by(shop.secret), 'first'],
        [by(second), 'second'],
        [by(third), 'third'],
      ]);
      return String(got?.headers['webhook-signature'])
        .split(' ')
        .map((signature) => names.get(signature));
    };
    expect(await signaturesOfNext()).toEqual(['third', 'second']);
    clock.advance(3_600_001);
    expect(await signaturesOfNext()).toEqual(['third']);
  });

  it('delivers each event once when many senders work at the same time', async () => {
    const backend = await open();
    const { context, secondProcess } = backend;
    const shop = await openShop(backend);
    shop.endpoint.answerWith((response) => setTimeout(() => response.writeHead(200).end(), 5));
    const ids = [];
    for (let count = 0; count < 60; count++) ids.push(await shop.enqueue());
    const contexts =
      kind === 'postgres' ? [context, await secondProcess(), await secondProcess()] : [context, context];
    await Promise.all(contexts.flatMap((each) => [send(each), send(each)]));
    // A sender that found everything taken has ended; what it left is due all the same.
    await send(context);
    const got = shop.endpoint.received.map(({ headers }) => headers['webhook-id']);
    expect(got.sort()).toEqual([...ids].sort());
  });

  it('leaves a delivery to the process that tries it until its lease ends, and counts a try that was never finished', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const shop = await openShop(backend);
    await shop.enqueue();
    // What a process that is killed in the middle of a try leaves behind.
    await context.db.withStore(shop.storeId, (tx) =>
      tx
        .updateTable('deliveries')
        .set({ attempts: 1, lease: 'killed', leased_until: new Date(clock.now().getTime() + 60_000) })
        .execute(),
    );
    await send(context);
    expect(shop.endpoint.received).toEqual([]);
    clock.advance(60_000);
    await send(context);
    expect(await shop.deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  });

  it('gives back what is in flight when it is stopped, without counting it', async () => {
    const backend = await open();
    const { context } = backend;
    const shop = await openShop(backend);
    shop.endpoint.answerWith(() => undefined);
    await shop.enqueue();
    const sender = createSender({ ...context, config: { ...context.config, shutdownTimeout: 50 } });
    await sender.start();
    await expect.poll(() => shop.endpoint.received.length, { timeout: 20_000 }).toBe(1);
    await sender.stop();
    expect(await shop.deliveries()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    shop.endpoint.answerWith(status(200));
    await send(context);
    expect(await shop.deliveries()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  it('goes on by itself once it was started', async () => {
    const backend = await open();
    const shop = await openShop(backend);
    const sender = createSender(backend.context, { pause: 20 });
    await sender.start();
    await shop.enqueue();
    await expect.poll(() => shop.endpoint.received.length, { timeout: 20_000 }).toBe(1);
    await shop.enqueue();
    await expect.poll(() => shop.endpoint.received.length, { timeout: 20_000 }).toBe(2);
    await sender.stop();
    const metrics = await backend.context.metrics.registry.metrics();
    expect(metrics).toMatch(/postlude_outgoing_attempts_total\{channel="webhook",outcome="delivered"\} \d+/);
    expect(metrics).toMatch(/postlude_outgoing_oldest_seconds \d+/);
  });
});
