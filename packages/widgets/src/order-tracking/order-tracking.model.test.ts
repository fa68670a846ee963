import { describe, expect, it } from 'vitest';
import { sampleNow } from './samples.ts';
import { FakeWorld, session, settle } from './testing.ts';
import { problem, proof, shown, start, typed } from './testing-model.ts';

describe('finding the order', () => {
  it('shows the lookup form with the number filled in when it knows neither proof nor session', () => {
    const { lookup, opened } = start({ orderNumber: '1001' });
    expect(lookup()).toMatchObject({
      kind: 'lookup',
      because: 'asked',
      phase: 'idle',
      values: { order: '1001', contact: '' },
    });
    expect(opened).toHaveLength(0);
  });

  it('shows a session that is already open without a request', () => {
    const { kind, opened, events } = start({ session: session() });
    expect(kind()).toBe('ready');
    expect(opened).toHaveLength(0);
    expect(events.map(({ type }) => type)).toEqual(['order-shown']);
  });

  it('opens a session by proof and tells each fact once', async () => {
    const { kind, opened, events, model } = await shown();
    expect(opened[0]?.input).toEqual(proof);
    expect(kind()).toBe('ready');
    expect(events).toEqual([
      { type: 'session-opened', by: 'proof' },
      expect.objectContaining({ type: 'order-shown', status: 'shipped', shipments: 1 }),
    ]);
    expect(model.news.value).toEqual({ code: 'order_shown' });
  });

  it('falls back to the form with the number when the proof is wrong', async () => {
    const { opened, lookup, events } = start({ request: proof });
    await opened[0]?.fail(problem('proof_invalid', { requestId: 'req_1' }));
    expect(lookup()).toMatchObject({
      kind: 'lookup',
      because: 'proof_refused',
      phase: 'idle',
      values: { order: '1001' },
    });
    expect(events).toEqual([{ type: 'error', code: 'proof_invalid', requestId: 'req_1' }]);
  });

  it('falls back to the form when the proof is no proof at all', async () => {
    const { opened, lookup } = start({ request: proof });
    await opened[0]?.fail(problem('invalid_input', { fields: { proof: 'not hexadecimal' } }));
    expect(lookup().because).toBe('proof_refused');
  });

  it('fails with a way to try again when the server cannot be reached', async () => {
    const { opened, model, kind } = start({ request: proof });
    await opened[0]?.fail(problem('unreachable'));
    expect(model.state.value).toMatchObject({
      kind: 'failed',
      problem: { code: 'unreachable', retryable: true },
    });
    expect(model.news.value).toEqual({ code: 'failed' });
    model.refresh();
    expect(kind()).toBe('loading');
    await opened[1]?.answer(session());
    expect(kind()).toBe('ready');
  });

  it('tries again by itself once the network is back', async () => {
    const { opened, world, kind } = start({ request: proof });
    world.online = false;
    await opened[0]?.fail(problem('offline'));
    expect(kind()).toBe('failed');
    await world.change({ online: true });
    expect(opened).toHaveLength(2);
  });

  it('offers no second try for what would only fail again', async () => {
    const { opened, model } = start({ request: proof });
    await opened[0]?.fail(problem('unknown_store'));
    expect(model.state.value).toMatchObject({ kind: 'failed', problem: { retryable: false } });
  });

  it('takes an answer that is no order for an unexpected error, and reports it', async () => {
    const { opened, model, reported } = start({ request: proof });
    await opened[0]?.answer({ token: 't', expiresAt: '' } as never);
    expect(model.state.value).toMatchObject({ kind: 'failed', problem: { code: 'unexpected' } });
    expect(reported).toHaveLength(1);
  });

  it('understands errors that are nothing of ours', async () => {
    const { opened, model, reported } = start({ request: proof });
    await opened[0]?.fail('a string');
    expect(model.state.value).toMatchObject({
      kind: 'failed',
      problem: { code: 'unexpected', requestId: null },
    });
    expect(reported).toEqual(['a string']);
  });
});

describe('the lookup form', () => {
  it('sends what was typed without the hash and the spaces around it', async () => {
    const { model, opened, lookup, ready, events } = start();
    model.find(typed);
    expect(lookup()).toMatchObject({ phase: 'submitting', values: typed });
    expect(opened[0]?.input).toEqual({ by: 'lookup', order: '1001', contact: 'anna@example.com' });
    await opened[0]?.answer(session());
    expect(ready().foundBy).toBe('lookup');
    expect(events[0]).toEqual({ type: 'session-opened', by: 'lookup' });
  });

  it('names the fields that are empty or too long before it asks anybody', () => {
    const { model, opened, lookup } = start();
    model.find({ order: ' # ', contact: 'x'.repeat(300) });
    expect(lookup()).toMatchObject({
      phase: 'failed',
      fields: { order: 'missing', contact: 'invalid' },
      problem: null,
    });
    expect(opened).toHaveLength(0);
  });

  it('keeps what was typed when nothing was found, and says it as news', async () => {
    const { model, opened, lookup } = start();
    model.find(typed);
    await opened[0]?.fail(problem('lookup_failed'));
    expect(lookup()).toMatchObject({
      phase: 'failed',
      values: typed,
      problem: { code: 'lookup_failed' },
      lockedUntil: null,
    });
    expect(model.news.value).toEqual({ code: 'lookup_failed' });
  });

  it('stays a form when the network fails while looking up', async () => {
    const { model, opened, lookup } = start();
    model.find(typed);
    await opened[0]?.fail(problem('timeout'));
    expect(lookup()).toMatchObject({
      kind: 'lookup',
      phase: 'failed',
      problem: { code: 'timeout' },
      values: typed,
    });
  });

  it('marks the fields the server refuses', async () => {
    const { model, opened, lookup } = start();
    model.find(typed);
    await opened[0]?.fail(problem('invalid_input', { fields: { contact: 'too short', other: 'x' } }));
    expect(lookup()).toMatchObject({ fields: { contact: 'invalid' }, problem: null });
  });

  it('waits out a lock, lets nothing through meanwhile, and opens again at its end', async () => {
    const { model, opened, lookup, world } = start();
    model.find(typed);
    await opened[0]?.fail(problem('lookup_locked', { retryAt: new Date(sampleNow + 90_000) }));
    expect(lookup().lockedUntil).toBe(new Date(sampleNow + 90_000).toISOString());
    model.find(typed);
    expect(opened).toHaveLength(1);
    await world.pass(89_000);
    expect(lookup().lockedUntil).not.toBeNull();
    await world.pass(1_000);
    expect(lookup()).toMatchObject({ phase: 'idle', lockedUntil: null, problem: null });
    model.find(typed);
    expect(opened).toHaveLength(2);
  });

  it('gives a lock without an end a minute', async () => {
    const { model, opened, lookup } = start();
    model.find(typed);
    await opened[0]?.fail(problem('lookup_locked'));
    expect(lookup().lockedUntil).toBe(new Date(sampleNow + 60_000).toISOString());
  });

  it('ignores a second submit while the first is under way', () => {
    const { model, opened } = start();
    model.find(typed);
    model.find({ order: '1002', contact: 'b@example.com' });
    expect(opened).toHaveLength(1);
  });

  it('looks up at once when it was told how, and shows the form when that fails', async () => {
    const { opened, lookup, kind } = start({ request: { by: 'lookup', order: '1001', contact: '10115' } });
    expect(kind()).toBe('loading');
    await opened[0]?.fail(problem('lookup_failed'));
    expect(lookup()).toMatchObject({ phase: 'failed', values: { order: '1001', contact: '10115' } });
  });

  it('lets the shopper look up another order', async () => {
    const { model, lookup, kind, events } = await shown();
    model.lookUp();
    expect(lookup()).toMatchObject({ kind: 'lookup', values: { order: '', contact: '' } });
    model.edit('order', '1001');
    expect(lookup().values.order).toBe('1001');
    expect(kind()).toBe('lookup');
    expect(events).toHaveLength(2);
  });
});

describe('the end of a model', () => {
  it('aborts, stops every timer and listener, and changes no more', async () => {
    const { model, opened, world, kind } = start({ request: proof });
    model.dispose();
    expect(opened[0]?.signal.aborted).toBe(true);
    await opened[0]?.answer(session());
    expect(kind()).toBe('loading');
    expect(world.listeners.size).toBe(0);
    expect(world.timers.size).toBe(0);
    model.refresh();
    model.lookUp();
    model.find(typed);
    expect(opened).toHaveLength(1);
    model.dispose();
  });

  it('leaves no timer behind after an order was shown', async () => {
    const { model, world } = await shown();
    expect(world.timers.size).toBe(1);
    model.dispose();
    expect(world.timers.size).toBe(0);
  });

  it('does not let an answer of an aborted request through', async () => {
    const { model, opened, kind } = start({ request: proof });
    model.lookUp();
    expect(opened[0]?.signal.aborted).toBe(true);
    await opened[0]?.answer(session());
    expect(kind()).toBe('lookup');
  });
});

describe('going on elsewhere', () => {
  it('shows what the other model showed, without a request and without telling it again', async () => {
    const first = await shown();
    const snapshot = first.model.snapshot();
    first.model.dispose();
    const second = start({ request: proof, restore: snapshot });
    expect(second.kind()).toBe('ready');
    expect(second.opened).toHaveLength(0);
    expect(second.events).toEqual([]);
    await second.world.pass(120_000);
    expect(second.read).toHaveLength(1);
  });

  it('catches up at once when the snapshot is old', async () => {
    const first = await shown();
    const world = new FakeWorld();
    world.time += 600_000;
    const second = start({ restore: first.model.snapshot(), environment: world.environment });
    await world.pass(0);
    expect(second.read).toHaveLength(1);
  });

  it('keeps a half-filled form, and does not take a submit for done', () => {
    const first = start();
    first.model.edit('order', '1001');
    expect(start({ restore: first.model.snapshot() }).lookup().values.order).toBe('1001');
    first.model.find(typed);
    expect(start({ restore: first.model.snapshot() }).lookup()).toMatchObject({
      phase: 'idle',
      values: typed,
    });
  });

  it('starts over when the other model was still loading', () => {
    const first = start({ request: proof });
    const second = start({ request: proof, restore: first.model.snapshot() });
    expect(second.kind()).toBe('loading');
    expect(second.opened).toHaveLength(1);
  });
});

describe('callbacks of the page', () => {
  it('cannot break the model', async () => {
    const { kind, reported } = await shown({
      onEvent: () => {
        throw new Error('the page’s own');
      },
    });
    await settle();
    expect(kind()).toBe('ready');
    expect(reported).toHaveLength(2);
  });
});
