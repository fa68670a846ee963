import type { Id } from '@postlude/contract';
import { type Selectable, sql } from 'kysely';
import type { AuditKey } from '../../case-log/audit.ts';
import type { Tx } from '../../db/database.ts';
import type { ReferralsTable } from '../../db/schema/referrals.ts';
import { ApiProblem } from '../../http/api-problem.ts';

/** A referral as it is kept. */
export type ReferralRow = Selectable<ReferralsTable>;

/** Which referral. */
export interface ReferralKey {
  readonly storeId: string;
  readonly referralId: string;
}

/** The id of a row. */
export const idOfReferral = (row: Pick<ReferralRow, 'referral_id'>): Id<'referral'> =>
  row.referral_id as Id<'referral'>;
/** The key of a row. */
export const keyOf = (row: ReferralRow): ReferralKey => ({
  storeId: row.store_id,
  referralId: row.referral_id,
});
/** The audit of a row. */
export const logOf = (row: ReferralRow): AuditKey => ({
  of: 'referral',
  storeId: row.store_id,
  caseId: row.referral_id,
});

/** The advisory lock taken here, so that it meets no other. */
const lockClass = 7060;

/**
 * Holds all decisions about referrals of a store until the transaction ends: caps, *one friend counts once* and *one order counts
 * for one* are about several referrals at once, so who decides waits for who decided before. Always the first lock to be taken;
 * a claim takes none, as it decides nothing of the kind.
 */
export async function holdDecisions(tx: Tx, storeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${storeId}))`.execute(tx);
}

/** A referral; null when the store has none with this id. */
export async function readReferral(
  tx: Tx,
  { storeId, referralId }: ReferralKey,
): Promise<ReferralRow | null> {
  const row = await tx
    .selectFrom('referrals')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Reads a referral and holds it, and all decisions of the store, until the transaction ends.
 *
 * @throws ApiProblem `not_found`.
 */
export async function holdReferral(tx: Tx, { storeId, referralId }: ReferralKey): Promise<ReferralRow> {
  await holdDecisions(tx, storeId);
  const row = await tx
    .selectFrom('referrals')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('referral_id', '=', referralId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not_found');
  return row;
}
