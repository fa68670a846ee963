import type { ReturnPolicyInput } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { contradictionsOf } from './contradictions.ts';
import { defaultPolicy } from './defaults.ts';

const address = { name: 'Kontor Nord', lines: ['Hafenweg 1'], city: 'Hamburg', country: 'DE' };
const season = { id: 's', placedFrom: '2026-11-01', placedUntil: '2026-12-24', lastDay: '2027-01-31' };
const reason = { code: 'size', children: [{ code: 'small' }] };

const cases: readonly (readonly [
  name: string,
  changes: Partial<ReturnPolicyInput>,
  fields: readonly string[],
])[] = [
  ['the policy of a new store', {}, []],
  ['a season', { seasons: [season] }, []],
  [
    'a season that ends before it begins',
    { seasons: [{ ...season, placedUntil: '2026-10-31' }] },
    ['seasons.0.placedUntil'],
  ],
  [
    'a season whose last day is before its end',
    { seasons: [{ ...season, lastDay: '2026-12-23' }] },
    ['seasons.0.lastDay'],
  ],
  ['two seasons of one name', { seasons: [season, season] }, ['seasons.1.id']],
  ['nothing offered', { resolutions: { refund: false, storeCredit: null, exchange: null } }, ['resolutions']],
  [
    'a fee for a method, a reason and a resolution that are not there',
    {
      fees: [
        {
          id: 'f',
          kind: 'flat',
          value: 1,
          methods: ['post'],
          reasons: ['hate'],
          resolutions: ['store_credit'],
        },
      ],
    },
    ['fees.0.reasons', 'fees.0.methods', 'fees.0.resolutions'],
  ],
  [
    'a fee for a finer reason',
    { fees: [{ id: 'f', kind: 'flat', value: 1, reasons: ['size.too_big'] }] },
    [],
  ],
  [
    'a fee of more than everything',
    { fees: [{ id: 'f', kind: 'percent', value: 10_001 }] },
    ['fees.0.value'],
  ],
  [
    'an automatic approval of a reason and a resolution that are not there',
    { addresses: [address], autoApprovals: [{ id: 'a', reasons: ['hate'], resolutions: ['store_credit'] }] },
    ['autoApprovals.0.reasons', 'autoApprovals.0.resolutions'],
  ],
  ['an automatic approval without an address', { autoApprovals: [{ id: 'a' }] }, ['addresses']],
  ['a label without an address', { methods: [{ id: 'l', kind: 'label', price: 0 }] }, ['addresses']],
  ['a label with an address', { methods: [{ id: 'l', kind: 'label', price: 0 }], addresses: [address] }, []],
  ['no address for all other countries', { addresses: [{ ...address, countries: ['DE'] }] }, ['addresses']],
  ['two addresses for all other countries', { addresses: [address, address] }, ['addresses.1.countries']],
  [
    'two addresses for one country',
    { addresses: [address, { ...address, countries: ['FR'] }, { ...address, countries: ['FR'] }] },
    ['addresses.2.countries'],
  ],
  ['a drop-off without places', { methods: [{ id: 'd', kind: 'drop_off', price: 0 }] }, ['methods.0.places']],
  ['no way back', { methods: [{ id: 'k', kind: 'keep_item', price: 0 }] }, ['methods']],
  [
    'keeping for money',
    { methods: [...defaultPolicy.methods, { id: 'k', kind: 'keep_item', price: 5 }] },
    ['methods.1.price'],
  ],
  ['keeping what is worth nothing', { keepItemUpTo: 0 }, ['keepItemUpTo']],
  [
    'a finer reason that is the one above',
    { reasons: [{ code: 'size', children: [{ code: 'size' }] }] },
    ['reasons.0.children.0.code'],
  ],
  ['a reason twice', { reasons: [reason, reason] }, ['reasons.1.code']],
  ['a reason that is the path of another', { reasons: [reason, { code: 'size.small' }] }, ['reasons.1.code']],
  [
    'an exchange of what is not exchanged',
    {
      resolutions: { refund: true, storeCredit: null, exchange: null },
      exclusions: [{ id: 'x', match: {}, because: 'final_sale', exchangeable: true }],
    },
    ['exclusions.0.exchangeable'],
  ],
  [
    'a parcel that is missing only after the time for it',
    { deliveryProblems: { lostAfterDays: 7, missingAfterDays: 9, tellWithinDays: 8 } },
    ['deliveryProblems.missingAfterDays'],
  ],
];

describe('what contradicts itself in a policy', () => {
  it.each(cases)('is found: %s', (_name, changes, fields) => {
    const found = contradictionsOf({ ...defaultPolicy, ...changes });
    expect(Object.keys(found)).toEqual(fields);
    for (const sentence of Object.values(found)) expect(sentence).toMatch(/^[A-Z"].*\.$/);
  });
});
