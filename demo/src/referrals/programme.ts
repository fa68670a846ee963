import type { ReferralProgrammeInput } from '@postlude/contract';
import { rewardCents } from './till.ts';

const twenty = { kind: 'amount', amount: { amount: rewardCents, currency: 'EUR' }, by: 'pool' } as const;

/** Twenty euro for both. The advocate's waits until the friend can send nothing back any more. */
export const referralProgramme = (shop: string): ReferralProgrammeInput => ({
  name: 'Bring a friend',
  startsAt: null,
  endsAt: null,
  paused: false,
  advocate: twenty,
  friend: twenty,
  minimumOrder: [{ amount: 5000, currency: 'EUR' }],
  firstOrderOnly: true,
  caps: { perAdvocate: 50, perMonth: 10, programme: null },
  hold: { until: 'returns_over' },
  attributionDays: 30,
  takePart: { from: 'delivery', orders: 1 },
  countries: [],
  currencies: ['EUR'],
  friendEmail: true,
  landingUrl: `${shop}/friends`,
  message: null,
  fraud: {
    passBelow: 40,
    refuseFrom: 80,
    reviewDays: 7,
    afterReview: 'approve',
    advocatePerDay: 10,
    networkPerDay: 20,
    visitsPerHour: 60,
  },
});
