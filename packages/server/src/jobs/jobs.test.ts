import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { toJson } from '../db/values.ts';
import { newId } from '../secrets/ids.ts';
import { rotateKey } from '../stores/keys.ts';
import { addWebhook, rotateWebhook } from '../stores/webhooks.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { cleanUp } from './cleanup.ts';
import { startJobs } from './jobs.ts';

const day = 86_400_000;

async function addWaitingMessage(context: Context, storeId: string): Promise<string> {
  const webhook = await addWebhook(context, storeId, 'easypost', 'secret');
  const id = newId('message');
  await context.db.withStore(storeId, (tx) =>
    tx
      .insertInto('messages')
      .values({
        store_id: storeId,
        message_id: id,
        webhook_id: webhook.id,
        provider: 'easypost',
        topic: 'batch.created',
        dedupe_key: createHash('sha256').update(id).digest('hex'),
        headers: toJson({}),
        body: Buffer.from('{"object":"Event","description":"batch.created","result":{}}'),
        received_at: new Date(context.clock.now().getTime() - 60_000),
      })
      .execute(),
  );
  return id;
}

const stateOf = (context: Context, storeId: string, id: string) =>
  context.db.withStore(storeId, async (tx) => {
    const row = await tx
      .selectFrom('messages')
      .select('state')
      .where('message_id', '=', id)
      .executeTakeFirst();
    return row?.state;
  });

describeOnBothDatabases('jobs', (open, kind) => {
  it('read what a killed process left waiting', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const id = await addWaitingMessage(context, store.id);
    const jobs = await startJobs(context);
    await expect.poll(() => stateOf(context, store.id, id), { timeout: 30_000 }).not.toBe('waiting');
    await jobs.stop();
  });

  it('can be started again, and by two processes at once', async () => {
    const { context, secondProcess } = await open();
    const contexts = kind === 'postgres' ? [context, await secondProcess()] : [context];
    const started = await Promise.all(contexts.map(startJobs));
    await Promise.all(started.map((jobs) => jobs.stop()));
  });

  it('remove what has run out and nothing else', async () => {
    const { context, clock, newStore } = await open();
    const { store } = await newStore();
    const now = clock.now().getTime();
    const at = (offset: number) => new Date(now + offset);
    await context.db.withStore(store.id, async (tx) => {
      const key = { store_id: store.id, scope: 'POST /x', request_hash: '', status: 200, answer: '' };
      await tx
        .insertInto('idempotency_keys')
        .values([
          { ...key, key: 'over', expires_at: at(-1) },
          { ...key, key: 'valid', expires_at: at(day) },
        ])
        .execute();
      const limit = { store_id: store.id, bucket: 'lookup:order', count: 1 };
      await tx
        .insertInto('attempt_limits')
        .values([
          { ...limit, key: 'over', window_ends_at: at(-1), locked_until: null },
          { ...limit, key: 'unlocked', window_ends_at: at(-1), locked_until: at(-1) },
          { ...limit, key: 'locked', window_ends_at: at(-1), locked_until: at(day) },
          { ...limit, key: 'counting', window_ends_at: at(day), locked_until: null },
        ])
        .execute();
    });
    const webhook = await addWebhook(context, store.id, 'easypost', 'old');
    await rotateWebhook(context, store.id, webhook.id, { secret: 'new', graceUntil: at(1) });
    await rotateKey(context, store.id, 'secret', null);
    await rotateKey(context, store.id, 'embed', null);

    expect(await cleanUp(context)).toEqual({
      idempotencyKeys: 1,
      attemptLimits: 2,
      returnDrafts: 0,
      keys: 0,
    });
    clock.advance(31 * day);
    expect((await cleanUp(context)).keys).toBe(3);
    clock.set(new Date(now));
    const left = await context.db.withStore(store.id, (tx) =>
      tx.selectFrom('attempt_limits').select('key').execute(),
    );
    expect(left).toEqual([]);
    expect(await context.stores.embedSecrets(store.id)).toHaveLength(1);
    expect((await context.stores.webhook(webhook.id))?.secrets).toEqual(['new']);
  });
});
