import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';

/** What is attached, and to what. */
export interface Attachment {
  readonly storeId: string;
  readonly orderId: string;
  /** Ids of uploads, each once. */
  readonly ids: readonly string[];
  /** The id of the thing they belong to from now on: a return item, a message, an inspection. */
  readonly to: string;
  readonly now: Date;
}

/**
 * Attaches uploads of an order to a thing of it, so that they are kept with it. Attaching them to the same thing again
 * changes nothing.
 *
 * @throws ApiProblem `upload_unknown` when one is not of this order, is gone, or belongs to another thing; nothing is
 *   attached then (the transaction rolls back).
 */
export async function attachUploads(tx: Tx, { storeId, orderId, ids, to, now }: Attachment): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const { numUpdatedRows } = await tx
    .updateTable('uploads')
    .set((row) => ({ attached_to: to, attached_at: row.fn.coalesce('attached_at', row.val(now)) }))
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .where('upload_id', 'in', wanted)
    .where('deleted_at', 'is', null)
    .where((is) => is.or([is('attached_to', 'is', null), is('attached_to', '=', to)]))
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== wanted.length) throw new ApiProblem('upload_unknown');
}
