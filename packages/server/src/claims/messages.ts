import type { ClaimMessage, Id, ReturnMessageInput, Upload } from '@postlude/contract';
import type { Selectable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { ClaimMessagesTable } from '../db/schema/claims.ts';
import { newId } from '../secrets/ids.ts';
import { attachUploads } from '../uploads/attach.ts';
import { type ClaimKey, type ClaimRow, keyOf } from './store.ts';

type MessageRow = Selectable<ClaimMessagesTable>;

/** Writes a message about a claim. */
export async function writeMessage(
  tx: Tx,
  row: ClaimRow,
  sentBy: 'shopper' | 'store',
  { text, uploads = [] }: ReturnMessageInput,
  now: Date,
): Promise<void> {
  const id = newId('claimMessage', now.getTime());
  const { storeId, claimId } = keyOf(row);
  await tx
    .insertInto('claim_messages')
    .values({
      store_id: storeId,
      claim_id: claimId,
      claim_message_id: id,
      sent_by: sentBy,
      text,
      created_at: now,
    })
    .execute();
  await attachUploads(tx, { storeId, orderId: row.order_id, ids: uploads, to: id, now });
}

/** The messages about a claim, oldest first. */
export function readMessages(tx: Tx, { storeId, claimId }: ClaimKey): Promise<MessageRow[]> {
  return tx
    .selectFrom('claim_messages')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .orderBy('claim_message_id')
    .execute();
}

/** A message as it travels. */
export const shownMessage = (message: MessageRow, uploads: readonly Upload[]): ClaimMessage => ({
  id: message.claim_message_id as Id<'claimMessage'>,
  at: message.created_at.toISOString(),
  from: message.sent_by,
  text: message.text,
  uploads: [...uploads],
});
