import { rewardSides, rewardStates } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openReferralShop, testProgramme } from '../life/testing/shop.ts';
import { resendReward } from '../rewards/staff-actions.ts';
import { blockAdvocate } from './advocates.ts';
import { readDetail } from './detail.ts';
import { possibleActions } from './possible.ts';
import { storySentencesFor } from './story-sentences.ts';

describe('the sentences of a story', () => {
  const english = storySentencesFor('en-GB');

  it.each(['de', 'ar-EG'])('are all there in %s, in words of their own, each another', (locale) => {
    const own = storySentencesFor(locale);
    const all = rewardSides.flatMap((side) => [
      ...rewardStates.map((state) => [own.reward[side][state], english.reward[side][state]] as const),
      [own.resent[side], english.resent[side]] as const,
    ]);
    for (const [words, inEnglish] of all) expect(words).not.toBe(inEnglish);
    expect(new Set(all.map(([words]) => words)).size).toBe(all.length);
    expect(own.blocked).not.toBe(english.blocked);
  });

  it('are English for who reads another language', () => {
    expect(storySentencesFor('fr')).toBe(english);
  });
});

describe('what staff may do', () => {
  it('is to argue with a score, with the store, and with want of room, and not with facts', () => {
    const approvable = (reason: Parameters<typeof possibleActions>[0]['reason']) =>
      possibleActions({ state: 'refused', reason }, false).includes('approve');
    for (const reason of [
      'looks_wrong',
      'by_store',
      'advocate_full',
      'month_full',
      'programme_full',
    ] as const) {
      expect(approvable(reason)).toBe(true);
    }
    for (const reason of ['own_order', 'existing_customer', 'country_closed', 'ordered_too_late'] as const) {
      expect(approvable(reason)).toBe(false);
    }
    expect(possibleActions({ state: 'refused', reason: 'advocate_blocked' }, true)).toEqual([]);
    expect(possibleActions({ state: 'voided', reason: 'ran_out' }, false)).toEqual(['block_advocate']);
  });
});

describeOnBothDatabases('the story of a referral', (open) => {
  it('tells everything in its order: what it stood at, its rewards, and what staff did', async () => {
    const backend = await open();
    const shop = await openReferralShop(backend, {
      programme: { ...testProgramme, hold: { until: 'days', days: 30 } },
    });
    const { context, clock } = backend;
    const { storeId } = shop;
    const ada = await shop.advocate('ada');
    const { referralId, code } = await shop.claim(ada);
    clock.advance(60_000);
    const [{ reward_id: rewardId = '' } = {}] = await shop.rewards();
    const word = { by: 'Kim', note: 'Asked for it.' };
    await shop.in((tx) => resendReward(tx, context, { storeId, rewardId }, word, clock.now()));
    clock.advance(60_000);
    await shop.order({ id: 'of-bo', email: 'bo@example.com', paid: true, discountCodes: [code ?? ''] });
    clock.advance(60_000);
    const key = { storeId, advocateId: ada.advocateId };
    await shop.in((tx) => blockAdvocate(tx, context, key, { by: 'Kim', note: null }, clock.now()));
    const { story } = await shop.in((tx) =>
      readDetail(tx, { storeId, referralId }, { locale: 'en', timeZone: 'Europe/Berlin' }),
    );
    const words = story.map((one) => one.words);
    const places = [
      'The friend’s reward was earned.',
      'The friend’s reward was issued.',
      'The friend’s reward was told.',
      'The friend’s reward was sent again. (Asked for it.)',
      'The friend’s reward was used.',
      'The advocate was shut out.',
    ].map((sentence) => words.indexOf(sentence));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(story.filter(({ by }) => by === 'Kim')).toHaveLength(2);
    expect(story.map(({ at }) => at)).toEqual(story.map(({ at }) => at).toSorted());
    expect(new Set(words).size).toBe(words.length);
  });
});
