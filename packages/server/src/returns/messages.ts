import type { Id, ReturnMessage, ReturnMessageInput } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { newId } from '../secrets/ids.ts';
import { attachUploads } from '../uploads/attach.ts';
import { readUploads } from '../uploads/read-uploads.ts';
import type { ReturnRow } from './store.ts';

/** Writes a message about a return. */
export async function writeMessage(
  tx: Tx,
  row: ReturnRow,
  sentBy: 'shopper' | 'store',
  { text, uploads = [] }: ReturnMessageInput,
  now: Date,
): Promise<void> {
  const id = newId('returnMessage', now.getTime());
  const { store_id: storeId, return_id, order_id: orderId } = row;
  await tx
    .insertInto('return_messages')
    .values({
      store_id: storeId,
      return_id,
      return_message_id: id,
      sent_by: sentBy,
      text,
      created_at: now,
    })
    .execute();
  await attachUploads(tx, { storeId, orderId, ids: uploads, to: id, now });
}

/** The messages about a return, oldest first. */
export async function readMessages(tx: Tx, context: Context, row: ReturnRow): Promise<ReturnMessage[]> {
  const rows = await tx
    .selectFrom('return_messages')
    .selectAll()
    .where('store_id', '=', row.store_id)
    .where('return_id', '=', row.return_id)
    .orderBy('return_message_id')
    .execute();
  const ids = rows.map((message) => message.return_message_id);
  const uploads = await readUploads(tx, context, row.store_id, ids);
  return rows.map((message) => ({
    id: message.return_message_id as Id<'returnMessage'>,
    at: message.created_at.toISOString(),
    from: message.sent_by,
    text: message.text,
    uploads: [...(uploads.get(message.return_message_id) ?? [])],
  }));
}
