import type { ReviewPolicyInput } from '@postlude/contract';
import { ReviewPolicyInput as Schema } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { apiOf } from '../testing/api.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { reviewContradictions } from './contradictions.ts';
import { defaultReviewPolicy } from './defaults.ts';
import { reviewPolicyWords } from './words.ts';

const withReward = (label: Record<string, string>, code: string | null = null): ReviewPolicyInput => ({
  ...defaultReviewPolicy,
  rewards: [{ id: 'r', label, code }],
});

describe('what a review policy cannot mean', () => {
  it('is nothing of the one every store starts with', () => {
    expect(reviewContradictions(defaultReviewPolicy)).toEqual({});
    expect(Schema.parse(defaultReviewPolicy)).toEqual(defaultReviewPolicy);
  });

  it.each([
    '10 % off for a 5-star review',
    'A gift for every positive review',
    'If you love it, 10 € for you',
    'Thanks for ★★★★★',
    '10 % Rabatt für fünf Sterne',
    'Geschenk für gute Bewertungen',
    'Wenn es dir gefällt: 5 € Gutschein',
    'خصم مقابل خمس نجوم',
    'هدية لكل تقييم إيجابي',
  ])('is a reward that speaks of stars or praise: %s', (label) => {
    expect(Object.keys(reviewContradictions(withReward({ en: label })))).toEqual(['rewards.0.label']);
  });

  it.each([
    '10 % off your next order',
    'A best-selling mug, whatever you write',
    '10 % Rabatt auf die nächste Bestellung',
    'Ein Gutschein über 5 €',
    'Starter kit for your next order',
    'خصم 10٪ على طلبك القادم',
  ])('is no reward that does not: %s', (label) => {
    expect(reviewContradictions(withReward({ en: label }))).toEqual({});
  });

  it('is a code that speaks of stars, a reward without words, and terms without any', () => {
    expect(reviewContradictions(withReward({ en: 'A gift' }, '5 STARS'))).toHaveProperty('rewards.0.code');
    expect(reviewContradictions(withReward({}))).toHaveProperty('rewards.0.label');
    const form = { ...defaultReviewPolicy.form, terms: { text: {}, url: null } };
    expect(reviewContradictions({ ...defaultReviewPolicy, form })).toHaveProperty('form.terms.text');
  });

  it('is a rule twice, and one behind a rule about everything', () => {
    const usage = [
      { id: 'all', days: 7 },
      { id: 'all', match: { productTypes: ['Shirt'] }, days: 14 },
    ];
    const asks = { ...defaultReviewPolicy.asks, usage };
    expect(Object.keys(reviewContradictions({ ...defaultReviewPolicy, asks }))).toEqual([
      'asks.usage.1.id',
      'asks.usage.1.match',
    ]);
    const moderation = { ...defaultReviewPolicy.moderation, words: ['damn', 'Damn '] };
    expect(reviewContradictions({ ...defaultReviewPolicy, moderation })).toHaveProperty('moderation.words.1');
  });

  it('is a photo that is asked for and that the form does not take', () => {
    const form = { ...defaultReviewPolicy.form, photos: 'off' as const, videos: 'off' as const };
    expect(reviewContradictions({ ...defaultReviewPolicy, form })).toHaveProperty('asks.media');
  });
});

describe('a review policy in sentences', () => {
  it.each(['en', 'de-AT', 'ar', 'fr'])('says what is asked and that no mood decides, in %s', (locale) => {
    const words = reviewPolicyWords(withReward({ en: '10 % off' }), { locale, store: { locale: 'en' } });
    expect(words.length).toBeGreaterThan(8);
    expect(words.join('\n')).not.toMatch(/undefined|null|\[object/);
  });

  it('says the same in English as in the settings', () => {
    const words = reviewPolicyWords(
      { ...defaultReviewPolicy, asks: { ...defaultReviewPolicy.asks, usageDays: 1, media: false } },
      { locale: 'en', store: { locale: 'de' } },
    );
    expect(words.slice(0, 3)).toEqual([
      'A review is asked for 1 day after the delivery.',
      'Where registering an item gives something, it is asked for when the item has arrived.',
      'Nobody is asked for a photo.',
    ]);
  });
});

describeOnBothDatabases('the review policy', (open) => {
  it('is kept in versions; the same again makes none, and a contradiction is refused by its field', async () => {
    const { context, newStore } = await open();
    const { secretKey } = await newStore();
    const send = apiOf(context);
    const put = (json: unknown) => send('PUT', '/v1/staff/review-policy', { key: secretKey, json });
    const first = await send('GET', '/v1/staff/review-policy?locale=en', { key: secretKey });
    expect(first.json).toMatchObject({ version: 0, policy: defaultReviewPolicy });
    const changed = { ...defaultReviewPolicy, asks: { ...defaultReviewPolicy.asks, usageDays: 21 } };
    expect((await put(changed)).json.version).toBe(1);
    expect((await put(changed)).json.version).toBe(1);
    const refused = await put(withReward({ en: 'For five stars' }));
    expect(refused.json).toMatchObject({
      code: 'policy_contradiction',
      fields: { 'rewards.0.label': expect.stringContaining('every review alike') },
    });
    const all = await send('GET', '/v1/staff/review-policies', { key: secretKey });
    expect(all.json.items.map(({ version }: { version: number }) => version)).toEqual([1, 0]);
  });
});
