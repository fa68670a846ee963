import { describe, expect, it } from 'vitest';
import { sampleLines } from '../order-tracking/samples.ts';
import { item, items, open } from './samples.ts';
import { itemKey } from './selection.ts';
import { atCheck, mugs, opened, towel } from './testing.ts';

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
