import { describe, expect, it } from 'vitest';
import { decideCovers } from './decide-covers.ts';
import type { CoverFacts, DoneClaim } from './facts.ts';
import { countriesWithGuarantee, legalGuaranteeOf } from './legal-guarantee.ts';
import { addMonths } from './months.ts';
import { facts, plan } from './testing/build.ts';

const guarantee = (changes: Partial<CoverFacts> = {}) =>
  decideCovers(facts(changes)).find(({ kind }) => kind === 'legal_guarantee');
const warranty = (changes: Partial<CoverFacts> = {}) =>
  decideCovers(facts({ country: null, ...changes })).find(({ kind }) => kind === 'warranty');
const registered = (registeredOn: string) => ({ status: 'registered', registeredOn }) as const;
const repaired = (changes: Partial<DoneClaim> = {}): DoneClaim => ({
  route: 'legal_guarantee',
  outcome: 'repaired',
  receivedOn: '2026-09-01',
  doneOn: '2026-09-20',
  ...changes,
});

describe('months', () => {
  it.each([
    ['2026-08-03', 24, '2028-08-03'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2099-12-31', 2, '2100-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['0099-03-31', 1, '0099-04-30'],
    ['9999-06-15', 12, '9999-12-31'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('from %s, %i later, end on %s', (from, months, end) => {
    expect(addMonths(from, months)).toBe(end);
  });
});

describe('the legal guarantee', () => {
  it.each([
    ['DE', '2028-08-03', '2027-08-03', 'law:2019/771'],
    ['AT', '2028-08-03', '2027-08-03', 'law:2019/771'],
    ['FR', '2028-08-03', '2028-08-03', 'law:FR'],
    ['RE', '2028-08-03', '2028-08-03', 'law:FR'],
    ['BE', '2028-08-03', '2028-08-03', 'law:BE'],
    ['PL', '2028-08-03', '2028-08-03', 'law:PL'],
    ['ES', '2029-08-03', '2028-08-03', 'law:ES'],
    ['PT', '2029-08-03', '2028-08-03', 'law:PT'],
    ['SE', '2029-08-03', '2028-08-03', 'law:SE'],
    ['IE', '2032-08-03', '2027-08-03', 'law:IE'],
    ['GB', '2032-08-03', '2027-02-03', 'law:GB'],
    ['CH', '2028-08-03', null, 'law:CH'],
  ])('of %s ends on %s, its presumption on %s', (country, until, burdenUntil, rule) => {
    expect(guarantee({ country })).toMatchObject({ state: 'active', until, burdenUntil, rule, country });
  });

  it('has no length where the law asks what can be expected', () => {
    expect(guarantee({ country: 'AU' })).toMatchObject({ state: 'unknown', from: '2026-08-03', until: null });
  });

  it('is not invented for a country that is not known here, nor for none', () => {
    expect(guarantee({ country: 'US' })).toBeUndefined();
    expect(guarantee({ country: null })).toBeUndefined();
  });

  it('holds on its last day and has ended on the next', () => {
    expect(guarantee({ today: '2028-08-03' })?.state).toBe('active');
    expect(guarantee({ today: '2028-08-04' })?.state).toBe('ended');
  });

  it('begins with the delivery', () => {
    expect(guarantee({ deliveredOn: null, today: '2026-08-10' })).toMatchObject({
      state: 'upcoming',
      until: null,
    });
    expect(guarantee({ deliveredOn: null, today: '2027-11-22' })).toMatchObject({
      state: 'unknown',
      until: null,
    });
  });

  it('is counted from the purchase where nobody here saw it arrive', () => {
    const cover = guarantee({ origin: 'elsewhere', deliveredOn: null, shippedOn: null });
    expect(cover).toMatchObject({ until: '2028-08-01', sum: { fromKind: 'purchased', from: '2026-08-01' } });
  });

  it.each<[string, Partial<CoverFacts>, string]>([
    ['is a year longer after a repair', { done: [repaired()] }, '2029-08-03'],
    ['is longer once only', { done: [repaired(), repaired({ doneOn: '2027-01-01' })] }, '2029-08-03'],
    ['is not longer after a replacement', { done: [repaired({ outcome: 'replaced' })] }, '2028-08-03'],
    ['is not longer after a repair that was paid', { done: [repaired({ route: 'repair' })] }, '2028-08-03'],
    [
      'is not longer for a contract before 31 July 2026',
      { purchasedOn: '2026-07-30', done: [repaired()] },
      '2028-08-03',
    ],
    ['is longer for a contract of that day', { purchasedOn: '2026-07-31', done: [repaired()] }, '2029-08-03'],
    ['is not longer where another law holds', { country: 'CH', done: [repaired()] }, '2028-08-03'],
    [
      'is not longer for a repair that came in after its end',
      { today: '2028-12-01', done: [repaired({ receivedOn: '2028-08-04', doneOn: '2028-08-20' })] },
      '2028-08-03',
    ],
    [
      'is longer for a repair that came in on its last day',
      { today: '2028-12-01', done: [repaired({ receivedOn: '2028-08-03', doneOn: '2028-08-20' })] },
      '2029-08-03',
    ],
  ])('%s', (_, changes, until) => {
    expect(guarantee(changes)?.until).toBe(until);
  });

  it('is known for every member state and names its law', () => {
    expect(countriesWithGuarantee).toEqual(expect.arrayContaining(['BG', 'HR', 'MT', 'AX', 'NO', 'NZ']));
    for (const country of countriesWithGuarantee) {
      const law = legalGuaranteeOf(country);
      expect(law?.rule).toMatch(/^law:/);
      expect(law?.burdenMonths ?? 0).toBeLessThanOrEqual(law?.months ?? Number.POSITIVE_INFINITY);
    }
  });
});

describe('a warranty', () => {
  it('is none without a plan', () => expect(warranty()).toBeUndefined());

  it.each<[string, Parameters<typeof plan>[0], Partial<CoverFacts>, object]>([
    ['counts from delivery', {}, {}, { state: 'active', from: '2026-08-03', until: '2028-08-03' }],
    ['counts from purchase', { from: 'purchase' }, {}, { from: '2026-08-01', until: '2028-08-01' }],
    [
      'counts from registration',
      { from: 'registration', registrationNeeded: true },
      { registration: registered('2026-09-10') },
      { from: '2026-09-10', until: '2028-09-10' },
    ],
    [
      'waits for the registration it needs, and tells what it would give',
      { registrationNeeded: true },
      {},
      { state: 'not_registered', until: '2028-08-03' },
    ],
    [
      'is not there for a registration that still waits',
      { registrationNeeded: true },
      { registration: { status: 'pending', registeredOn: '2026-09-10' } },
      { state: 'not_registered' },
    ],
    [
      'is over rather than waiting when its time has passed',
      { registrationNeeded: true, months: 1 },
      {},
      { state: 'ended', until: '2026-09-03' },
    ],
    ['can be for a lifetime', { months: null }, {}, { state: 'active', until: null, lifetime: true }],
    [
      'is longer for registering',
      { extraForRegistering: 12 },
      { registration: registered('2026-09-10') },
      { until: '2029-08-03' },
    ],
    [
      'is longer for registering on the last day for it',
      { extraForRegistering: 12, registerWithinDays: 30 },
      { registration: registered('2026-09-02') },
      { until: '2029-08-03' },
    ],
    [
      'is not longer for registering a day later',
      { extraForRegistering: 12, registerWithinDays: 30 },
      { registration: registered('2026-09-03') },
      { until: '2028-08-03' },
    ],
    ['is longer by what the store adds', {}, { addedMonths: 6 }, { until: '2029-02-03' }],
    ['goes with the item', {}, { handedOver: true }, { state: 'active' }],
    [
      'begins with the delivery',
      {},
      { deliveredOn: null, today: '2026-08-10' },
      { state: 'upcoming', until: null },
    ],
  ])('%s', (_, changes, more, expected) => {
    expect(warranty({ plan: plan(changes), ...more })).toMatchObject(expected);
  });

  it.each<[string, Parameters<typeof plan>[0], Partial<CoverFacts>]>([
    ['ends with the hand-over when it is not transferable', { transferable: false }, { handedOver: true }],
    ['holds in its countries only', { countries: ['AT', 'CH'] }, { country: 'DE' }],
    ['holds nowhere in particular when the country is not known', { countries: ['AT'] }, { country: null }],
  ])('%s', (_, changes, more) => {
    expect(warranty({ plan: plan(changes), ...more })).toBeUndefined();
  });

  it('adds up from its start, so that the end of a month is not lost on the way', () => {
    const cover = warranty({
      deliveredOn: '2026-08-31',
      today: '2026-12-01',
      plan: plan({ months: 6, extraForRegistering: 6 }),
      registration: registered('2026-09-01'),
    });
    expect(cover).toMatchObject({
      until: '2027-08-31',
      sum: { months: 6, extensions: [{ reason: 'registration', months: 6, until: '2027-08-31' }] },
    });
  });
});
