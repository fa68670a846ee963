import type { FraudPart, ReferralProgrammeInput } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { readFraudFacts } from '../fraud/read-facts.ts';
import { type FraudVerdict, scoreOf, verdictOf } from '../fraud/score.ts';
import type { OrderToPlace } from './friend-order.ts';
import type { ReferralRow } from './store.ts';

/** What a referral's facts say of whether it is right. */
export interface Scored {
  readonly score: number;
  readonly parts: readonly FraudPart[];
  readonly verdict: FraudVerdict;
}

/** What is scored: a referral whose order was paid. */
export interface ToScore {
  readonly row: ReferralRow;
  readonly programme: ReferralProgrammeInput;
  readonly order: OrderToPlace;
}

/** Scores a referral: once, when its order is paid. */
export async function scoreReferral(tx: Tx, scored: ToScore): Promise<Scored> {
  const { fraud } = scored.programme;
  const found = scoreOf(await readFraudFacts(tx, scored), fraud);
  return { ...found, verdict: verdictOf(found, fraud) };
}

/** The verdict on a referral that was scored before; null for one that was not. */
export function verdictOfRow(
  { score, score_parts: parts }: ReferralRow,
  { fraud }: ReferralProgrammeInput,
): FraudVerdict | null {
  return score === null ? null : verdictOf({ score, parts: parts ?? [] }, fraud);
}
