import type { Provider } from '@postlude/contract';
import type { Context } from '../context.ts';
import { applyAgain, countOutcome, type Outcome } from './apply-message.ts';

/** Which messages to read once more. */
export interface ReplaySelection {
  /** One message; without it every message of the other two. */
  readonly messageId?: string;
  /** `failed` unless told. */
  readonly state?: 'failed' | 'applied' | 'ignored';
  readonly provider?: Provider;
}

/** A message that was read once more. */
export interface Replayed extends Outcome {
  readonly messageId: string;
}

/**
 * Reads stored messages of a store once more, oldest first, each in a transaction of its own, and tells what became of
 * each. For the command line, after a correction of an adapter. Applying what is there already changes nothing.
 */
export async function* replayMessages(
  context: Context,
  storeId: string,
  selection: ReplaySelection = {},
): AsyncGenerator<Replayed> {
  let after = '';
  for (;;) {
    const ids = await nextIds(context, storeId, selection, after);
    for (const messageId of ids) {
      const outcome = await context.db.withStore(storeId, (tx) =>
        applyAgain(context, tx, storeId, messageId),
      );
      if (!outcome) continue;
      countOutcome(context, outcome);
      yield { messageId, ...outcome };
    }
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function nextIds(
  context: Context,
  storeId: string,
  { messageId, state = 'failed', provider }: ReplaySelection,
  after: string,
): Promise<string[]> {
  const rows = await context.db.withStore(storeId, (tx) => {
    let query = tx
      .selectFrom('messages')
      .select('message_id')
      .where('store_id', '=', storeId)
      .where('message_id', '>', after)
      .orderBy('message_id')
      .limit(100);
    if (messageId === undefined) query = query.where('state', '=', state);
    else query = query.where('message_id', '=', messageId);
    if (provider !== undefined) query = query.where('provider', '=', provider);
    return query.execute();
  });
  return rows.map((row) => row.message_id);
}
