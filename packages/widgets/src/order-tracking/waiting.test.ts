import { describe, expect, it } from 'vitest';
import { session } from './testing.ts';
import { problem, proof, start } from './testing-model.ts';

/** A card whose proof is right and whose order has not reached the backend. */
async function waiting() {
  const card = start({ request: proof });
  await card.opened[0]?.fail(problem('not_found', { requestId: 'req_1' }));
  return card;
}

describe('an order bought a moment ago', () => {
  it('is waited for, which is news and no error', async () => {
    const { model, events } = await waiting();
    expect(model.state.value).toEqual({ kind: 'waiting', order: '1001', tries: 1 });
    expect(model.news.value).toEqual({ code: 'waiting' });
    expect(events).toEqual([]);
  });

  it('is asked for again by itself, and shown and told once it is there', async () => {
    const { world, opened, events, kind, model } = await waiting();
    await world.pass(1_999);
    expect(opened).toHaveLength(1);
    await world.pass(1);
    expect(opened[1]?.input).toEqual(proof);
    expect(kind()).toBe('waiting');
    await opened[1]?.answer(session());
    expect(kind()).toBe('ready');
    expect(model.news.value).toEqual({ code: 'order_shown' });
    expect(events.map(({ type }) => type)).toEqual(['session-opened', 'order-shown']);
  });

  it('is asked for less and less often, and after ten minutes of trying by hand only', async () => {
    const { world, opened, events, model, kind } = await waiting();
    const waits: number[] = [];
    while (kind() === 'waiting') {
      const [timer] = [...world.timers];
      waits.push(((timer?.at ?? 0) - world.time) / 1000);
      await world.pass(1000 * (waits.at(-1) ?? 0));
      await opened.at(-1)?.fail(problem('not_found', { requestId: 'req_9' }));
    }
    expect(waits.slice(0, 9)).toEqual([2, 3, 5, 8, 13, 20, 30, 30, 30]);
    expect(waits.reduce((sum, wait) => sum + wait)).toBe(591);
    expect(model.state.value).toMatchObject({
      kind: 'failed',
      problem: { code: 'not_here_yet', retryable: true },
    });
    expect(events).toEqual([{ type: 'error', code: 'not_found', requestId: 'req_9' }]);
    expect(world.timers.size).toBe(0);
    model.refresh();
    await opened.at(-1)?.fail(problem('not_found'));
    expect(model.state.value).toMatchObject({ kind: 'waiting', tries: 1 });
  });

  it('is not asked for while nobody looks or nothing is reachable, and at once on return', async () => {
    const { world, opened } = await waiting();
    await world.change({ visible: false });
    await world.pass(3_600_000);
    await world.change({ visible: true, online: false });
    await world.pass(3_600_000);
    expect(opened).toHaveLength(1);
    await world.change({ online: true });
    await world.pass(0);
    expect(opened).toHaveLength(2);
  });

  it('is waited for through a failing network, and not before the server wants to be asked', async () => {
    const { world, opened, model } = await waiting();
    await world.pass(2_000);
    await opened[1]?.fail(problem('unreachable'));
    expect(model.state.value).toMatchObject({ kind: 'waiting', tries: 2 });
    await world.pass(3_000);
    await opened[2]?.fail(problem('rate_limited', { retryAt: new Date(world.time + 60_000).toISOString() }));
    await world.pass(59_000);
    expect(opened).toHaveLength(3);
    await world.pass(1_000);
    expect(opened).toHaveLength(4);
  });

  it('can be asked for at once', async () => {
    const { model, opened } = await waiting();
    model.refresh();
    expect(opened).toHaveLength(2);
  });

  it('is looked up when its proof is refused after all', async () => {
    const { world, opened, lookup } = await waiting();
    await world.pass(2_000);
    await opened[1]?.fail(problem('proof_invalid'));
    expect(lookup()).toMatchObject({ because: 'proof_refused', values: { order: '1001' } });
  });

  it('goes on being waited for elsewhere', async () => {
    const first = await waiting();
    const second = start({ request: proof, restore: first.model.snapshot() });
    expect(second.kind()).toBe('waiting');
    await second.world.pass(0);
    expect(second.opened).toHaveLength(1);
  });

  it('is not waited for without a proof', async () => {
    const first = await waiting();
    expect(start({ restore: first.model.snapshot() }).kind()).toBe('lookup');
    const { model, opened, lookup } = start();
    model.find({ order: '1001', contact: '10115' });
    await opened[0]?.fail(problem('lookup_failed'));
    expect(lookup().phase).toBe('failed');
  });

  it('leaves nothing running when the card goes', async () => {
    const { model, world } = await waiting();
    model.dispose();
    expect(world.timers.size).toBe(0);
  });
});
