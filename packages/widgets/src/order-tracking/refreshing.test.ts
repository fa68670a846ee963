import { describe, expect, it } from 'vitest';
import { shipment } from './samples.ts';
import { session } from './testing.ts';
import { problem, proof, shown, start, typed } from './testing-model.ts';

describe('refreshing', () => {
  it('asks again when the server said so, with the tag of the last answer', async () => {
    const { world, read, ready, given } = await shown();
    await world.pass(119_000);
    expect(read).toHaveLength(0);
    await world.pass(1_000);
    expect(read[0]?.input).toEqual({ token: 'token', orderId: given.order.id, etag: null });
    expect(ready().refreshing).toBe(true);
    await read[0]?.answer({ state: 'fresh', order: given.order, etag: '"1"' });
    expect(ready()).toMatchObject({ refreshing: false, asOf: '2026-11-24T15:02:00.000Z' });
    await world.pass(120_000);
    expect(read[1]?.input.etag).toBe('"1"');
    await read[1]?.answer({ state: 'unchanged' });
    expect(ready().asOf).toBe('2026-11-24T15:04:00.000Z');
    await world.pass(120_000);
    expect(read[2]?.input.etag).toBe('"1"');
  });

  it('stops when nothing will change by itself', async () => {
    const { world } = await shown({}, { refreshAfter: null });
    expect(world.timers.size).toBe(0);
  });

  it('tells a changed status once, and says it', async () => {
    const { world, read, events, model, given } = await shown();
    const [parcel] = given.order.shipments;
    if (!parcel) throw new Error('The sample has a parcel.');
    const moved = { ...given.order, shipments: [{ ...parcel, status: 'out_for_delivery' as const }] };
    await world.pass(120_000);
    await read[0]?.answer({ state: 'fresh', order: moved, etag: null });
    await world.pass(120_000);
    await read[1]?.answer({ state: 'fresh', order: moved, etag: null });
    expect(events.slice(2)).toEqual([
      { type: 'status-changed', shipmentId: parcel.id, from: 'in_transit', to: 'out_for_delivery' },
    ]);
    expect(model.news.value).toEqual({ code: 'order_changed', shipmentIds: [parcel.id] });
  });

  it('tells a parcel that is new', async () => {
    const { world, read, events, given } = await shown();
    const second = shipment({ status: 'label_created' });
    await world.pass(120_000);
    await read[0]?.answer({
      state: 'fresh',
      order: { ...given.order, shipments: [...given.order.shipments, second] },
      etag: null,
    });
    expect(events.at(-1)).toEqual({
      type: 'status-changed',
      shipmentId: second.id,
      from: null,
      to: 'label_created',
    });
  });

  it('keeps the order on screen when a refresh fails, backs off, and tells the error once', async () => {
    const { world, read, ready, events } = await shown();
    await world.pass(120_000);
    await read[0]?.fail(problem('unavailable'));
    expect(ready()).toMatchObject({ kind: 'ready', stale: true, asOf: '2026-11-24T15:00:00.000Z' });
    const waits: number[] = [];
    for (let failed = 1; failed < 9; failed++) {
      const [timer] = [...world.timers];
      waits.push((timer?.at ?? 0) - world.time);
      await world.pass(waits.at(-1) ?? 0);
      await read[failed]?.fail(problem('unavailable'));
    }
    expect(waits).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 600_000, 600_000]);
    expect(events.filter(({ type }) => type === 'error')).toHaveLength(1);
    await world.pass(600_000);
    await read[9]?.answer({ state: 'unchanged' });
    expect(ready().stale).toBe(false);
  });

  it('does not ask before the server wants to be asked again', async () => {
    const { world, read } = await shown();
    await world.pass(120_000);
    await read[0]?.fail(problem('rate_limited', { retryAt: new Date(world.time + 300_000).toISOString() }));
    await world.pass(299_000);
    expect(read).toHaveLength(1);
    await world.pass(1_000);
    expect(read).toHaveLength(2);
  });

  it('rests while nobody looks and asks at once on return when it is due', async () => {
    const { world, read } = await shown();
    await world.change({ visible: false });
    await world.pass(3_600_000);
    expect(read).toHaveLength(0);
    await world.change({ visible: true });
    await world.pass(0);
    expect(read).toHaveLength(1);
  });

  it('does not ask on return when it is not due yet', async () => {
    const { world, read } = await shown();
    await world.change({ visible: false });
    await world.pass(10_000);
    await world.change({ visible: true });
    await world.pass(0);
    expect(read).toHaveLength(0);
    await world.pass(110_000);
    expect(read).toHaveLength(1);
  });

  it('says when the network goes and comes, and catches up', async () => {
    const { world, read, ready, model } = await shown();
    await world.change({ online: false });
    expect(ready().offline).toBe(true);
    expect(model.news.value).toEqual({ code: 'offline' });
    await world.pass(600_000);
    expect(read).toHaveLength(0);
    await world.change({ online: true });
    expect(ready().offline).toBe(false);
    expect(model.news.value).toEqual({ code: 'online' });
    await world.pass(0);
    expect(read).toHaveLength(1);
  });

  it('never has two requests at a time', async () => {
    const { model, read } = await shown();
    model.refresh();
    model.refresh();
    expect(read).toHaveLength(1);
  });

  it('opens another session by proof without a word when the old one ended', async () => {
    const { world, read, opened, ready, events, given } = await shown();
    await world.pass(120_000);
    await read[0]?.fail(problem('session_invalid'));
    expect(ready().kind).toBe('ready');
    expect(opened[1]?.input).toEqual(proof);
    await opened[1]?.answer({ ...given, token: 'second' });
    expect(ready().session.token).toBe('second');
    expect(events).toHaveLength(2);
  });

  it('does not even ask with a session it knows to have expired', async () => {
    const { world, read, opened } = await shown({}, { refreshAfter: 100_000 });
    await world.pass(100_000_000);
    expect(read).toHaveLength(0);
    expect(opened).toHaveLength(2);
  });

  it('shows the form with the number when a looked-up session ended', async () => {
    const { model, opened, read, lookup, world } = start();
    model.find(typed);
    await opened[0]?.answer(session());
    await world.pass(120_000);
    await read[0]?.fail(problem('session_invalid'));
    expect(lookup()).toMatchObject({ because: 'session_ended', values: { order: '1001', contact: '' } });
  });

  it('shows the form when the proof does not open the order any more', async () => {
    const { world, read, opened, lookup } = await shown();
    await world.pass(120_000);
    await read[0]?.fail(problem('session_invalid'));
    await opened[1]?.fail(problem('proof_invalid'));
    expect(lookup().because).toBe('session_ended');
  });

  it('says so when the order is gone', async () => {
    const { world, read, model, opened, kind } = await shown();
    await world.pass(120_000);
    await read[0]?.fail(problem('not_found'));
    expect(model.state.value).toMatchObject({
      kind: 'failed',
      problem: { code: 'not_found', retryable: false },
    });
    model.refresh();
    expect(kind()).toBe('loading');
    expect(opened).toHaveLength(2);
  });
});
