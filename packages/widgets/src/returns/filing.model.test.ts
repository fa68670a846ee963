import { describe, expect, it } from 'vitest';
import { filed } from './sample-filed.ts';
import { returnOptions } from './samples.ts';
import { atCheck, mapDrafts, mugs, opened, problem, quote, sampleSession, start } from './testing.ts';

const key = (values: readonly unknown[]): unknown => values[2];

describe('filing', () => {
  it('sends what was chosen with the sum that was shown, and shows the return', async () => {
    const { model, last, events, filed: state, drafts } = await atCheck();
    model.confirm();
    expect(last('file').values[1]).toEqual({
      route: 'return',
      problem: null,
      method: { id: 'label', placeId: null },
      items: [
        expect.objectContaining({
          quantity: 1,
          reason: 'changed_my_mind',
          resolution: 'store_credit',
          note: null,
          uploads: [],
          exchangeFor: null,
        }),
      ],
      expected: { refund: 0, storeCredit: 1600, toPay: 0 },
    });
    await last('file').answer(filed());
    expect(state()).toMatchObject({ kind: 'filed', fresh: true, filed: { number: 'R-1001-1' } });
    expect(events.at(-1)).toEqual({
      type: 'return-filed',
      returnId: filed().id,
      route: 'return',
      units: 1,
      resolutions: ['store_credit'],
    });
    expect(drafts.kept.size).toBe(0);
  });

  it('files once, however often it is confirmed', async () => {
    const { model, of, choosing } = await atCheck();
    model.confirm();
    model.confirm();
    model.choose(mugs, 2);
    model.back();
    model.confirm();
    expect(of('file')).toHaveLength(1);
    expect(choosing()).toMatchObject({ phase: 'filing', step: 'check', items: [{ quantity: 1 }] });
  });

  it('sends the same again under the same key after a connection was lost', async () => {
    const { model, of, last, choosing, world } = await atCheck();
    model.confirm();
    await last('file').fail(problem('unreachable'));
    expect(choosing()).toMatchObject({ phase: 'failed', trouble: { code: 'unreachable' } });
    model.confirm();
    await last('file').fail(problem('timeout'));
    await world.change({ online: false });
    await world.change({ online: true });
    expect(of('file')).toHaveLength(3);
    const [first, second, third] = of('file').map(({ values }) => key(values));
    expect(first).toBeTruthy();
    expect([second, third]).toEqual([first, first]);
  });

  it('takes another key for another choice', async () => {
    const widget = await atCheck();
    const { model, of, last } = widget;
    model.confirm();
    await last('file').fail(problem('unreachable'));
    model.goTo('items');
    model.choose(mugs, 2);
    model.next();
    model.next();
    model.next();
    model.next();
    await quote(widget);
    model.confirm();
    expect(new Set(of('file').map(({ values }) => key(values))).size).toBe(2);
  });

  it('waits while another window’s same request is worked on', async () => {
    const { model, of, last, world } = await atCheck();
    model.confirm();
    await last('file').fail(problem('idempotency_in_progress'));
    await world.pass(1_000);
    expect(of('file').map(({ values }) => key(values))).toEqual([
      key(of('file')[0]?.values ?? []),
      key(of('file')[0]?.values ?? []),
    ]);
  });

  it('shows the new sum and asks again when it has changed', async () => {
    const widget = await atCheck();
    const { model, last, choosing, of } = widget;
    model.confirm();
    await last('file').fail(problem('quote_changed'));
    expect(choosing()).toMatchObject({ step: 'check', trouble: { code: 'quote_changed' } });
    model.confirm();
    expect(of('file')).toHaveLength(1);
    await quote(widget);
    model.confirm();
    expect(of('file')).toHaveLength(2);
    expect(key(of('file')[0]?.values ?? [])).not.toBe(key(of('file')[1]?.values ?? []));
  });

  it.each([
    ['variant_unavailable', 'resolutions'],
    ['method_unavailable', 'method'],
    ['photos_required', 'reasons'],
    ['quantity_unavailable', 'items'],
    ['idempotency_conflict', 'items'],
  ])('goes to where %s can be put right', async (code, step) => {
    const { model, last, choosing } = await atCheck();
    model.confirm();
    await last('file').fail(problem(code));
    await last('options').answer(returnOptions());
    expect(choosing()).toMatchObject({ step, phase: 'failed', trouble: { code }, items: [{ quantity: 1 }] });
  });

  it('keeps everything and its key when the session ends at the last moment', async () => {
    const { model, of, last, choosing } = await atCheck();
    model.confirm();
    const first = key(last('file').values);
    await last('file').fail(problem('session_invalid'));
    await last('open').answer(sampleSession({ token: 'second' }));
    expect(of('file')).toHaveLength(2);
    expect(last('file').values[0]).toMatchObject({ token: 'second' });
    expect(key(last('file').values)).toBe(first);
    expect(choosing().phase).toBe('filing');
  });
});

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
