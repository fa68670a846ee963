import type { Cover, CoverExtension, CoverSum, WarrantyPlan } from '@postlude/contract';
import type { CoverFacts } from './facts.ts';
import { legalGuaranteeOf } from './legal-guarantee.ts';
import { addMonths } from './months.ts';

/** A cover before it is put into words. */
export interface DecidedCover
  extends Omit<Cover, 'planId' | 'name' | 'covers' | 'excludes' | 'benefits' | 'country'> {
  readonly country: string | null;
  /** Null for the legal guarantee. */
  readonly plan: WarrantyPlan | null;
}

/** What stands behind one unit today: the legal guarantee of its country where one is known, then the plan that is about it. */
export function decideCovers(facts: CoverFacts): DecidedCover[] {
  return [legalGuarantee(facts), warranty(facts)].filter((cover) => cover !== null);
}

interface Start {
  readonly kind: CoverSum['fromKind'];
  readonly day: string;
}

/** The delivery; for what was not bought here, the purchase, as nobody here saw it arrive. */
function handedOverOn({ origin, deliveredOn, purchasedOn }: CoverFacts): Start | null {
  if (deliveredOn !== null) return { kind: 'delivered', day: deliveredOn };
  return origin === 'elsewhere' && purchasedOn !== null ? { kind: 'purchased', day: purchasedOn } : null;
}

function legalGuarantee(facts: CoverFacts): DecidedCover | null {
  const law = legalGuaranteeOf(facts.country);
  if (law === null) return null;
  const start = handedOverOn(facts);
  const common = {
    kind: 'legal_guarantee',
    country: facts.country,
    rule: law.rule,
    lifetime: false,
    plan: null,
  } as const;
  if (start === null || law.months === null) {
    const state = start === null && !isGone(facts) ? 'upcoming' : 'unknown';
    return { ...common, state, from: start?.day ?? null, until: null, burdenUntil: null, sum: null };
  }
  const sum = counted(start, law.months, repairMonths(facts, start, law.months, law.afterRepair));
  return {
    ...common,
    state: stateOf(start.day, sum.lastDay, facts.today),
    from: start.day,
    until: sum.lastDay,
    burdenUntil: law.burdenMonths === null ? null : addMonths(start.day, law.burdenMonths),
    sum,
  };
}

/** It left long ago and nobody said that it arrived: the day is unknown rather than to come. */
const isGone = ({ shippedOn, today }: CoverFacts): boolean =>
  shippedOn !== null && addMonths(shippedOn, 2) < today;

/** A repair counts when it was asked for within the guarantee: under it, and done. It counts once. */
function repairMonths(
  { done, purchasedOn }: CoverFacts,
  start: Start,
  months: number,
  rule: { readonly months: number; readonly contractsFrom: string } | null,
): readonly Added[] {
  const contract = purchasedOn ?? start.day;
  if (rule === null || contract < rule.contractsFrom) return [];
  const end = addMonths(start.day, months);
  const counts = done.some(
    ({ route, outcome, receivedOn, doneOn }) =>
      route === 'legal_guarantee' && outcome === 'repaired' && (receivedOn ?? doneOn) <= end,
  );
  return counts ? [{ reason: 'repair', months: rule.months }] : [];
}

function warranty(facts: CoverFacts): DecidedCover | null {
  const { plan, country, registration } = facts;
  if (plan === null || (facts.handedOver && !plan.transferable)) return null;
  if (plan.countries !== undefined && (country === null || !plan.countries.includes(country))) return null;
  const isRegistered = registration?.status === 'registered';
  const start = startOf(plan, facts);
  const common = {
    kind: 'warranty',
    country: null,
    rule: `plan:${plan.id}`,
    burdenUntil: null,
    plan,
  } as const;
  const missing = plan.registrationNeeded && !isRegistered;
  if (start === null) {
    const waits = plan.from === 'registration' || missing;
    const state = waits ? 'not_registered' : isGone(facts) ? 'unknown' : 'upcoming';
    return { ...common, state, from: null, until: null, lifetime: plan.months === null, sum: null };
  }
  if (plan.months === null) {
    const state = missing ? 'not_registered' : start.day > facts.today ? 'upcoming' : 'active';
    return { ...common, state, from: start.day, until: null, lifetime: true, sum: null };
  }
  const sum = counted(start, plan.months, [...forRegistering(plan, facts), ...byHand(facts)]);
  const state =
    missing && sum.lastDay >= facts.today ? 'not_registered' : stateOf(start.day, sum.lastDay, facts.today);
  return { ...common, state, from: start.day, until: sum.lastDay, lifetime: false, sum };
}

function startOf({ from }: WarrantyPlan, facts: CoverFacts): Start | null {
  const { registration, purchasedOn } = facts;
  if (from === 'registration') {
    return registration?.status === 'registered'
      ? { kind: 'registered', day: registration.registeredOn }
      : null;
  }
  if (from === 'purchase') return purchasedOn === null ? null : { kind: 'purchased', day: purchasedOn };
  return handedOverOn(facts);
}

interface Added {
  readonly reason: CoverExtension['reason'];
  readonly months: number;
}

function forRegistering(plan: WarrantyPlan, facts: CoverFacts): readonly Added[] {
  const { registration } = facts;
  if (plan.extraForRegistering === 0 || registration?.status !== 'registered') return [];
  return inTimeToRegister(plan, facts, registration.registeredOn)
    ? [{ reason: 'registration', months: plan.extraForRegistering }]
    : [];
}

/** True when registering on a day is early enough for what registering gives: within so many days of delivery, or of purchase. */
export function inTimeToRegister(plan: WarrantyPlan, facts: CoverFacts, on: string): boolean {
  const { registerWithinDays } = plan;
  const from = handedOverOn(facts)?.day ?? facts.purchasedOn;
  return registerWithinDays === null || from === null || on <= daysLater(from, registerWithinDays);
}

const byHand = ({ addedMonths }: CoverFacts): readonly Added[] =>
  addedMonths > 0 ? [{ reason: 'store', months: addedMonths }] : [];

const daysLater = (day: string, days: number): string => {
  const later = new Date(Date.parse(day) + days * 86_400_000).toISOString();
  return later.startsWith('+') ? '9999-12-31' : later.slice(0, 10);
};

/** All months from the start, never from an end that was shortened to the last of a month. */
function counted(start: Start, months: number, added: readonly Added[]): CoverSum {
  let total = months;
  const extensions = added.map(({ reason, months: more }) => {
    total += more;
    return { reason, months: more, until: addMonths(start.day, total) };
  });
  return { fromKind: start.kind, from: start.day, months, extensions, lastDay: addMonths(start.day, total) };
}

function stateOf(from: string, until: string, today: string): 'upcoming' | 'active' | 'ended' {
  if (today < from) return 'upcoming';
  return today <= until ? 'active' : 'ended';
}
