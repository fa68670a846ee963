import type { Provider } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import { isPassing } from '../http/failures.ts';
import { applyFacts } from '../orders/apply-facts.ts';
import { buyerKeys } from '../orders/buyer-keys.ts';
import { settleTold } from '../referrals/life/told.ts';
import { noteReturnParcels } from '../returns/shipping.ts';
import { type Reading, UnreadableMessage } from './adapter.ts';
import { adapters } from './adapters/index.ts';

/** What became of a message. */
export interface Outcome {
  readonly provider: Provider;
  readonly state: 'applied' | 'ignored' | 'failed';
  readonly reason: string | null;
  /** The provider's words no mapping knows. */
  readonly unknown: readonly string[];
}

interface StoredMessage {
  readonly message_id: string;
  readonly provider: Provider;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  readonly received_at: Date;
  readonly applied_at: Date | null;
}

const longestReason = 500;

/**
 * Reads one waiting message and writes what it says, in one transaction with the mark that it is done. Null when there
 * is nothing to do: it is done already, or another process has it in its hands.
 *
 * A message that cannot be read or written is set aside as `failed` with the reason, and everything it wrote is undone.
 * Only when the database itself is away does this reject; the message then keeps waiting.
 */
export async function applyMessage(
  context: Context,
  storeId: string,
  messageId: string,
): Promise<Outcome | null> {
  const outcome = await context.db.withStore(storeId, async (tx) => {
    const message = await selectMessage(tx, storeId, messageId)
      .where('state', '=', 'waiting')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    return message ? settle(context, tx, storeId, message) : null;
  });
  if (outcome) countOutcome(context, outcome);
  return outcome;
}

/**
 * Reads a stored message once more whatever became of it before, as if it had just come in. Null when there is none.
 * The caller counts the outcome (`countOutcome`) once the transaction is through.
 */
export async function applyAgain(
  context: Context,
  tx: Tx,
  storeId: string,
  messageId: string,
): Promise<Outcome | null> {
  const message = await selectMessage(tx, storeId, messageId).forUpdate().executeTakeFirst();
  if (!message) return null;
  await tx
    .updateTable('messages')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('store_id', '=', storeId)
    .where('message_id', '=', messageId)
    .execute();
  return settle(context, tx, storeId, message);
}

/** Counts what became of a message, for the metrics. */
export function countOutcome(context: Context, { provider, state, unknown }: Outcome): void {
  context.metrics.messages.inc({ provider, state });
  if (unknown.length > 0) context.metrics.unknownStatuses.inc({ provider }, unknown.length);
}

const selectMessage = (tx: Tx, storeId: string, messageId: string) =>
  tx
    .selectFrom('messages')
    .select(['message_id', 'provider', 'headers', 'body', 'received_at', 'applied_at'])
    .where('store_id', '=', storeId)
    .where('message_id', '=', messageId);

async function settle(context: Context, tx: Tx, storeId: string, message: StoredMessage): Promise<Outcome> {
  const now = context.clock.now();
  await sql`savepoint reading`.execute(tx);
  let outcome: Outcome;
  try {
    outcome = await readAndWrite(context, tx, storeId, message, now);
    await sql`release savepoint reading`.execute(tx);
  } catch (error) {
    if (isPassing(error)) throw error;
    await sql`rollback to savepoint reading`.execute(tx);
    if (!(error instanceof UnreadableMessage)) {
      context.log.error(
        { err: error, storeId, messageId: message.message_id },
        'a message could not be applied',
      );
    }
    outcome = { provider: message.provider, state: 'failed', reason: reasonOf(error), unknown: [] };
  }
  await tx
    .updateTable('messages')
    .set({
      state: outcome.state,
      reason: outcome.reason,
      applied_at: outcome.state === 'failed' ? message.applied_at : now,
    })
    .where('store_id', '=', storeId)
    .where('message_id', '=', message.message_id)
    .execute();
  return outcome;
}

async function readAndWrite(
  context: Context,
  tx: Tx,
  storeId: string,
  message: StoredMessage,
  now: Date,
): Promise<Outcome> {
  const { provider } = message;
  const store = await tx
    .selectFrom('stores')
    .select(['time_zone', 'currency'])
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  const reading: Reading = adapters[provider].read(
    {
      headers: message.headers,
      query: new URLSearchParams(),
      body: message.body,
      receivedAt: message.received_at,
    },
    { timeZone: store.time_zone, currency: store.currency },
  );
  if ('ignored' in reading) return { provider, state: 'ignored', reason: reading.ignored, unknown: [] };
  await applyFacts(tx, storeId, reading.facts, now, {
    again: message.applied_at !== null,
    keys: buyerKeys(context.secrets, storeId),
  });
  await noteReturnParcels(tx, storeId, reading.facts, now);
  await settleTold(tx, context, storeId, reading.facts, now);
  // A message that was applied before told its unknown words then.
  const unknown = message.applied_at === null ? reading.unknown : [];
  await countUnknown(tx, storeId, provider, unknown, now);
  return { provider, state: 'applied', reason: null, unknown };
}

async function countUnknown(
  tx: Tx,
  storeId: string,
  provider: Provider,
  words: readonly string[],
  now: Date,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const word of words) {
    const raw = storableText(word).slice(0, longestReason);
    counts.set(raw, (counts.get(raw) ?? 0) + 1);
  }
  // Sorted, so that two messages with the same words never wait for each other in a circle.
  for (const [raw, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await tx
      .insertInto('unknown_statuses')
      .values({ store_id: storeId, provider, raw, count, first_seen_at: now, last_seen_at: now })
      .onConflict((conflict) =>
        conflict.columns(['store_id', 'provider', 'raw']).doUpdateSet({
          count: sql<number>`unknown_statuses.count + excluded.count`,
          last_seen_at: sql<Date>`greatest(unknown_statuses.last_seen_at, excluded.last_seen_at)`,
        }),
      )
      .execute();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableMessage) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return storableText(`It could not be stored: ${message}`).slice(0, longestReason);
}
