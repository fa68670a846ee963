import { describe, expect, it } from 'vitest';
import { sampleNow } from '../order-tracking/samples.ts';
import { filed } from './sample-filed.ts';
import { returnOptions } from './samples.ts';
import { atCheck, mapDrafts, mugs, opened, problem, sampleSession, start } from './testing.ts';

describe('drafts', () => {
  it('bring back what was chosen and typed, and keep nothing before that', async () => {
    const drafts = mapDrafts();
    const first = await opened({ drafts });
    await first.world.pass(5_000);
    expect(drafts.kept.size).toBe(0);
    first.model.choose(mugs, 2);
    first.model.next();
    first.model.setReason(mugs, 'other');
    first.model.setNote(mugs, 'It hums.');
    first.model.dispose();
    const second = await opened({ drafts });
    expect(second.choosing()).toMatchObject({
      step: 'reasons',
      items: [{ quantity: 2, reason: 'other', note: 'It hums.' }],
    });
  });

  it('are kept the moment the page goes out of sight', async () => {
    const { model, world, drafts } = await opened();
    model.choose(mugs, 1);
    expect(drafts.kept.size).toBe(0);
    await world.change({ visible: false });
    expect(drafts.kept.size).toBe(1);
  });

  it('are forgotten with the last item', async () => {
    const { model, world, drafts } = await opened();
    model.choose(mugs, 1);
    await world.pass(1_000);
    expect(drafts.kept.size).toBe(1);
    model.choose(mugs, 0);
    expect(drafts.kept.size).toBe(0);
  });

  it.each([
    ['there is no storage', null],
    [
      'storage throws',
      {
        read: () => {
          throw new Error('SecurityError');
        },
        write: () => {
          throw new Error('QuotaExceededError');
        },
        remove: () => {
          throw new Error('SecurityError');
        },
      },
    ],
  ])('go to the backend where %s', async (_, drafts) => {
    const { model, world, last, of, reported } = await opened({ drafts });
    model.choose(mugs, 1);
    await world.pass(1_000);
    expect(of('putDraft')).toHaveLength(0);
    await world.pass(1_000);
    expect(last('putDraft').values[1]).toMatchObject({ step: 'items', items: [{ quantity: 1 }] });
    await last('putDraft').fail(problem('unavailable'));
    expect(reported).toEqual([]);
  });

  it('go to the backend at once when the page may go, and outlive it', async () => {
    const { model, world, of, last } = await opened({ drafts: null });
    model.choose(mugs, 1);
    await world.change({ visible: false });
    expect(last('putDraft').values[1]).toMatchObject({ items: [{ quantity: 1 }] });
    expect(last('putDraft').values[3]).toBe(true);
    await world.pass(5_000);
    expect(of('putDraft')).toHaveLength(1);
    await world.change({ visible: true });
    model.choose(mugs, 2);
    await world.pass(1_000);
    model.dispose();
    expect(last('putDraft').values[1]).toMatchObject({ items: [{ quantity: 2 }] });
    expect((last('putDraft').values[2] as AbortSignal).aborted).toBe(false);
    expect(world.timers.size).toBe(0);
  });

  it('of the backend are taken up where this machine has none, as far as they still fit', async () => {
    const [first] = returnOptions().items;
    const line = { lineId: first?.lineId, shipmentId: first?.shipmentId } as never;
    const { choosing } = await opened(
      {},
      {
        draft: {
          step: 'resolutions',
          route: 'return',
          items: [
            { ...(line as object), quantity: 9, reason: 'style' },
            { lineId: `lin_${'f'.repeat(32)}`, shipmentId: null, quantity: 1 },
          ] as never,
        },
      },
    );
    expect(choosing()).toMatchObject({ step: 'resolutions', items: [{ quantity: 2, reason: 'style' }] });
  });

  it('send again, under its key, what got no answer before the page was reloaded', async () => {
    const drafts = mapDrafts();
    const first = await atCheck({ drafts });
    first.model.confirm();
    const sent = first.last('file').values;
    first.model.dispose();
    const second = start({ drafts });
    await second.last('open').answer(sampleSession());
    await second.last('options').answer(returnOptions());
    expect(second.last('file').values.slice(1, 3)).toEqual(sent.slice(1, 3));
    await second.last('file').answer(filed());
    expect(second.kind()).toBe('filed');
    expect(drafts.kept.size).toBe(0);
  });

  it('do not file by themselves what was sent long ago', async () => {
    const drafts = mapDrafts();
    const first = await atCheck({ drafts });
    first.model.confirm();
    first.model.dispose();
    const second = start({ drafts });
    second.world.time += 2 * 3_600_000;
    await second.last('open').answer(sampleSession());
    await second.last('options').answer(returnOptions());
    expect(second.of('file')).toHaveLength(0);
    expect(second.choosing().step).toBe('check');
  });
});

describe('a return that was filed a moment ago', () => {
  const [summary] = returnOptions({ returns: [] }).returns.concat({
    id: filed().id,
    number: filed().number,
    route: 'return',
    status: 'requested',
    createdAt: new Date(sampleNow - 60_000).toISOString(),
    units: 1,
  });
  const returns = [summary as NonNullable<typeof summary>];

  it('is on screen again after a reload', async () => {
    const { last, kind, filed: state, model } = await opened({}, { returns });
    await last('read').answer({ state: 'fresh', return: filed(), etag: '"1"' });
    expect(kind()).toBe('filed');
    expect(state()).toMatchObject({ fresh: true, filed: { id: filed().id } });
    model.closeReturn();
    await last('options').answer(returnOptions({ returns }));
    expect(kind()).toBe('choosing');
  });

  it('does not stand in the way of what was begun after it, nor when it cannot be had', async () => {
    const drafts = mapDrafts();
    const first = await opened({ drafts });
    first.model.choose(mugs, 1);
    first.model.dispose();
    const second = await opened({ drafts }, { returns });
    expect(second.choosing().items).toHaveLength(1);
    const third = await opened({}, { returns });
    await third.last('read').fail(problem('unavailable'));
    expect(third.choosing()).toMatchObject({ step: 'items', items: [] });
  });

  it.each([
    ['was filed long ago', { createdAt: new Date(sampleNow - 3_600_000).toISOString() }],
    ['was taken back', { status: 'cancelled' as const }],
  ])('is left in the list when it %s', async (_, facts) => {
    const { kind, of } = await opened({}, { returns: returns.map((one) => ({ ...one, ...facts })) });
    expect(kind()).toBe('choosing');
    expect(of('read')).toHaveLength(0);
  });
});
