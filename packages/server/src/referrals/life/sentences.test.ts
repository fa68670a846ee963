import { referralReasons, referralStates, rewardSides, rewardStates } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { lastDayHeld, referralWords, rewardWords, staffReferralWords, storyWords } from './sentences.ts';

const at = new Date('2026-11-24T09:00:00Z');
const berlin = { locale: 'en', timeZone: 'Europe/Berlin' };
const row = {
  state: 'held',
  reason: 'returns_open',
  decide_by: null,
  held_until: new Date('2026-12-12T23:00:00Z'),
  changed_at: at,
} as const;

describe('the words of a referral', () => {
  it('name the last day it waits for, in the time zone of the store', () => {
    expect(referralWords(row, berlin)).toBe(
      'Waiting until 12 December: your friend can still return the order.',
    );
    expect(referralWords(row, { ...berlin, locale: 'de-AT' })).toBe(
      'Wartet bis 12. Dezember: Die Bestellung kann noch zurückgegeben werden.',
    );
    expect(referralWords(row, { ...berlin, locale: 'ar' })).toContain('12 ديسمبر');
    expect(referralWords(row, { ...berlin, locale: 'ar-EG' })).toContain('12 ديسمبر');
    expect(lastDayHeld(row.held_until, 'Europe/Berlin')).toBe('2026-12-12');
    expect(lastDayHeld(row.held_until, 'Pacific/Auckland')).toBe('2026-12-13');
  });

  it('say the year where it is another one, and no day while none is known', () => {
    const next = { ...row, held_until: new Date('2027-01-04T23:00:00Z') };
    expect(referralWords(next, berlin)).toContain('until 4 January 2027:');
    expect(referralWords({ ...row, held_until: null }, berlin)).toBe(
      'Waiting: your friend can still return the order.',
    );
  });

  it('are there in every language, for every state and reason, and English for languages there are none of', () => {
    for (const locale of ['en', 'de', 'ar', 'pt-BR', 'not a language', '']) {
      const reader = { ...berlin, locale };
      for (const state of referralStates) {
        for (const reason of [null, ...referralReasons]) {
          for (const words of [
            referralWords({ ...row, state, reason }, reader),
            staffReferralWords({ ...row, state, reason }, reader),
          ]) {
            expect(words).toMatch(/[.]$/);
            expect(words).not.toMatch(/undefined|null|\[object/);
            expect(/\p{Script=Arabic}/u.test(words)).toBe(locale === 'ar');
          }
        }
      }
      for (const side of rewardSides) {
        for (const state of rewardStates) expect(rewardWords({ side, state }, reader)).toMatch(/[.]$/);
      }
    }
  });

  it('tell its story to staff, with what was noted', () => {
    const told = (action: string, data: Record<string, unknown> = {}, note: string | null = null) =>
      storyWords({ action, after: 'held', note, data, at }, berlin);
    expect(told('order', { attribution: 'advocate_code' })).toBe(
      'The friend ordered, with the advocate’s code.',
    );
    expect(told('hold', { heldUntil: '2026-12-12T23:00:00.000Z' })).toBe('It waits until 12 December.');
    expect(told('flag', { score: 45, decideBy: '2026-12-01T09:00:00.000Z' })).toBe(
      'Something looks wrong (score 45); staff decide until 1 December.',
    );
    expect(told('void', { reason: 'order_cancelled' })).toBe(
      'It does not count any more: the order was cancelled.',
    );
    expect(told('approve', {}, 'Rang\nthem up')).toBe('Staff found it right. “Rang them up”');
  });
});
