import { describe, expect, it } from 'vitest';
import { claimSteps, emptyChoice, fitting, needsAddress, placeOfStep } from './choice.ts';
import { stillToCome } from './filed/path.ts';
import { claim, claimOptions, door, samplePlaces } from './samples.ts';
import type { ClaimChoice } from './state.ts';

const options = claimOptions();
const choice = (facts: Partial<ClaimChoice>): ClaimChoice => ({ ...emptyChoice('DE'), ...facts });

describe('the steps of a claim', () => {
  it('ask for a symptom where there are some, and help with those that have help', () => {
    expect(claimSteps(options, choice({ route: 'warranty', symptom: 'flickers' }))).not.toContain('help');
    expect(claimSteps(options, choice({ route: 'warranty', symptom: 'dead' }))).toContain('help');
    const plain = claimOptions({ symptoms: [] });
    expect(claimSteps(plain, choice({ route: 'warranty' }))).not.toContain('symptom');
  });

  it('ask what shall be done only where there is a choice', () => {
    const one = claimOptions({ places: samplePlaces.slice(0, 1) as never });
    const repair = fitting(one, choice({ route: 'repair' }));
    expect(repair).toMatchObject({ resolution: 'repair', placeId: 'post' });
    expect(claimSteps(one, repair)).not.toContain('solution');
    expect(claimSteps(options, fitting(options, choice({ route: 'repair' })))).toContain('solution');
  });

  it.each([
    ['repair', 'post', true],
    ['repair', 'berlin', false],
    ['repair', 'home', true],
    ['kit', null, true],
    ['replacement', null, true],
    ['refund', null, false],
    ['store_credit', null, false],
  ] as const)('with %s at %s ask for an address: %s', (resolution, placeId, asked) => {
    const made = choice({ route: 'warranty', resolution, placeId });
    expect(needsAddress(options, made)).toBe(asked);
    expect(claimSteps(options, made).includes('address')).toBe(asked);
  });

  it('are counted without the doors, and with help as a part of its symptom', () => {
    const made = choice({ route: 'warranty', symptom: 'dead', resolution: 'refund' });
    expect(placeOfStep(options, made, 'help')).toEqual({ n: 1, total: 4 });
    expect(placeOfStep(options, made, 'details')).toEqual({ n: 2, total: 4 });
    expect(placeOfStep(options, made, 'check')).toEqual({ n: 4, total: 4 });
  });
});

describe('a choice that is gone on with', () => {
  it('loses what is not on offer any more', () => {
    const closed = claimOptions({ doors: [door('warranty', { because: 'claim_open' })] });
    const made = fitting(closed, choice({ route: 'warranty', symptom: 'gone', resolution: 'refund' }));
    expect(made).toMatchObject({ route: null, symptom: null, resolution: null });
  });

  it('asks for an address where none is known', () => {
    expect(fitting(claimOptions({ addressKnown: false }), choice({})).addressKind).toBe('other');
  });
});

describe('what is still to come for a claim', () => {
  it.each([
    [claim('received'), ['approved', 'device_received', 'in_repair', 'on_its_way_back', 'done']],
    [
      claim('approved', { route: 'repair' }),
      ['device_received', 'quoted', 'in_repair', 'on_its_way_back', 'done'],
    ],
    [claim('approved', { place: samplePlaces[1] ?? null }), ['device_received', 'in_repair', 'done']],
    [claim('approved', { place: samplePlaces[2] ?? null }), ['in_repair', 'done']],
    [claim('received', { resolution: 'replacement' }), ['approved', 'on_its_way_back', 'done']],
    [claim('received', { resolution: 'refund' }), ['approved', 'done']],
    [claim('tested'), ['on_its_way_back', 'done']],
    [claim('declined'), []],
    [claim('cancelled'), []],
    [claim('done'), []],
  ] as const)('%# is what its way has left', (of, expected) => {
    expect(stillToCome(of)).toEqual(expected);
  });

  it('is not more again while the store waits for an answer', () => {
    const asked = claim('waiting', {
      events: ['received', 'approved', 'device_received', 'waiting'].map((status, at) => ({
        at: `2026-11-1${at}T09:00:00.000Z`,
        status: status as 'waiting',
        note: null,
      })),
    });
    expect(stillToCome(asked)).toEqual(['in_repair', 'on_its_way_back', 'done']);
  });
});
