import type { ReferralProgrammeInput, ReferralReward } from '@postlude/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programmeContradictions } from './contradictions.ts';
import { programmeToBegin } from './defaults.ts';
import { bothGet, offerSentence, rewardLabel } from './labels.ts';
import { arabic } from './sentences-ar.ts';
import { german } from './sentences-de.ts';
import { english } from './sentences-en.ts';
import { termsOf } from './terms.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const begin = programmeToBegin('EUR', 'https://shop.example/friends', 2_000);
const reader = { locale: 'en', timeZone: 'Europe/Berlin' };

const reward: fc.Arbitrary<ReferralReward> = fc.oneof(
  fc.record({
    kind: fc.constant('amount' as const),
    amount: fc.integer({ min: 1, max: 99_999 }).map(euros),
    by: fc.constant('pool' as const),
  }),
  fc.record({
    kind: fc.constant('percent' as const),
    percent: fc.integer({ min: 1, max: 100 }),
    by: fc.constant('pool' as const),
  }),
  fc.record({ kind: fc.constant('free_shipping' as const), by: fc.constant('webhook' as const) }),
  fc.record({
    kind: fc.constant('product' as const),
    productId: fc.constant('7'),
    title: fc.constant({ en: 'Mug' }),
    worth: fc.constant(null),
    by: fc.constant('webhook' as const),
  }),
  fc.record({
    kind: fc.constant('store_credit' as const),
    amount: fc.integer({ min: 1, max: 99_999 }).map(euros),
    by: fc.constant('webhook' as const),
  }),
);
const perhaps = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const count = fc.integer({ min: 1, max: 500 });
const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const programme: fc.Arbitrary<ReferralProgrammeInput> = fc
  .record({
    startsAt: perhaps(moment),
    endsAt: perhaps(moment),
    advocate: perhaps(reward),
    friend: perhaps(reward),
    minimumOrder: fc.array(fc.integer({ min: 1, max: 99_999 }).map(euros), { maxLength: 1 }),
    firstOrderOnly: fc.boolean(),
    caps: fc.record({ perAdvocate: perhaps(count), perMonth: perhaps(count), programme: perhaps(count) }),
    hold: fc.oneof(
      fc.constant({ until: 'returns_over' as const }),
      fc.record({ until: fc.constant('days' as const), days: fc.integer({ min: 0, max: 365 }) }),
    ),
    attributionDays: fc.integer({ min: 1, max: 365 }),
    takePart: fc.record({
      from: fc.constantFrom('order' as const, 'delivery' as const),
      orders: fc.integer({ min: 1, max: 100 }),
    }),
    countries: fc.uniqueArray(fc.constantFrom('DE', 'AT', 'FR', 'SA'), { maxLength: 3 }),
    currencies: fc.constantFrom<string[]>([], ['EUR'], ['EUR', 'CHF']),
    friendEmail: fc.boolean(),
  })
  .map((changes): ReferralProgrammeInput => ({ ...begin, ...changes }))
  .filter((one) => Object.keys(programmeContradictions(one)).length === 0);

/** Whether the terms hold a sentence of one kind, whatever its numbers. */
const sentencesOf = { en: english, de: german, ar: arabic } as const;

describe('the terms of a programme', () => {
  it('say what the settings say and nothing else, in every language', () => {
    fc.assert(
      fc.property(programme, fc.constantFrom('en', 'de', 'ar'), (one, locale) => {
        const say = sentencesOf[locale];
        const terms = termsOf(one, { locale, timeZone: 'Europe/Berlin' });
        const all = terms.join('\n');
        const isThere = (sentence: string) => terms.includes(sentence);
        expect(terms).toEqual([...new Set(terms)]);
        expect(all).not.toMatch(/undefined|null|NaN|#|\{|\}/);
        for (const term of terms) expect(term).toMatch(/^\S.*\.$/s);
        expect(isThere(say.takePart[one.takePart.from](one.takePart.orders))).toBe(true);
        expect(isThere(say.firstOrderOnly)).toBe(one.firstOrderOnly);
        expect(isThere(say.anyOrder)).toBe(!one.firstOrderOnly);
        expect(isThere(say.orderWithin(one.attributionDays))).toBe(true);
        expect(isThere(say.friendGetsNothing)).toBe(one.friend === null);
        expect(isThere(say.advocateGetsNothing)).toBe(one.advocate === null);
        for (const side of ['advocate', 'friend'] as const) {
          const given = one[side];
          if (given) expect(all).toContain(rewardLabel(given, locale));
        }
        expect(isThere(say.email)).toBe(one.friendEmail);
        const { hold, advocate } = one;
        expect(isThere(say.afterReturns)).toBe(advocate !== null && hold.until === 'returns_over');
        expect(isThere(say.atOnce)).toBe(advocate !== null && hold.until === 'days' && hold.days === 0);
        for (const days of [1, 2, 3, 11, 100]) {
          const told = advocate !== null && hold.until === 'days' && hold.days === days;
          expect(isThere(say.afterDays(days))).toBe(told);
        }
        const { perAdvocate, perMonth, programme: whole } = one.caps;
        for (const cap of new Set([1, 2, 3, 11, 100, perAdvocate ?? 1, perMonth ?? 1, whole ?? 1])) {
          expect(isThere(say.perAdvocate(cap))).toBe(perAdvocate === cap);
          expect(isThere(say.perMonth(cap))).toBe(perMonth === cap);
          expect(isThere(say.perProgramme(cap))).toBe(whole === cap);
        }
        expect(isThere(say.void(true))).toBe(one.minimumOrder.length > 0);
        expect(isThere(say.void(false))).toBe(one.minimumOrder.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it('name the day that ends before midnight as the last, and any other moment with its time', () => {
    const until = (endsAt: string, timeZone: string) =>
      termsOf({ ...begin, endsAt }, { locale: 'en-GB', timeZone }).find((term) => term.includes('2026'));
    expect(until('2026-12-31T23:00:00Z', 'Europe/Berlin')).toContain('until the end of 31 December 2026.');
    expect(until('2026-12-31T23:00:00Z', 'UTC')).toMatch(/ends on 31 December 2026 at 23:00 UTC\./);
    expect(until('2027-01-01T00:00:00Z', 'UTC')).toContain('until the end of 31 December 2026.');
  });

  it('name minimums, countries and currencies as people do', () => {
    const terms = termsOf(
      {
        ...begin,
        minimumOrder: [euros(5_000), { amount: 45_50, currency: 'CHF' }, { amount: 900, currency: 'JPY' }],
        countries: ['DE', 'AT'],
        currencies: ['EUR', 'CHF', 'JPY'],
      },
      reader,
    );
    expect(terms).toContain(
      'The friend’s order has to come to at least €50, CHF\u00a045.50, or ¥900, after discounts and without shipping.',
    );
    expect(terms).toContain('For orders to Germany or Austria.');
    expect(terms).toContain('For orders in Euro, Swiss Franc, or Japanese Yen.');
  });

  it('have every plural of Arabic', () => {
    const within = (attributionDays: number) =>
      termsOf({ ...begin, attributionDays }, { locale: 'ar', timeZone: 'UTC' }).find((term) =>
        term.includes('خلال'),
      );
    expect([1, 2, 5, 30, 100].map(within)).toEqual(
      ['يوم واحد', 'يومين', '5 أيام', '30 يومًا', '100 يوم'].map(
        (days) => `على الصديق أن يطلب خلال ${days} من قبول العرض.`,
      ),
    );
  });

  it('are English for who reads a language nobody wrote them in', () => {
    expect(termsOf(begin, { locale: 'fr-FR', timeZone: 'UTC' })).toEqual(termsOf(begin, reader));
    expect(termsOf(begin, { locale: 'no tag at all', timeZone: 'UTC' })).toEqual(termsOf(begin, reader));
  });
});

describe('the offer of a programme', () => {
  it('is one sentence to the friend, with the name or without', () => {
    expect(offerSentence(begin, { locale: 'en', advocate: 'Ada' })).toBe(
      'Ada gives you €20 off your first order',
    );
    expect(offerSentence(begin, { locale: 'en', advocate: null })).toBe(
      'A friend gives you €20 off your first order',
    );
    expect(offerSentence({ ...begin, firstOrderOnly: false }, { locale: 'en', advocate: 'Ada' })).toBe(
      'Ada gives you €20 off your order',
    );
    expect(offerSentence(begin, { locale: 'de-AT', advocate: 'Ada' })).toBe(
      'Ada schenkt Ihnen €\u00a020 Rabatt auf Ihre erste Bestellung',
    );
    expect(offerSentence({ ...begin, friend: null }, { locale: 'en', advocate: 'Ada' })).toBe(
      'Ada recommends us to you',
    );
  });

  it.each<[ReferralReward, string, string]>([
    [{ kind: 'percent', percent: 15, by: 'pool' }, '15% off', 'Ada gives you 15% off your first order'],
    [
      { kind: 'free_shipping', by: 'pool' },
      'free shipping',
      'Ada gives you free shipping on your first order',
    ],
    [
      { kind: 'product', productId: '1', title: { de: 'Tasse', en: 'Mug' }, worth: null, by: 'webhook' },
      'Mug for free',
      'Ada gives you Mug for free with your first order',
    ],
    [
      { kind: 'store_credit', amount: { amount: 1_050, currency: 'USD' }, by: 'webhook' },
      '$10.50 store credit',
      'Ada gives you $10.50 store credit with your first order',
    ],
  ])('fits every kind of reward: %o', (friend, label, sentence) => {
    expect(rewardLabel(friend, 'en')).toBe(label);
    expect(offerSentence({ ...begin, friend }, { locale: 'en', advocate: 'Ada' })).toBe(sentence);
  });

  it('tells an advocate what both get, or the one', () => {
    expect(bothGet(begin, 'en')).toBe(
      'You get €20 off for each friend, and your friend gets €20 off the first order',
    );
    expect(bothGet({ ...begin, advocate: null }, 'en')).toBe('Your friend gets €20 off the first order');
    expect(bothGet({ ...begin, friend: null }, 'en')).toBe('You get €20 off for each friend who orders');
  });

  it('cannot be turned around by a name or a title', () => {
    const advocate = 'Ada\u202e\nfree money';
    for (const locale of ['en', 'de', 'ar']) {
      expect(offerSentence(begin, { locale, advocate })).not.toMatch(/[\u202e\n]/);
    }
    expect(offerSentence(begin, { locale: 'ar', advocate: 'Ada' })).toContain('\u2068Ada\u2069');
  });
});
