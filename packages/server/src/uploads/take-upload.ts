import { createHash } from 'node:crypto';
import type { Upload, UploadPurpose } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { UploadsTable } from '../db/schema/uploads.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { enterUpload, putBytes } from './enter-upload.ts';
import { checkRoom, countArrival, waitForOrder } from './limits.ts';
import { readFile } from './read-file.ts';
import { uploadOf } from './read-uploads.ts';

/** Whose file it is, and what for. */
export interface Sender {
  readonly storeId: string;
  readonly orderId: string;
  readonly sentBy: 'shopper' | 'staff';
  readonly purpose: UploadPurpose;
}

type Row = Selectable<UploadsTable>;

/**
 * Takes a file: checks it, makes of it what is kept, enters it and stores it. The same bytes sent again for the same order
 * are the same upload as long as it is attached to nothing, so a try whose answer was lost may be repeated.
 *
 * The work on the bytes happens between two transactions, not in one: a picture takes a second, and the embedded database
 * has one connection. The row is written before the file, so that no file is ever without a row that leads to it.
 *
 * @throws ApiProblem `not_found` (no such order), `rate_limited`, `upload_limit`, what `readFile` throws, and
 *   `unavailable` when the storage is away; nothing is kept then.
 */
export async function takeUpload(context: Context, sender: Sender, sent: Uint8Array): Promise<Upload> {
  const { storeId, orderId } = sender;
  const sha256 = createHash('sha256').update(sent).digest('hex');
  const now = context.clock.now();
  const first = await context.db.withStore(storeId, async (tx) => {
    if (!(await orderExists(tx, storeId, orderId))) throw new ApiProblem('not_found');
    const retryAt = sender.sentBy === 'shopper' ? await countArrival(tx, storeId, orderId, now) : null;
    return { retryAt, known: await findSame(tx, sender, sha256) };
  });
  // Thrown outside of the transaction, so that what came too early counts as well.
  if (first.retryAt) throw new ApiProblem('rate_limited', { retryAt: first.retryAt });
  if (first.known && (await context.uploads.get(first.known.storage_key)) !== null) {
    return uploadOf(context, first.known);
  }
  if (!first.known) await context.db.withStore(storeId, (tx) => checkRoom(tx, storeId, orderId, 0));

  const file = await readFile(sent, sender.purpose);
  const row = await context.db.withStore(storeId, async (tx) => {
    await waitForOrder(tx, storeId, orderId);
    const known = await findSame(tx, sender, sha256);
    if (known) return known;
    await checkRoom(tx, storeId, orderId, file.bytes.byteLength);
    return enterUpload(tx, context.clock.now(), sender, { file, sha256 });
  });
  await putBytes(context, row, file);
  return uploadOf(context, row);
}

async function orderExists(tx: Tx, storeId: string, orderId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('orders')
    .select('order_id')
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row !== undefined;
}

function findSame(tx: Tx, sender: Sender, sha256: string): Promise<Row | undefined> {
  return tx
    .selectFrom('uploads')
    .selectAll()
    .where('store_id', '=', sender.storeId)
    .where('order_id', '=', sender.orderId)
    .where('sent_by', '=', sender.sentBy)
    .where('purpose', '=', sender.purpose)
    .where('sha256', '=', sha256)
    .where('attached_to', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}
