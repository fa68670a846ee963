import type { IncomingMessage, Provider } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { defaultLimit, pageOf, readCursor } from '../http/cursor.ts';

type MessageState = IncomingMessage['state'];

/** Which messages to list. */
export interface InboxQuery {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly state?: MessageState | undefined;
  readonly provider?: Provider | undefined;
}

/** A page of what came in, newest first. */
export async function listMessages(
  tx: Tx,
  storeId: string,
  { cursor, limit = defaultLimit, state, provider }: InboxQuery,
): Promise<{ items: IncomingMessage[]; next: string | null }> {
  const after = readCursor(cursor, [/^msg_[0-9a-f]{32}$/]);
  let query = messages(tx, storeId)
    .orderBy('message_id', 'desc')
    .limit(limit + 1);
  if (after?.[0] !== undefined) query = query.where('message_id', '<', after[0]);
  if (state !== undefined) query = query.where('state', '=', state);
  if (provider !== undefined) query = query.where('provider', '=', provider);
  return pageOf(await query.execute(), limit, messageOf, (row) => [row.message_id]);
}

/** A message without its body; null when the store has none with this id. */
export async function readMessage(
  tx: Tx,
  storeId: string,
  messageId: string,
): Promise<IncomingMessage | null> {
  const row = await messages(tx, storeId).where('message_id', '=', messageId).executeTakeFirst();
  return row ? messageOf(row) : null;
}

const messages = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('messages')
    .select(['message_id', 'provider', 'topic', 'state', 'reason', 'attempts', 'received_at', 'applied_at'])
    .where('store_id', '=', storeId);

type MessageRow = Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirstOrThrow']>>;

const messageOf = (row: MessageRow): IncomingMessage => ({
  id: row.message_id as IncomingMessage['id'],
  provider: row.provider,
  topic: row.topic,
  state: row.state,
  reason: row.reason,
  attempts: row.attempts,
  receivedAt: row.received_at.toISOString(),
  appliedAt: row.applied_at?.toISOString() ?? null,
});
