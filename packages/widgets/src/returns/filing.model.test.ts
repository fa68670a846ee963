import { describe, expect, it } from 'vitest';
import { filed } from './sample-filed.ts';
import { returnOptions } from './samples.ts';
import { atCheck, mugs, problem, quote, sampleSession } from './testing.ts';

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
