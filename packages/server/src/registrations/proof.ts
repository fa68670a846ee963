import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { attachUploads } from '../uploads/attach.ts';

/** Whose proof of purchase. */
export interface ProofOf {
  readonly storeId: string;
  readonly orderId: string;
}

/**
 * Keeps files as the proof of purchase of an order: of all that is registered of it, as one receipt is.
 *
 * @throws ApiProblem `upload_unknown`, also for a file that was sent for something else.
 */
export async function attachProof(
  tx: Tx,
  { storeId, orderId, ids, now }: ProofOf & { readonly ids: readonly string[]; readonly now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  const fitting = await tx
    .selectFrom('uploads')
    .select('upload_id')
    .where('store_id', '=', storeId)
    .where('upload_id', 'in', [...ids])
    .where('purpose', '=', 'proof')
    .execute();
  if (fitting.length !== new Set(ids).size) throw new ApiProblem('upload_unknown');
  await attachUploads(tx, { storeId, orderId, ids, to: orderId, now });
}

/** Whether an order has a proof of purchase. */
export async function hasProof(tx: Tx, { storeId, orderId }: ProofOf): Promise<boolean> {
  const row = await tx
    .selectFrom('uploads')
    .select('upload_id')
    .where('store_id', '=', storeId)
    .where('attached_to', '=', orderId)
    .where('purpose', '=', 'proof')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
