import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { apiOf } from '../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../testing/backend.ts';
import { openPost, story } from '../testing/messages.ts';
import { replayMessages } from './replay.ts';
import { applyWaiting } from './sweep.ts';

/** A context whose process "dies" after a message is stored: what would apply it finds the database gone. */
function dying(context: Context): Context {
  const gone = Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' });
  let calls = 0;
  const withStore: Context['db']['withStore'] = (storeId, work) => {
    calls += 1;
    return calls % 2 === 0 ? Promise.reject(gone) : context.db.withStore(storeId, work);
  };
  return { ...context, db: { ...context.db, withStore } };
}

async function leaveWaiting({ context, newStore }: TestBackend) {
  const shop = await newStore();
  // The webhooks are known to the healthy context; only receiving goes through the dying one.
  const post = await openPost(context, apiOf(dying(context)), shop);
  for (const message of story) expect((await post.deliver(message)).status).toBe(200);
  const send = apiOf(context);
  const count = async (state: string) =>
    (await send('GET', `/v1/staff/messages?limit=100&state=${state}`, { key: shop.secretKey })).json.items
      .length;
  return { shop, send, count };
}

describeOnBothDatabases('a message whose process died before it was read', (open, kind) => {
  it('is read by the next sweep, once it has waited', async () => {
    const backend = await open();
    const { count, send, shop } = await leaveWaiting(backend);
    expect(await count('waiting')).toBe(story.length);
    expect(await applyWaiting(backend.context)).toEqual({ applied: 0, ignored: 0, failed: 0 });
    backend.clock.advance(15_000);
    expect(await applyWaiting(backend.context, { batch: 5 })).toMatchObject({
      applied: story.length,
      failed: 0,
    });
    expect(await count('applied')).toBe(story.length);
    expect((await send('GET', '/v1/staff/orders', { key: shop.secretKey })).json.items).toHaveLength(1);
    expect(await applyWaiting(backend.context)).toMatchObject({ applied: 0 });
  });

  it('is not tried for ever', async () => {
    const backend = await open();
    const { count } = await leaveWaiting(backend);
    const broken = { ...backend.context, db: dying(backend.context).db };
    const never = () =>
      Promise.reject(Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' }));
    broken.db = { ...broken.db, withStore: never };
    backend.clock.advance(15_000);
    for (let sweep = 0; sweep < 2; sweep += 1) await applyWaiting(broken, { mostAttempts: 3 });
    expect(await count('waiting')).toBe(story.length);
    expect(await applyWaiting(backend.context, { mostAttempts: 3 })).toMatchObject({ failed: story.length });
    expect(await count('failed')).toBe(story.length);
  });

  it('can be replayed with all the others of its store that failed, oldest first', async () => {
    const backend = await open();
    const { shop, count } = await leaveWaiting(backend);
    backend.clock.advance(15_000);
    await applyWaiting(backend.context, { mostAttempts: 0 });
    expect(await count('failed')).toBe(story.length);
    const replayed: string[] = [];
    for await (const { messageId, state } of replayMessages(backend.context, shop.store.id)) {
      expect(state).toBe('applied');
      replayed.push(messageId);
    }
    expect(replayed).toEqual([...replayed].sort());
    expect(replayed).toHaveLength(story.length);
    expect(await count('applied')).toBe(story.length);
  });

  if (kind !== 'postgres') return;

  it('is read once however many processes sweep', async () => {
    const backend = await open();
    const { count } = await leaveWaiting(backend);
    backend.clock.advance(15_000);
    const contexts = [backend.context, await backend.secondProcess(), await backend.secondProcess()];
    const reports = await Promise.all(contexts.map((context) => applyWaiting(context, { batch: 3 })));
    expect(reports.reduce((sum, report) => sum + report.applied, 0)).toBe(story.length);
    expect(await count('applied')).toBe(story.length);
  });
});
