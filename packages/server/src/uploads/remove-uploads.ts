import type { Upload } from '@postlude/contract';
import type { Context } from '../context.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { uploadOf } from './read-uploads.ts';

/** How long a file is kept that belongs to nothing, in milliseconds. */
export const unattachedLifetime = 24 * 60 * 60_000;

/** How many files one run of the clean-up removes at most; what is left waits for the next one. */
const atOnce = 500;

/**
 * Removes a file of an order's shopper that belongs to nothing yet. It is gone for everybody at once; its bytes follow,
 * now or with the next clean-up.
 *
 * @throws ApiProblem `not_found`; `conflict` when it belongs to something.
 */
export async function removeUpload(
  context: Context,
  { storeId, orderId, uploadId }: { storeId: string; orderId: string; uploadId: string },
): Promise<Upload> {
  const row = await context.db.withStore(storeId, async (tx) => {
    const mine = await tx
      .selectFrom('uploads')
      .selectAll()
      .where('store_id', '=', storeId)
      .where('upload_id', '=', uploadId)
      .where('order_id', '=', orderId)
      .where('sent_by', '=', 'shopper')
      .where('deleted_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!mine) throw new ApiProblem('not_found');
    if (mine.attached_to !== null) {
      throw new ApiProblem('conflict', { detail: 'The file is part of what was sent already.' });
    }
    await tx
      .updateTable('uploads')
      .set({ deleted_at: context.clock.now() })
      .where('store_id', '=', storeId)
      .where('upload_id', '=', uploadId)
      .execute();
    return mine;
  });
  await removeBytes(context, row).catch((error: unknown) =>
    context.log.warn({ err: error, uploadId }, 'the bytes of an upload are removed later'),
  );
  return uploadOf(context, row);
}

/**
 * Removes files that belong to nothing for a day, those of orders that are gone, and what earlier removals left. Returns
 * how many.
 */
export async function removeUnusedUploads(context: Context): Promise<number> {
  const now = context.clock.now();
  const longAgo = new Date(now.getTime() - unattachedLifetime);
  const rows = await context.db.withSystem(async (tx) => {
    const unused = await tx
      .selectFrom('uploads')
      .select(['store_id', 'upload_id', 'storage_key'])
      .where((is) =>
        is.or([
          is('deleted_at', 'is not', null),
          is.and([is('attached_to', 'is', null), is('created_at', '<=', longAgo)]),
          is.and([
            is('order_id', 'is not', null),
            is.not(
              is.exists(
                is
                  .selectFrom('orders')
                  .select('orders.order_id')
                  .whereRef('orders.store_id', '=', 'uploads.store_id')
                  .whereRef('orders.order_id', '=', 'uploads.order_id'),
              ),
            ),
          ]),
        ]),
      )
      .orderBy('upload_id')
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { store_id, upload_id } of unused) {
      // Gone from here on: nobody attaches it between this and the removal of its bytes.
      await tx
        .updateTable('uploads')
        .set({ deleted_at: now })
        .where('store_id', '=', store_id)
        .where('upload_id', '=', upload_id)
        .execute();
    }
    return unused;
  });
  let removed = 0;
  for (const row of rows) {
    if (context.stopping.aborted) break;
    try {
      await removeBytes(context, row);
      removed += 1;
    } catch (error) {
      context.log.warn({ err: error, uploadId: row.upload_id }, 'the bytes of an upload are removed later');
    }
  }
  return removed;
}

/** First the bytes, then the row that leads to them. */
async function removeBytes(
  context: Context,
  row: { store_id: string; upload_id: string; storage_key: string },
): Promise<void> {
  await context.uploads.delete(row.storage_key);
  await context.db.withStore(row.store_id, (tx) =>
    tx
      .deleteFrom('uploads')
      .where('store_id', '=', row.store_id)
      .where('upload_id', '=', row.upload_id)
      .where('deleted_at', 'is not', null)
      .execute(),
  );
}
