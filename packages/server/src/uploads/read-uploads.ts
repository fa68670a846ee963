import type { Id, Upload } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { UploadsTable } from '../db/schema/uploads.ts';
import { documentAddress } from '../documents/address.ts';

/** The uploads attached to things, in the order they were sent, with short-lived addresses; by the id of the thing. */
export async function readUploads(
  tx: Tx,
  context: Pick<Context, 'secrets' | 'config' | 'clock'>,
  storeId: string,
  to: readonly string[],
): Promise<ReadonlyMap<string, readonly Upload[]>> {
  const found = new Map<string, Upload[]>();
  if (to.length === 0) return found;
  const rows = await tx
    .selectFrom('uploads')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('attached_to', 'in', [...to])
    .where('deleted_at', 'is', null)
    .orderBy('upload_id')
    .execute();
  for (const row of rows) {
    const thing = row.attached_to ?? '';
    found.set(thing, [...(found.get(thing) ?? []), uploadOf(context, row)]);
  }
  return found;
}

/** A row as it travels. */
export function uploadOf(
  context: Pick<Context, 'secrets' | 'config' | 'clock'>,
  row: Selectable<UploadsTable>,
): Upload {
  const id = row.upload_id as Id<'upload'>;
  return {
    id,
    purpose: row.purpose,
    contentType: row.content_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    url: documentAddress(context, { storeId: row.store_id, kind: 'upload', id }, context.clock.now()),
  };
}
