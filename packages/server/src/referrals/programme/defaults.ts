import type { FraudSettings, ReferralProgrammeInput } from '@postlude/contract';

/** How carefully a programme is watched where its owner has no wish: honest families pass, one person in two roles does not. */
export const usualFraudSettings: FraudSettings = {
  passBelow: 40,
  refuseFrom: 80,
  reviewDays: 7,
  afterReview: 'refuse',
  advocatePerDay: 10,
  networkPerDay: 20,
  visitsPerHour: 200,
};

/**
 * A programme to begin with, for the terminal and for whoever writes their first: both get the same sum by a code of a pool, the
 * advocate when nothing can come back any more.
 */
export const programmeToBegin = (
  currency: string,
  landingUrl: string,
  minorUnits = 1_000,
): ReferralProgrammeInput => ({
  name: 'Bring a friend',
  startsAt: null,
  endsAt: null,
  paused: false,
  advocate: { kind: 'amount', amount: { amount: minorUnits, currency }, by: 'pool' },
  friend: { kind: 'amount', amount: { amount: minorUnits, currency }, by: 'pool' },
  minimumOrder: [{ amount: minorUnits * 4, currency }],
  firstOrderOnly: true,
  caps: { perAdvocate: null, perMonth: 10, programme: null },
  hold: { until: 'returns_over' },
  attributionDays: 30,
  takePart: { from: 'order', orders: 1 },
  countries: [],
  currencies: [currency],
  friendEmail: false,
  landingUrl,
  message: null,
  fraud: usualFraudSettings,
});
