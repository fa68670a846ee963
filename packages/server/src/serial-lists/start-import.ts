import { createHash } from 'node:crypto';
import type { Id, SerialImport } from '@postlude/contract';
import type { Context } from '../context.ts';
import { toJson } from '../db/values.ts';
import { newId } from '../secrets/ids.ts';
import type { RowDefaults } from './judge-row.ts';
import { readHeading } from './read-heading.ts';
import { countRows } from './split-rows.ts';
import { readImport } from './view.ts';

/** Bytes of a list that lie in one row of the database. */
const partBytes = 1024 * 1024;

/**
 * Keeps a list to be read: from here on it is read, whatever becomes of this process. A list that is being read already is not
 * begun a second time. In transactions of its own: must not be called in one.
 *
 * @throws ApiProblem `upload_damaged`.
 */
export async function startImport(
  context: Context,
  storeId: string,
  bytes: Uint8Array,
  defaults: RowDefaults,
): Promise<SerialImport> {
  const { layout, next } = readHeading(bytes);
  const now = context.clock.now();
  const digest = createHash('sha256')
    .update(toJson([defaults.productId, defaults.batch]))
    .update(bytes)
    .digest('hex');
  const rows = countRows(bytes, next);
  return context.db.withStore(storeId, async (tx) => {
    const running = await tx
      .selectFrom('serial_imports')
      .select('import_id')
      .where('store_id', '=', storeId)
      .where('digest', '=', digest)
      .where('state', '=', 'running')
      .executeTakeFirst();
    const id = (running?.import_id ?? newId('serialImport', now.getTime())) as Id<'serialImport'>;
    if (!running) {
      await tx
        .insertInto('serial_imports')
        .values({
          store_id: storeId,
          import_id: id,
          digest,
          state: 'running',
          product_id: defaults.productId,
          batch: defaults.batch,
          layout: toJson(layout),
          bytes: bytes.length,
          position: next,
          ...{ read: 0, rows, added: 0, known: 0, bad: 0, attempts: 0 },
          held_until: now,
          started_at: now,
        })
        .execute();
      for (let start = 0; start < bytes.length; start += partBytes) {
        const part = Buffer.from(bytes.subarray(start, start + partBytes));
        await tx
          .insertInto('serial_import_parts')
          .values({ store_id: storeId, import_id: id, start, bytes: part })
          .execute();
      }
    }
    const view = await readImport(tx, storeId, id);
    if (!view) throw new Error('an import is not there after it was kept');
    return view;
  });
}
