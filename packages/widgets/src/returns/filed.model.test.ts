import { describe, expect, it } from 'vitest';
import { settle } from '../order-tracking/testing.ts';
import { filed, sampleReturns } from './sample-filed.ts';
import { quoteFor, returnOptions, settlement } from './samples.ts';
import { atCheck, mugs, opened, problem } from './testing.ts';

/** A return that was opened from the list. */
async function following(facts = {}) {
  const shown = filed('approved', facts);
  const widget = await opened({}, { returns: [shown] });
  widget.model.openReturn(shown.id);
  await widget.last('read').answer({ state: 'fresh', return: shown, etag: '"1"' });
  return { ...widget, shown };
}

describe('following a return', () => {
  it('asks for news when the server said it is worth it, and for what changed only', async () => {
    const { world, of, last, filed: state } = await following();
    await world.pass(299_000);
    expect(of('read')).toHaveLength(1);
    await world.pass(2_000);
    expect(last('read').values[1]).toEqual({ returnId: filed().id, etag: '"1"' });
    await last('read').answer({ state: 'unchanged' });
    expect(state()).toMatchObject({ refreshing: false, stale: false });
    await world.pass(301_000);
    await last('read').answer({ state: 'fresh', return: filed('shipped'), etag: '"2"' });
    expect(state().filed.status).toBe('shipped');
  });

  it('does not ask while nobody looks or nothing is reachable', async () => {
    const { world, of } = await following();
    await world.change({ visible: false });
    await world.pass(3_600_000);
    expect(of('read')).toHaveLength(1);
    await world.change({ visible: true });
    await world.pass(0);
    expect(of('read')).toHaveLength(2);
  });

  it('fetches fresh addresses of documents before the old ones end, though nothing else changes', async () => {
    const { world, of } = await following({ refreshAfter: null });
    await world.pass(8 * 60_000);
    expect(of('read')).toHaveLength(2);
  });

  it('keeps what is shown when news do not come, says so, and goes on asking', async () => {
    const { world, last, of, filed: state, events } = await following();
    await world.pass(301_000);
    await last('read').fail(problem('unavailable'));
    expect(state()).toMatchObject({ stale: true, filed: { number: 'R-1001-1' } });
    expect(events.at(-1)).toEqual({ type: 'error', code: 'unavailable', requestId: null });
    await world.pass(15_000);
    expect(of('read')).toHaveLength(3);
  });

  it('goes back to the items, read anew', async () => {
    const { model, last, choosing } = await following();
    model.closeReturn();
    await last('options').answer(returnOptions());
    expect(choosing()).toMatchObject({ step: 'items', items: [] });
  });
});

describe('cancelling', () => {
  it('is done once, and told once it is true', async () => {
    const { model, of, last, events, filed: state } = await following();
    model.cancelReturn();
    model.cancelReturn();
    expect(of('cancel')).toHaveLength(1);
    expect(state().doing).toBe('cancel');
    await last('cancel').answer(sampleReturns.cancelled);
    expect(state()).toMatchObject({ doing: null, filed: { status: 'cancelled' } });
    expect(events.at(-1)).toEqual({ type: 'return-cancelled', returnId: filed().id });
  });

  it('is tried again under the same key', async () => {
    const { model, of, last, filed: state } = await following();
    model.cancelReturn();
    await last('cancel').fail(problem('timeout'));
    expect(state()).toMatchObject({
      doing: null,
      trouble: { action: 'cancel', problem: { code: 'timeout' } },
    });
    model.cancelReturn();
    expect(of('cancel')[0]?.values[2]).toBe(of('cancel')[1]?.values[2]);
  });

  it('that is too late shows how it stands now', async () => {
    const { model, last, of, filed: state } = await following();
    model.cancelReturn();
    await last('cancel').fail(problem('return_not_changeable'));
    expect(of('read')).toHaveLength(2);
    await last('read').answer({ state: 'fresh', return: filed('shipped'), etag: null });
    expect(state().filed.status).toBe('shipped');
  });
});

describe('changing', () => {
  it('goes through the steps with what was filed, though none of it is open any more', async () => {
    const widget = await following();
    const { model, last, choosing, world } = widget;
    const one = { ...filed(), items: filed().items.slice(0, 1) };
    model.changeReturn();
    const closed = returnOptions().items.map((item) => ({
      ...item,
      routes: item.routes.map((route) => ({ ...route, state: 'closed' as const, quantity: 0 })),
    }));
    await last('options').answer(returnOptions({ items: closed }));
    expect(choosing()).toMatchObject({
      step: 'items',
      changing: { number: 'R-1001-1' },
      method: { id: 'label' },
    });
    model.choose(mugs, 1);
    expect(choosing().items).toMatchObject([{ quantity: 1, reason: 'changed_my_mind' }, {}]);
    await world.pass(5_000);
    expect(widget.drafts.kept.size).toBe(0);
    model.back();
    expect(widget.filed().filed.number).toBe(one.number);
  });

  it('replaces what was filed instead of filing again', async () => {
    const widget = await atCheck();
    const { model, last, of, events } = widget;
    model.confirm();
    await last('file').answer(filed('requested', { items: filed().items.slice(0, 1) }));
    model.changeReturn();
    await last('options').answer(returnOptions());
    const before = events.length;
    model.next();
    model.next();
    await widget.world.pass(200);
    const quoted = widget.choosing().items;
    await last('quote').answer(quoteFor(quoted, { settlement }));
    model.next();
    model.next();
    await widget.world.pass(200);
    await last('quote').answer(quoteFor(quoted, { settlement }));
    model.confirm();
    expect(last('change').values[1]).toBe(filed().id);
    await last('change').answer(filed('approved'));
    expect(widget.filed().filed.status).toBe('approved');
    expect(of('file')).toHaveLength(1);
    expect(events.slice(before)).toEqual([]);
  });
});

describe('telling and writing', () => {
  it('tells the number of the parcel, tidied, and nothing when it is empty', async () => {
    const { model, of, last } = await following({ canTellParcel: true });
    model.tellParcel('  ', '');
    expect(of('tellParcel')).toHaveLength(0);
    model.tellParcel(' 0034 ', ' DHL ');
    expect(last('tellParcel').values[2]).toEqual({ trackingNumber: '0034', carrier: 'DHL' });
    await last('tellParcel').answer(sampleReturns['on-its-way']);
  });

  it('sends a message with its files, and empties the field only when it is there', async () => {
    const { model, last, filed: state } = await following();
    expect(await model.sendMessage('  ')).toBe(false);
    model.addMessagePhotos([new Blob(['x'])]);
    expect(await model.sendMessage('Too early.')).toBe(false);
    await settle();
    await last('upload').answer({ id: 'upl_9' });
    expect(last('upload').values[2]).toMatchObject({ purpose: 'message' });
    const failing = model.sendMessage(' Here it is. ');
    expect(last('message').values[2]).toEqual({ text: 'Here it is.', uploads: ['upl_9'] });
    await last('message').fail(problem('unreachable'));
    expect(await failing).toBe(false);
    expect(state()).toMatchObject({ trouble: { action: 'message' }, photos: [{ uploadId: 'upl_9' }] });
    const sent = model.sendMessage('Here it is.');
    await last('message').answer(filed());
    expect(await sent).toBe(true);
    expect(state().photos).toEqual([]);
  });
});
