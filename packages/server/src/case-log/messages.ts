import type { ReturnMessageInput, Upload } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { newId } from '../secrets/ids.ts';
import { attachUploads } from '../uploads/attach.ts';

/** A message about a case, as it is kept. */
export interface MessageRow {
  readonly id: string;
  readonly sent_by: 'shopper' | 'store';
  readonly text: string;
  readonly created_at: Date;
}

/** About which case. */
export interface MessagesKey {
  readonly of: keyof typeof messages;
  readonly storeId: string;
  readonly caseId: string;
}

/** The table of each kind of case, its columns with the case's id and the message's, and what the id of a message is of. */
const messages = {
  return: ['return_messages', 'return_id', 'return_message_id', 'returnMessage'],
  claim: ['claim_messages', 'claim_id', 'claim_message_id', 'claimMessage'],
} as const;

/** Writes a message about a case of an order. */
export async function writeMessage(
  tx: Tx,
  { of, storeId, caseId, orderId }: MessagesKey & { readonly orderId: string },
  sentBy: 'shopper' | 'store',
  { text, uploads = [] }: ReturnMessageInput,
  now: Date,
): Promise<void> {
  const [table, caseColumn, idColumn, kind] = messages[of];
  const id = newId(kind, now.getTime());
  await sql`
    insert into ${sql.table(table)} (store_id, ${sql.ref(caseColumn)}, ${sql.ref(idColumn)}, sent_by, text, created_at)
    values (${storeId}, ${caseId}, ${id}, ${sentBy}, ${text}, ${now})`.execute(tx);
  await attachUploads(tx, { storeId, orderId, ids: uploads, to: id, now });
}

/** The messages about a case, oldest first. */
export async function readMessages(tx: Tx, { of, storeId, caseId }: MessagesKey): Promise<MessageRow[]> {
  const [table, caseColumn, idColumn] = messages[of];
  const { rows } = await sql<MessageRow>`
    select ${sql.ref(idColumn)} as id, sent_by, text, created_at
    from ${sql.table(table)}
    where store_id = ${storeId} and ${sql.ref(caseColumn)} = ${caseId}
    order by ${sql.ref(idColumn)}`.execute(tx);
  return rows;
}

/** A message as it travels, its files by the message's id. */
export const shownMessage = <Id extends string>(
  { id, sent_by: from, text, created_at: at }: MessageRow,
  uploads: ReadonlyMap<string, readonly Upload[]>,
) => ({ id: id as Id, at: at.toISOString(), from, text, uploads: [...(uploads.get(id) ?? [])] });
