import { type AskDecision, askKinds, askReasons, askStates } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { decisionWords, reasonWords } from './words.ts';

const store = { locale: 'en', timeZone: 'Europe/Berlin' };
const now = new Date('2026-05-10T09:00:00Z');

const decision = (changes: Partial<AskDecision> = {}): AskDecision => ({
  at: '2026-05-03T09:00:00.000Z',
  state: 'held',
  reason: 'in_use',
  because: null,
  lookAgainAt: null,
  ruleVersion: 1,
  policyVersion: 0,
  ...changes,
});

describe('why somebody is asked or not, in words', () => {
  const open = decision({
    reason: 'return_open',
    because: { kind: 'return', id: 'ret_1', number: 'R-1001-1' },
  });

  it.each([
    ['en', 'Held since 3 May: return R-1001-1 is open on this item. Looked at again when it closes.'],
    [
      'de-CH',
      'Zurückgehalten seit 3. Mai: Rückgabe R-1001-1 zu diesem Artikel ist offen. Nächster Blick nach dem Abschluss.',
    ],
    ['fr', 'Held since 3 May: return R-1001-1 is open on this item. Looked at again when it closes.'],
  ])('names the return that holds it, in %s', (locale, words) => {
    expect(decisionWords('review', open, { locale, store, now })).toBe(words);
  });

  it('says the day in the store’s time zone, and the year where it is another one', () => {
    const late = decision({ at: '2025-12-31T23:30:00.000Z', lookAgainAt: '2027-01-01T00:00:00.000Z' });
    expect(decisionWords('review', late, { locale: 'en', store, now })).toBe(
      'Held since 1 January: the days of use are not over. Looked at again on 1 January 2027.',
    );
  });

  it('has a whole sentence for every kind, state and reason, in every language', () => {
    for (const locale of ['en', 'de', 'ar']) {
      for (const kind of askKinds) {
        for (const reason of askReasons) {
          expect(reasonWords(kind, reason, { locale, store, now })).toMatch(/\p{L}{2}/u);
          for (const state of askStates) {
            const words = decisionWords(kind, decision({ state, reason }), { locale, store, now });
            expect(words).toMatch(/\.$/);
            expect(words).not.toMatch(/undefined|null|\[object/);
          }
        }
      }
    }
  });
});
