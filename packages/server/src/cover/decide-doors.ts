import type {
  BenefitKind,
  ClaimRoute,
  DoorClosedCode,
  DoorDecision,
  DoorKind,
  RegistrationStatus,
  RouteDecision,
  WarrantyPlan,
} from '@postlude/contract';
import { routeKinds } from '@postlude/contract';
import type { DecidedCover } from './decide-covers.ts';

/** Everything the doors of one unit are decided from. */
export interface DoorFacts {
  /** The routes of returns for the item this unit is in; none for what was not bought here. */
  readonly rights: readonly RouteDecision[];
  readonly covers: readonly DecidedCover[];
  /** The plan that is about the item, whether or not it covers; null when none is. */
  readonly plan: WarrantyPlan | null;
  readonly origin: 'here' | 'elsewhere';
  /** Where it is now: sent back, handed over, or with this order's shopper. */
  readonly state: 'owned' | 'returned' | 'transferred';
  readonly country: string | null;
  readonly registration: RegistrationStatus | null;
  /** A claim about it is under way. */
  readonly claimOpen: boolean;
  readonly benefitsUsed: Readonly<Partial<Record<BenefitKind, number>>>;
  /** The store repairs what no cover pays for. */
  readonly paidRepairs: boolean;
  readonly today: string;
}

/**
 * Every door for a unit with which something is wrong: the best open one first, then the open ones by what they are worth to
 * the shopper, then the closed ones in the order of `doorKinds`. What the law gives stays open in doubt: where a day is not
 * known, a person decides.
 */
export function decideDoors(facts: DoorFacts): DoorDecision[] {
  const decided = [
    ...routeKinds.map((route) => ofReturns(route, facts)),
    guarantee(facts),
    warranty(facts),
    repair(facts),
  ];
  const open = decided
    .filter(({ state }) => state === 'open')
    .sort((a, b) => worth(a, facts) - worth(b, facts));
  const closed = decided.filter(({ state }) => state === 'closed');
  const [best, ...others] = open;
  if (best === undefined) return closed;
  return [{ ...best, best: true, whyBest: whyBest(best, others.length, facts.today) }, ...others, ...closed];
}

const nothing = {
  quantity: 0,
  opensOn: null,
  lastDay: null,
  sum: null,
  burdenUntil: null,
  best: false,
  whyBest: null,
} as const;

function closed(route: DoorKind, rule: string, because: DoorClosedCode, cover?: DecidedCover): DoorDecision {
  return {
    ...nothing,
    route,
    state: 'closed',
    rule,
    because,
    lastDay: cover?.until ?? null,
    sum: cover?.sum ?? null,
  };
}

function opened(route: ClaimRoute, rule: string, cover: DecidedCover | null): DoorDecision {
  return {
    ...nothing,
    route,
    state: 'open',
    quantity: 1,
    rule,
    because: null,
    lastDay: cover?.until ?? null,
    sum: cover?.sum ?? null,
    burdenUntil: cover?.burdenUntil ?? null,
  };
}

function ofReturns(route: (typeof routeKinds)[number], { rights, origin, state }: DoorFacts): DoorDecision {
  if (state !== 'owned') return closed(route, 'item', state);
  const decision = rights.find((one) => one.route === route);
  if (decision === undefined)
    return closed(route, 'item', origin === 'elsewhere' ? 'bought_elsewhere' : 'not_offered');
  const { quantity, opensOn, lastDay, rule, because } = decision;
  return { ...nothing, route, state: decision.state, quantity, opensOn, lastDay, rule, because };
}

/** What closes every claim's route, before any cover is looked at. */
function shut({ state, claimOpen }: DoorFacts): DoorClosedCode | null {
  if (state !== 'owned') return state;
  return claimOpen ? 'claim_open' : null;
}

function guarantee(facts: DoorFacts): DoorDecision {
  const route = 'legal_guarantee';
  const cover = facts.covers.find(({ kind }) => kind === route);
  const rule = cover?.rule ?? 'law';
  const because = shut(facts) ?? (facts.origin === 'elsewhere' ? 'bought_elsewhere' : null);
  if (because !== null) return closed(route, rule, because, cover);
  if (cover === undefined) return closed(route, rule, 'no_legal_guarantee');
  if (cover.state === 'upcoming') return closed(route, rule, 'not_delivered', cover);
  if (cover.state === 'ended') return closed(route, rule, 'cover_ended', cover);
  return opened(route, rule, cover);
}

function warranty(facts: DoorFacts): DoorDecision {
  const route = 'warranty';
  const { plan, country, registration } = facts;
  const cover = facts.covers.find(({ kind }) => kind === route);
  const rule = plan === null ? 'plan' : `plan:${plan.id}`;
  const because = shut(facts);
  if (because !== null) return closed(route, rule, because, cover);
  if (plan === null) return closed(route, rule, 'no_plan');
  if (cover === undefined) {
    const elsewhere = plan.countries !== undefined && (country === null || !plan.countries.includes(country));
    return closed(route, rule, elsewhere ? 'country_not_covered' : 'no_plan');
  }
  if (cover.state === 'not_registered') {
    return closed(route, rule, registration === 'pending' ? 'registration_open' : 'not_registered', cover);
  }
  if (cover.state === 'upcoming') return closed(route, rule, 'not_delivered', cover);
  if (cover.state === 'ended') return closed(route, rule, 'cover_ended', cover);
  return usedUp(plan, facts) ? closed(route, rule, 'benefit_used', cover) : opened(route, rule, cover);
}

/** A plan that counts what it gives, and gave all of it. */
const usedUp = ({ benefits }: WarrantyPlan, { benefitsUsed }: DoorFacts): boolean =>
  benefits.length > 0 &&
  benefits.every(({ kind, total }) => total !== null && (benefitsUsed[kind] ?? 0) >= total);

function repair(facts: DoorFacts): DoorDecision {
  const because = shut(facts) ?? (facts.paidRepairs ? null : 'not_offered');
  return because === null
    ? opened('repair', 'paid_repairs', null)
    : closed('repair', 'paid_repairs', because);
}

/** What stops an order costs nobody anything; then what the law gives without proof; a repair to be paid comes last. */
const order = [
  'cancel',
  'legal_guarantee',
  'warranty',
  'withdraw',
  'return',
  'exchange',
  'delivery_problem',
  'repair',
] as const;

function worth({ route, burdenUntil }: DoorDecision, { today }: DoorFacts): number {
  const place = order.indexOf(route);
  // With the burden of proof on the shopper, a promise of the store is the easier way.
  return route === 'legal_guarantee' && (burdenUntil === null || burdenUntil < today) ? place + 1.5 : place;
}

function whyBest(
  { route, burdenUntil }: DoorDecision,
  others: number,
  today: string,
): DoorDecision['whyBest'] {
  if (others === 0) return 'only_one';
  if (route === 'cancel') return 'not_shipped';
  if (route === 'legal_guarantee') return burdenUntil !== null && today <= burdenUntil ? 'free_by_law' : null;
  if (route === 'warranty') return 'covered';
  return route === 'withdraw' ? 'full_refund' : null;
}
