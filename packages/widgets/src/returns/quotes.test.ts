import { describe, expect, it } from 'vitest';
import { decision, items, methods, quoteFor, returnOptions } from './samples.ts';
import { itemKey } from './selection.ts';
import { atCheck, mugs, opened, problem, quote, towel } from './testing.ts';

describe('the sums', () => {
  it('are asked for once when the choice rests, and only the last answer counts', async () => {
    const { model, world, of, choosing } = await opened();
    model.choose(mugs, 1);
    model.choose(mugs, 2);
    await world.pass(100);
    expect(of('quote')).toHaveLength(0);
    await world.pass(100);
    expect(of('quote')).toHaveLength(1);
    expect(choosing().quoted.asking).toBe(true);
    model.choose(mugs, 1);
    await world.pass(200);
    const [first, second] = of('quote');
    expect(first?.values[2]).toMatchObject({ aborted: true });
    await second?.answer({ items: [], methods: [], keepItem: false, autoApproved: false, settlement: null });
    expect(choosing().quoted).toMatchObject({ asking: false, problem: null });
  });

  it('choose what there is no choice about, and drop what is no longer on offer', async () => {
    const widget = await opened();
    const { model, choosing, world, of } = widget;
    model.choose(towel, 1);
    model.setResolution(towel, 'store_credit');
    model.setMethod('gone');
    await world.pass(200);
    const only = {
      items: [
        {
          lineId: choosing().items[0]?.lineId,
          shipmentId: choosing().items[0]?.shipmentId,
          quantity: 1,
          resolutions: [
            { resolution: 'refund', state: 'open', because: null, value: null, bonus: null, variants: [] },
            {
              resolution: 'store_credit',
              state: 'closed',
              because: 'not_offered',
              value: null,
              bonus: null,
              variants: [],
            },
          ],
        },
      ],
      methods: [{ id: 'own', kind: 'own_carrier', places: [] }],
      keepItem: false,
      autoApproved: false,
      settlement: null,
    };
    await of('quote').at(-1)?.answer(only);
    expect(choosing().items).toMatchObject([{ resolution: 'refund' }]);
    expect(choosing().method).toEqual({ id: 'own', placeId: null });
    model.next();
    model.setReason(towel, 'style');
    await world.pass(200);
    await of('quote').at(-1)?.answer(only);
    expect(of('quote')).toHaveLength(2);
    model.next();
    // What there was no choice about has sums of its own, and those settle it.
    await world.pass(200);
    await of('quote').at(-1)?.answer(only);
    await world.pass(5_000);
    expect(of('quote')).toHaveLength(3);
    expect(of('quote').map(({ values }) => values[1])).toMatchObject([
      { method: null, items: [{ reason: null, resolution: null }] },
      { method: null, items: [{ reason: 'style', resolution: null }] },
      { method: null, items: [{ reason: 'style', resolution: 'refund' }] },
    ]);
  });

  it('are asked for without what was picked later, which one more unit may close', async () => {
    const widget = await atCheck();
    const { model, world, of, choosing } = widget;
    model.goTo('items');
    model.choose(mugs, 2);
    await world.pass(200);
    const [item] = choosing().items;
    expect(of('quote').at(-1)?.values[1]).toMatchObject({
      method: null,
      items: [{ quantity: 2, reason: 'changed_my_mind', resolution: null }],
    });
    // The label is gone, the credit is not: only what is gone is to be chosen again.
    const others = methods.filter(({ id }) => id !== 'label');
    await of('quote')
      .at(-1)
      ?.answer(quoteFor(item ? [item] : [], { methods: others }));
    expect(choosing()).toMatchObject({
      step: 'items',
      trouble: null,
      method: null,
      items: [{ quantity: 2, resolution: 'store_credit' }],
    });
  });

  it('that do not come say so, and come when asked again', async () => {
    const { model, world, of, choosing } = await opened();
    model.choose(mugs, 1);
    await world.pass(200);
    await of('quote').at(-1)?.fail(problem('timeout'));
    expect(choosing().quoted).toMatchObject({ asking: false, problem: { code: 'timeout' } });
    model.askAgain();
    await world.pass(200);
    expect(of('quote')).toHaveLength(2);
  });

  it('that tell of something that closed read anew what can be done', async () => {
    const { model, world, last, choosing } = await opened();
    model.choose(mugs, 1);
    model.choose(towel, 1);
    model.next();
    await world.pass(200);
    await last('quote').fail(problem('route_closed'));
    const closed = items.map((one) =>
      itemKey(one) === mugs ? { ...one, routes: [decision('return', { because: 'nothing_left' })] } : one,
    );
    await last('options').answer(returnOptions({ items: closed }));
    expect(choosing()).toMatchObject({ step: 'items', trouble: { code: 'route_closed' } });
    expect(choosing().items.map(itemKey)).toEqual([towel]);
  });

  it('skip the way back where nothing is wanted back', async () => {
    const widget = await opened();
    const { model, choosing } = widget;
    model.choose(mugs, 1);
    model.next();
    model.setReason(mugs, 'style');
    model.next();
    await quote(widget, { keepItem: true, methods: [{ id: 'keep_item', kind: 'keep_item', places: [] }] });
    model.setResolution(mugs, 'refund');
    model.next();
    expect(choosing().step).toBe('check');
  });

  it('that are refused for what is unchanged say so once, and are not asked for in circles', async () => {
    const { model, world, of, last, choosing } = await opened();
    model.choose(mugs, 1);
    await world.pass(200);
    await last('quote').fail(problem('quantity_unavailable'));
    await last('options').answer(returnOptions());
    await world.pass(5_000);
    expect(of('quote')).toHaveLength(1);
    expect(choosing()).toMatchObject({ step: 'items', trouble: { code: 'quantity_unavailable' } });
    model.askAgain();
    await world.pass(200);
    expect(of('quote')).toHaveLength(2);
  });
});

describe('a variant that is gone', () => {
  const gone = problem('variant_unavailable', {
    fields: { 'items.0.exchangeFor': ['There are too few of it.'] },
  });

  /** Both things with reasons, and the mugs to be exchanged. */
  async function exchanging() {
    const widget = await opened();
    const { model } = widget;
    model.choose(mugs, 2);
    model.choose(towel, 1);
    model.next();
    for (const key of [mugs, towel]) model.setReason(key, 'style');
    model.setNote(mugs, 'Too dark.');
    model.next();
    await quote(widget);
    model.setResolution(towel, 'store_credit');
    model.setResolution(mugs, 'exchange', 'v2');
    return widget;
  }

  it('is asked for anew where variants are chosen, and nothing else is lost', async () => {
    const { world, last, choosing, events } = await exchanging();
    await world.pass(200);
    await last('quote').fail(gone);
    await last('options').answer(returnOptions());
    expect(choosing()).toMatchObject({
      step: 'resolutions',
      trouble: { code: 'variant_unavailable' },
      items: [
        { quantity: 2, reason: 'style', note: 'Too dark.', resolution: 'exchange', variantId: null },
        { quantity: 1, reason: 'style', resolution: 'store_credit' },
      ],
    });
    await world.pass(200);
    expect(last('quote').values[1]).toMatchObject({
      items: [{ resolution: 'exchange', exchangeFor: null }, { resolution: 'store_credit' }],
    });
    expect(events.filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('with no other left leads to what else there is to get', async () => {
    const { world, last, choosing } = await exchanging();
    for (let tries = 0; tries < 2; tries++) {
      await world.pass(200);
      await last('quote').fail(gone);
      await last('options').answer(returnOptions());
    }
    expect(choosing()).toMatchObject({
      step: 'resolutions',
      trouble: { code: 'variant_unavailable' },
      items: [{ resolution: null, variantId: null }, { resolution: 'store_credit' }],
    });
  });

  it('is told when it is filed, too', async () => {
    const widget = await atCheck();
    const { model, last, choosing } = widget;
    model.goTo('resolutions');
    model.setResolution(mugs, 'exchange', 'v4');
    await quote(widget, { settlement: widget.choosing().quoted.quote?.settlement ?? null });
    model.next();
    model.next();
    await quote(widget, { settlement: widget.choosing().quoted.quote?.settlement ?? null });
    expect(choosing().step).toBe('check');
    model.confirm();
    await last('file').fail(gone);
    await last('options').answer(returnOptions());
    expect(choosing()).toMatchObject({
      step: 'resolutions',
      phase: 'failed',
      items: [{ reason: 'changed_my_mind', resolution: 'exchange', variantId: null }],
    });
  });
});
