import type { Id } from '@postlude/contract';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { ClaimsTable, RepairQuotesTable } from '../db/schema/claims.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { holdOrder } from '../returns/store.ts';

/** A claim as it is kept. */
export type ClaimRow = Selectable<ClaimsTable>;
/** A quote as it is kept. */
export type QuoteRow = Selectable<RepairQuotesTable>;

/** Which claim. */
export interface ClaimKey {
  readonly storeId: string;
  readonly claimId: string;
}

/** The key of a row. */
export const keyOf = (row: ClaimRow): ClaimKey => ({ storeId: row.store_id, claimId: row.claim_id });

/** A claim where its audit and messages are kept. */
export const logOf = (row: Pick<ClaimRow, 'store_id' | 'claim_id' | 'order_id'>) =>
  ({ of: 'claim', storeId: row.store_id, caseId: row.claim_id, orderId: row.order_id }) as const;

/** Reads a claim; null when the store has none with this id. */
export async function readClaim(tx: Tx, { storeId, claimId }: ClaimKey): Promise<ClaimRow | null> {
  const row = await tx
    .selectFrom('claims')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Reads a claim to change it, and holds it, its order and its unit until the transaction ends; always in this order, so that
 * two never wait for each other in a circle.
 *
 * @throws ApiProblem `not_found`.
 */
export async function holdClaim(tx: Tx, key: ClaimKey): Promise<ClaimRow> {
  const known = await readClaim(tx, key);
  if (!known) throw new ApiProblem('not_found');
  await holdUnit(tx, { storeId: key.storeId, orderId: known.order_id, passportId: known.passport_id });
  return tx
    .selectFrom('claims')
    .selectAll()
    .where('store_id', '=', key.storeId)
    .where('claim_id', '=', key.claimId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Holds a unit and the order its owner has it by: whoever files or changes a claim about it waits. */
export async function holdUnit(
  tx: Tx,
  { storeId, orderId, passportId }: { storeId: string; orderId: string; passportId: string },
): Promise<void> {
  await holdOrder(tx, { storeId, orderId: orderId as Id<'order'> });
  await tx
    .selectFrom('passports')
    .select('passport_id')
    .where('store_id', '=', storeId)
    .where('passport_id', '=', passportId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Writes a new claim and answers with it. */
export function insertClaim(tx: Tx, row: Insertable<ClaimsTable>): Promise<ClaimRow> {
  return tx.insertInto('claims').values(row).returningAll().executeTakeFirstOrThrow();
}

/** Writes over some columns of a claim and answers with it. */
export function updateClaim(
  tx: Tx,
  { storeId, claimId }: ClaimKey,
  set: Updateable<ClaimsTable>,
): Promise<ClaimRow> {
  return tx
    .updateTable('claims')
    .set(set)
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The quotes of a claim, oldest first. */
export function readQuotes(tx: Tx, { storeId, claimId }: ClaimKey): Promise<QuoteRow[]> {
  return tx
    .selectFrom('repair_quotes')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .orderBy('repair_quote_id')
    .execute();
}
