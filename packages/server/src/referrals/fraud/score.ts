import type { FraudPart, FraudSettings } from '@postlude/contract';
import type { FraudFacts } from './facts.ts';
import { crowdSignals, mostPoints } from './points.ts';
import { boughtBefore, inCommon, ofCrowd, ofOrder } from './signals.ts';

/** How wrong a referral looks: 0 to 100, with what it is made of, what counts most first. */
export interface FraudScore {
  readonly score: number;
  readonly parts: readonly FraudPart[];
}

/** What follows of a score: it counts, staff look at it, or it does not count. */
export type FraudVerdict = 'pass' | 'review' | 'refuse';

/** Scores what is known of a referral. */
export function scoreOf(facts: FraudFacts, settings: FraudSettings): FraudScore {
  const before = boughtBefore(facts);
  const parts = [
    ...inCommon(facts),
    ...(before ? [before] : []),
    ...ofOrder(facts),
    ...ofCrowd(facts, settings),
  ].sort((a, b) => b.points - a.points);
  return { score: sum(parts), parts };
}

/**
 * What follows of a score. What only a place or a crowd tells never refuses: it may bring a referral before somebody, and what is
 * refused would be without it.
 */
export function verdictOf(
  { score, parts }: FraudScore,
  { passBelow, refuseFrom }: Pick<FraudSettings, 'passBelow' | 'refuseFrom'>,
): FraudVerdict {
  if (score < passBelow) return 'pass';
  const byFacts = sum(parts.filter(({ signal }) => !crowdSignals.has(signal)));
  return byFacts >= refuseFrom ? 'refuse' : 'review';
}

const sum = (parts: readonly FraudPart[]): number =>
  Math.min(
    mostPoints,
    parts.reduce((total, { points }) => total + points, 0),
  );
