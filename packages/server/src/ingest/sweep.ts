import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { applyMessage } from './apply-message.ts';

/** How a sweep goes about it. */
export interface SweepOptions {
  /** Milliseconds a message must have waited: a younger one is in the hands of the process that took it. */
  readonly olderThan?: number;
  /** How many are claimed at a time. */
  readonly batch?: number;
  /** After so many attempts that never came back, a message is set aside: it may be what brings processes down. */
  readonly mostAttempts?: number;
}

/** What a sweep did. */
export interface SweepReport {
  readonly applied: number;
  readonly ignored: number;
  readonly failed: number;
}

/**
 * Applies the messages that were stored and not read, because their process was killed or the database was away, oldest
 * first, over all stores. Safe to run in many processes at once. Every attempt is counted before it is made, so that a
 * message that kills its process is set aside after some tries instead of being tried for ever.
 */
export async function applyWaiting(context: Context, options: SweepOptions = {}): Promise<SweepReport> {
  const { olderThan = 15_000, batch = 50, mostAttempts = 10 } = options;
  const counts = { applied: 0, ignored: 0, failed: 0 };
  const before = new Date(context.clock.now().getTime() - olderThan);
  const seen = new Set<string>();
  for (;;) {
    const claimed = await claim(context, before, batch, [...seen]);
    if (claimed.length === 0) return counts;
    for (const { storeId, messageId, attempts } of claimed) {
      seen.add(messageId);
      if (attempts > mostAttempts) {
        counts.failed += await setAside(context, storeId, messageId, attempts - 1);
        continue;
      }
      try {
        const outcome = await applyMessage(context, storeId, messageId);
        if (outcome) counts[outcome.state] += 1;
      } catch (error) {
        // Only this message's turn is lost; the next sweep tries again.
        context.log.warn({ err: error, storeId, messageId }, 'a waiting message could not be applied now');
      }
    }
  }
}

interface Claimed {
  readonly storeId: string;
  readonly messageId: string;
  readonly attempts: number;
}

async function claim(context: Context, before: Date, batch: number, seen: string[]): Promise<Claimed[]> {
  const { rows } = await context.db.withSystem((tx) =>
    sql<Claimed>`
      update messages set attempts = attempts + 1
      where (store_id, message_id) in (
        select store_id, message_id from messages
        where state = 'waiting' and received_at <= ${before} and message_id <> all(${seen}::text[])
        order by received_at, message_id
        limit ${batch}
        for update skip locked
      )
      returning store_id as "storeId", message_id as "messageId", attempts`.execute(tx),
  );
  return rows.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
}

function setAside(context: Context, storeId: string, messageId: string, attempts: number): Promise<number> {
  return context.db.withStore(storeId, async (tx) => {
    const result = await tx
      .updateTable('messages')
      .set({ state: 'failed', reason: `It was tried ${attempts} times and never came to an end.` })
      .where('store_id', '=', storeId)
      .where('message_id', '=', messageId)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  });
}
