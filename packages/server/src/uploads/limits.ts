import { uploadsPerOrder } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';

/** The most bytes all files of an order may have together. */
export const bytesPerOrder = 100 * 1024 * 1024;

/** How many files an order's shopper may send within `uploadWindow`, taken or not: each may cost a second of work. */
export const uploadsPerWindow = 100;

/** Milliseconds. */
export const uploadWindow = 10 * 60_000;

/**
 * Throws `upload_limit` when an order holds as much as it may, `bytes` more included. Removed files do not count.
 */
export async function checkRoom(tx: Tx, storeId: string, orderId: string, bytes: number): Promise<void> {
  const held = await tx
    .selectFrom('uploads')
    .select((row) => [
      row.fn.countAll<number>().as('count'),
      row.fn.coalesce(row.fn.sum<number>('bytes'), row.lit(0)).as('bytes'),
    ])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(held.count) >= uploadsPerOrder || Number(held.bytes) + bytes > bytesPerOrder) {
    throw new ApiProblem('upload_limit');
  }
}

/** Counts a file that arrived; the moment to try again at when it is one too many, otherwise null. */
export async function countArrival(
  tx: Tx,
  storeId: string,
  orderId: string,
  now: Date,
): Promise<Date | null> {
  const end = new Date(now.getTime() + uploadWindow);
  const { rows } = await sql<{ count: number; window_ends_at: Date }>`
    insert into attempt_limits as known (store_id, bucket, key, count, window_ends_at)
    values (${storeId}, 'upload:order', ${orderId}, 1, ${end})
    on conflict (store_id, bucket, key) do update set
      count = case when known.window_ends_at <= ${now} then 1 else known.count + 1 end,
      window_ends_at = case when known.window_ends_at <= ${now} then excluded.window_ends_at else known.window_ends_at end
    returning count, window_ends_at`.execute(tx);
  const [row] = rows;
  return row !== undefined && row.count > uploadsPerWindow ? row.window_ends_at : null;
}

/** Lets one file of an order be entered at a time, until the transaction ends: two at once would both find the last place free. */
export async function waitForOrder(tx: Tx, storeId: string, orderId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${uploadLockClass}, hashtext(${`${storeId} ${orderId}`}))`.execute(
    tx,
  );
}

/** The first half of the advisory locks taken here, so that they meet no others. */
const uploadLockClass = 7020;
