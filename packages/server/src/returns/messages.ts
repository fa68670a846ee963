import type { Id, ReturnMessage, ReturnMessageInput, Upload } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { ReturnMessagesTable } from '../db/schema/send-it-back.ts';
import { newId } from '../secrets/ids.ts';
import { attachUploads } from '../uploads/attach.ts';
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

type MessageRow = Selectable<ReturnMessagesTable>;

/** The messages about a return, oldest first. */
export function readMessages(tx: Tx, row: ReturnRow): Promise<MessageRow[]> {
  return tx
    .selectFrom('return_messages')
    .selectAll()
    .where('store_id', '=', row.store_id)
    .where('return_id', '=', row.return_id)
    .orderBy('return_message_id')
    .execute();
}

/** A message as it travels. */
export const shownMessage = (message: MessageRow, uploads: readonly Upload[]): ReturnMessage => ({
  id: message.return_message_id as Id<'returnMessage'>,
  at: message.created_at.toISOString(),
  from: message.sent_by,
  text: message.text,
  uploads: [...uploads],
});
