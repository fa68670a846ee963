import { describe, expect, it } from 'vitest';
import { sampleLines } from '../order-tracking/samples.ts';
import { settle } from '../order-tracking/testing.ts';
import { createLaterModel } from './later.model.ts';
import { filed } from './sample-filed.ts';
import { decision, item, items, open, returnOptions } from './samples.ts';
import { itemKey } from './selection.ts';
import {
  atCheck,
  mapDrafts,
  mugs,
  opened,
  problem,
  proof,
  quote,
  sampleSession,
  start,
  towel,
} from './testing.ts';

describe('finding the order', () => {
  it('opens it by proof and shows what can go back, which the page is told', async () => {
    const { kind, choosing, events } = await opened();
    expect(kind()).toBe('choosing');
    expect(choosing()).toMatchObject({ step: 'items', route: 'return', items: [] });
    expect(events).toEqual([
      { type: 'session-opened', by: 'proof' },
      { type: 'returns-shown', orderId: returnOptions().orderId, open: 3 },
    ]);
  });

  it('shows the form without a proof, for an order or for a gift', async () => {
    const { model, of, last } = start({ request: undefined });
    expect(model.state.value.kind).toBe('lookup');
    model.edit('order', '1001');
    model.lookUpGift(true);
    expect(model.state.value).toMatchObject({ gift: true, values: { order: '1001', contact: '' } });
    model.find({ order: '#1001', contact: ' GIFT-7 ' });
    expect(last('open').values[0]).toEqual({ by: 'gift', order: '1001', code: 'GIFT-7' });
    await last('open').fail(problem('gift_code_invalid'));
    expect(model.state.value).toMatchObject({ kind: 'lookup', gift: true, phase: 'failed' });
    expect(of('open')).toHaveLength(1);
  });

  it('opens a gift by the code the page knows', () => {
    const { last } = start({ request: { by: 'gift', order: '1001', code: 'G' } });
    expect(last('open').values[0]).toEqual({ by: 'gift', order: '1001', code: 'G' });
  });

  it('says what failed when the options do not come, and tries those again only', async () => {
    const { model, of, last, kind } = start();
    await last('open').answer(sampleSession());
    await last('options').fail(problem('unreachable'));
    expect(kind()).toBe('failed');
    model.refresh();
    await last('options').answer(returnOptions());
    expect(kind()).toBe('choosing');
    expect(of('open')).toHaveLength(1);
  });

  it('tries again by itself when the network is back', async () => {
    const { world, last, of, kind } = start();
    await last('open').answer(sampleSession());
    await last('options').fail(problem('offline'));
    await world.change({ online: false });
    await world.change({ online: true });
    expect(of('options')).toHaveLength(2);
    await last('options').answer(returnOptions());
    expect(kind()).toBe('choosing');
  });

  it('begins with cancelling where nothing else is open', async () => {
    const { choosing } = await opened(
      {},
      { items: [item(sampleLines.lamp, { routes: [open('cancel', 1)] })] },
    );
    expect(choosing().route).toBe('cancel');
  });
});

describe('choosing', () => {
  it('takes no more units than are open, and none of what is closed', async () => {
    const { model, choosing } = await opened();
    model.choose(mugs, 5);
    expect(choosing().items).toMatchObject([{ quantity: 2 }]);
    const poster = items[3] as (typeof items)[number];
    model.choose(itemKey(poster), 1);
    model.choose('nobody/knows', 1);
    expect(choosing().items).toHaveLength(1);
    model.choose(mugs, 0);
    expect(choosing().items).toEqual([]);
  });

  it('keeps the order of the order, whatever is chosen first', async () => {
    const { model, choosing } = await opened();
    model.choose(towel, 1);
    model.choose(mugs, 1);
    expect(choosing().items.map(itemKey)).toEqual([mugs, towel]);
  });

  it('names what is missing instead of going on, and stops complaining once it is there', async () => {
    const { model, choosing } = await opened();
    model.next();
    expect(choosing()).toMatchObject({ step: 'items', mistakes: { items: 'missing' } });
    model.choose(mugs, 1);
    expect(choosing().mistakes).toEqual({});
    model.next();
    model.next();
    expect(choosing()).toMatchObject({ step: 'reasons', mistakes: { [`${mugs}.reason`]: 'missing' } });
    model.setReason(mugs, 'size');
    model.next();
    expect(choosing().mistakes).toEqual({ [`${mugs}.reason`]: 'missing' });
    model.setReason(mugs, 'size.too_small');
    model.next();
    expect(choosing().step).toBe('resolutions');
  });

  it('asks for the note and the photos a reason needs', async () => {
    const { model, choosing } = await opened();
    model.choose(mugs, 1);
    model.next();
    model.setReason(mugs, 'damaged_or_defective');
    model.next();
    expect(choosing().mistakes).toEqual({ [`${mugs}.note`]: 'missing', [`${mugs}.photos`]: 'missing' });
  });

  it('gives a reason to the other items that have none', async () => {
    const { model, choosing } = await opened();
    model.choose(mugs, 1);
    model.choose(towel, 1);
    model.setReason(mugs, 'style');
    model.copyReason(mugs);
    expect(choosing().items.map(({ reason }) => reason)).toEqual(['style', 'style']);
  });

  it('goes back and to steps that were passed, and never to one that was not', async () => {
    const { model, choosing } = await atCheck();
    model.goTo('reasons');
    expect(choosing().step).toBe('reasons');
    model.goTo('check');
    expect(choosing().step).toBe('reasons');
    model.back();
    expect(choosing().step).toBe('items');
    model.back();
    expect(choosing().step).toBe('items');
  });

  it('leaves out reasons and the way back when something is cancelled', async () => {
    const lamp = item(sampleLines.lamp, { routes: [open('cancel', 1)] });
    const { model, choosing, world, last } = await opened({}, { items: [lamp] });
    model.choose(itemKey(lamp), 1);
    model.next();
    expect(choosing().step).toBe('check');
    await world.pass(200);
    expect(last('quote').values[1]).toMatchObject({
      route: 'cancel',
      method: null,
      items: [{ reason: 'cancel', resolution: 'refund' }],
    });
  });

  it('tells a delivery that went wrong by its problem, and only of items it may be told of', async () => {
    const { model, choosing, world, last } = await opened();
    model.choose(towel, 1);
    model.setRoute('delivery_problem');
    expect(choosing().items).toEqual([]);
    model.choose(mugs, 1);
    model.next();
    expect(choosing().mistakes).toEqual({ problem: 'missing' });
    model.setRoute('delivery_problem', 'damaged');
    expect(choosing().items).toHaveLength(1);
    model.choose(towel, 1);
    expect(choosing().items).toHaveLength(1);
    await world.pass(200);
    expect(last('quote').values[1]).toMatchObject({ problem: 'damaged', items: [{ reason: 'damaged' }] });
  });
});

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
    // The new choice has sums of its own, and those settle it.
    await world.pass(200);
    await of('quote').at(-1)?.answer(only);
    await world.pass(5_000);
    expect(of('quote')).toHaveLength(2);
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
});

describe('a session that ends in the middle', () => {
  it('is opened again by the proof without a word', async () => {
    const { model, world, of, last, kind, choosing } = await opened();
    model.choose(mugs, 1);
    await world.pass(200);
    await last('quote').fail(problem('session_invalid'));
    expect(of('open')).toHaveLength(2);
    await last('open').answer(sampleSession({ token: 'second' }));
    expect(last('quote').values[0]).toMatchObject({ token: 'second' });
    expect(kind()).toBe('choosing');
    expect(choosing().items).toHaveLength(1);
  });

  it('asks who looked it up to do so once more, and goes on where they were', async () => {
    const widget = start({ request: undefined });
    const { model, world, last, kind, choosing } = widget;
    model.find({ order: '1001', contact: 'anna@example.com' });
    await last('open').answer(sampleSession());
    await last('options').answer(returnOptions());
    model.choose(mugs, 2);
    model.next();
    model.setReason(mugs, 'other');
    model.setNote(mugs, 'It hums.');
    await world.pass(200);
    await last('quote').fail(problem('session_invalid'));
    expect(kind()).toBe('lookup');
    expect(model.state.value).toMatchObject({ because: 'session_ended', values: { order: '1001' } });
    model.find({ order: '1001', contact: 'anna@example.com' });
    await last('open').answer(sampleSession());
    await last('options').answer(returnOptions());
    expect(choosing()).toMatchObject({ step: 'reasons', items: [{ quantity: 2, note: 'It hums.' }] });
  });

  it('does not show what was chosen to who opens another order', async () => {
    const { model, world, last, choosing } = start({ request: undefined, session: sampleSession() });
    await last('options').answer(returnOptions());
    model.choose(mugs, 1);
    await world.pass(200);
    await last('quote').fail(problem('session_invalid'));
    model.find({ order: '1002', contact: 'b@example.com' });
    const other = sampleSession();
    await last('open').answer({ ...other, order: { ...other.order, id: `ord_${'2'.repeat(32)}` } });
    await last('options').answer(returnOptions({ orderId: `ord_${'2'.repeat(32)}` }));
    expect(choosing().items).toEqual([]);
  });
});

describe('the end of a model', () => {
  it('stops every request, timer and listener', async () => {
    const { model, world, last, choosing } = await opened();
    model.choose(mugs, 1);
    await world.pass(200);
    model.dispose();
    expect((last('quote').values[2] as AbortSignal).aborted).toBe(true);
    expect(world.listeners.size).toBe(0);
    expect(world.timers.size).toBe(0);
    expect(choosing().items).toHaveLength(1);
    model.dispose();
  });

  it('goes on elsewhere where it was', async () => {
    const first = await atCheck();
    const snapshot = first.model.snapshot();
    first.model.dispose();
    const second = start({ request: proof, restore: snapshot });
    expect(second.choosing()).toMatchObject({ step: 'check', items: [{ resolution: 'store_credit' }] });
    expect(second.of('open')).toHaveLength(0);
    const other = start({ restore: { ...snapshot, state: { ...snapshot.state, kind: 'loading' } as never } });
    expect(other.of('options')).toHaveLength(1);
  });

  it('keeps a return on screen elsewhere, and asks for its news', async () => {
    const { model } = await atCheck();
    model.dispose();
    const widget = start({
      restore: {
        state: {
          kind: 'filed',
          filed: filed(),
          fresh: false,
          foundBy: 'proof',
          asOf: '2026-11-24T15:00:00.000Z',
          stale: false,
          offline: false,
          refreshing: true,
          doing: 'cancel',
          trouble: null,
          photos: [],
        },
        session: { token: 't', expiresAt: '2026-11-25T15:00:00.000Z', orderId: 'ord_1' },
      },
    });
    expect(widget.filed()).toMatchObject({ doing: null, refreshing: false });
    await widget.world.pass(301_000);
    expect(widget.of('read')).toHaveLength(1);
  });
});

describe('the part of the model behind the first screen', () => {
  it('that does not come is fetched again, and does then what was asked of it', async () => {
    let tries = 0;
    const { model, world, of, events, reported } = await opened({
      later: async () => {
        if (++tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
        return createLaterModel;
      },
    });
    model.choose(mugs, 1);
    await settle();
    expect(reported).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'unreachable' });
    await world.pass(5_000);
    await world.pass(200);
    expect(of('quote')).toHaveLength(1);
  });

  it('begins anew where a draft cannot be read because it does not come', async () => {
    const drafts = mapDrafts();
    const first = await opened({ drafts });
    first.model.choose(mugs, 1);
    first.model.dispose();
    const second = await opened({ drafts, later: () => Promise.reject(new TypeError('Failed')) });
    await settle();
    expect(second.choosing()).toMatchObject({ step: 'items', items: [] });
  });
});
