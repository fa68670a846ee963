import { describe, expect, it } from 'vitest';
import { sampleLines } from '../order-tracking/samples.ts';
import { settle } from '../order-tracking/testing.ts';
import { createLaterModel } from './later.model.ts';
import { filed } from './sample-filed.ts';
import { item, open, returnOptions } from './samples.ts';
import { atCheck, mapDrafts, mugs, opened, problem, proof, sampleSession, start } from './testing.ts';

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
