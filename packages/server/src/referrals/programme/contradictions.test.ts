import { ReferralProgrammeInput } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { programmeContradictions } from './contradictions.ts';
import { programmeToBegin } from './defaults.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const begin = programmeToBegin('EUR', 'https://shop.example/friends');
const fieldsOf = (changes: Partial<ReferralProgrammeInput>) =>
  Object.keys(programmeContradictions(ReferralProgrammeInput.parse({ ...begin, ...changes }))).sort();

describe('what a referral programme cannot mean', () => {
  it('is nothing of the one to begin with', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it.each<[string, Partial<ReferralProgrammeInput>, string[]]>([
    ['nobody gets anything', { advocate: null, friend: null }, ['advocate']],
    [
      'an end before the start',
      { startsAt: '2026-12-02T00:00:00Z', endsAt: '2026-12-01T00:00:00Z' },
      ['endsAt'],
    ],
    [
      'an end at the start',
      { startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-12-01T01:00:00+01:00' },
      ['endsAt'],
    ],
    [
      'what passes is refused',
      { fraud: { ...begin.fraud, passBelow: 81, refuseFrom: 80 } },
      ['fraud.passBelow'],
    ],
    [
      'credit for a friend from a pool: money before any order',
      { friend: { kind: 'store_credit', amount: euros(500), by: 'pool' } },
      ['friend.by'],
    ],
    [
      'a reward of nothing',
      { friend: { kind: 'amount', amount: euros(0), by: 'pool' } },
      ['friend.amount.amount'],
    ],
    [
      'a reward in a currency that does not count',
      { advocate: { kind: 'amount', amount: { amount: 500, currency: 'USD' }, by: 'pool' } },
      ['advocate.amount.currency'],
    ],
    [
      'a product without words, worth less than nothing',
      { advocate: { kind: 'product', productId: '7', title: {}, worth: euros(-1), by: 'webhook' } },
      ['advocate.title', 'advocate.worth.amount'],
    ],
    [
      'a minimum in a currency that does not count',
      { minimumOrder: [{ amount: 500, currency: 'USD' }] },
      ['minimumOrder.0.currency'],
    ],
    ['two minimums in one currency', { minimumOrder: [euros(1), euros(2)] }, ['minimumOrder.1.currency']],
    ['a minimum of nothing', { minimumOrder: [euros(0)] }, ['minimumOrder.0.amount']],
    ['a message without the link', { message: { en: 'Look at {link}', de: 'Schau mal' } }, ['message.de']],
    ['a message without words', { message: {} }, ['message']],
    [
      'more in a month than at all',
      { caps: { perAdvocate: 3, perMonth: 4, programme: null } },
      ['caps.perMonth'],
    ],
    [
      'more of one than of all',
      { caps: { perAdvocate: 9, perMonth: 7, programme: 5 } },
      ['caps.perAdvocate', 'caps.perMonth'],
    ],
    ['a country twice', { countries: ['DE', 'AT', 'DE'] }, ['countries.2']],
    ['a currency twice', { currencies: ['EUR', 'EUR'] }, ['currencies.1']],
  ])('is %s', (_, changes, fields) => {
    expect(fieldsOf(changes)).toEqual(fields);
  });

  it.each<[string, Partial<ReferralProgrammeInput>]>([
    ['percent from a pool', { friend: { kind: 'percent', percent: 100, by: 'pool' } }],
    [
      'credit for the advocate from a pool of gift cards',
      {
        advocate: { kind: 'store_credit', amount: euros(500), by: 'pool' },
      },
    ],
    [
      'credit for a friend by the shop',
      { friend: { kind: 'store_credit', amount: euros(500), by: 'webhook' } },
    ],
    ['a reward for one side only', { advocate: null }],
    ['any currency', { currencies: [], minimumOrder: [{ amount: 500, currency: 'USD' }] }],
    [
      'nothing that is ever refused by its score',
      { fraud: { ...begin.fraud, passBelow: 100, refuseFrom: 101 } },
    ],
    ['nothing between passing and refusing', { fraud: { ...begin.fraud, passBelow: 60, refuseFrom: 60 } }],
  ])('is not %s', (_, changes) => {
    expect(fieldsOf(changes)).toEqual([]);
  });
});
