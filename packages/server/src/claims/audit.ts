import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import type { Entry } from '../returns/audit.ts';
import type { ClaimKey } from './store.ts';

/** Reads the audit of a claim, oldest first. */
export function readAudit(tx: Tx, { storeId, claimId }: ClaimKey): Promise<Entry[]> {
  return tx
    .selectFrom('claim_audit')
    .select(['sequence', 'at', 'by', 'action', 'before', 'after', 'note', 'data', 'restore'])
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .orderBy('sequence')
    .execute();
}

/** Adds an entry. Its sequence is the claim's revision after it, so that two who act at once cannot both be right. */
export async function addEntry(tx: Tx, { storeId, claimId }: ClaimKey, entry: Entry): Promise<void> {
  await tx
    .insertInto('claim_audit')
    .values({
      store_id: storeId,
      claim_id: claimId,
      ...entry,
      data: toJson(entry.data),
      restore: toMaybeJson(entry.restore),
    })
    .execute();
}
