import type { OutgoingEventType } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { SoldOrder } from '../orders/read-sold.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import type { AskRow } from './store.ts';

/** An event about an ask. */
export type AskEventType = Extract<OutgoingEventType, `ask.${string}`>;

/**
 * Tells the shop's systems what became of an ask, in the transaction that makes it so. No name and no contact is in it; what
 * is, is described in docs/outgoing-events.md.
 */
export async function tellAsk(
  tx: Tx,
  type: AskEventType,
  { id, number, source, externalId, lines }: SoldOrder,
  row: AskRow,
  now: Date,
): Promise<void> {
  const line = lines.find((one) => one.id === row.line_id);
  const data = {
    askId: row.ask_id,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    order: { id, number, source, externalId },
    line: { id: row.line_id, externalId: line?.externalId ?? null, productId: line?.productId ?? null },
    reward: row.reward && { id: row.reward.id },
  };
  await enqueueEvent(tx, row.store_id, { type, data }, now);
}
