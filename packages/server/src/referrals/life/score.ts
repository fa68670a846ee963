import type { FraudPart, ReferralProgrammeInput } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { OrderToPlace } from './friend-order.ts';
import type { ReferralRow } from './store.ts';

/** What a referral's facts say of whether it is right. */
export interface Scored {
  readonly score: number;
  readonly parts: readonly FraudPart[];
  readonly verdict: 'pass' | 'review' | 'refuse';
}

/** What is scored: a referral whose order was paid. */
export interface ToScore {
  readonly row: ReferralRow;
  readonly programme: ReferralProgrammeInput;
  readonly order: OrderToPlace;
}

/** Scores a referral: once, when its order is paid. */
export function scoreReferral(_tx: Tx, _context: Context, _scored: ToScore, _now: Date): Promise<Scored> {
  return Promise.resolve({ score: 0, parts: [], verdict: 'pass' });
}

/** The verdict on a referral that was scored before; null for one that was not. */
export function verdictOfRow(row: ReferralRow, { fraud }: ReferralProgrammeInput): Scored['verdict'] | null {
  if (row.score === null) return null;
  if (row.score < fraud.passBelow) return 'pass';
  return row.score >= fraud.refuseFrom ? 'refuse' : 'review';
}
