import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { toJson } from '../db/values.ts';
import { uuidv7 } from '../secrets/ids.ts';

/** A delivery in our hands until its lease ends. */
export interface Claimed {
  readonly storeId: string;
  readonly deliveryId: string;
  /** The endpoint, or `mail`: what a slow receiver holds up. */
  readonly receiver: string;
  readonly lease: string;
  /** This try included. */
  readonly attempts: number;
}

/** Milliseconds a try belongs to whoever claimed it: longer than any try takes, so that nobody else tries meanwhile. */
export const leaseTime = 60_000;

/** Deliveries to one receiver that go out at the same time. */
export const mostPerReceiver = 4;

/** How many of what is due are looked at to find deliveries of different receivers. */
const lookAhead = 1_000;

/**
 * Takes deliveries that are due, oldest first and a few per receiver, over all stores. Many processes may do so at once:
 * each delivery is given to one of them. The try is counted before it is made, so that one that kills its process is given
 * up after as many tries as any other.
 * @param inFlight How many deliveries this process has in flight to each receiver.
 */
export async function claim(
  context: Context,
  most: number,
  inFlight: Readonly<Record<string, number>>,
): Promise<Claimed[]> {
  const now = context.clock.now();
  const until = new Date(now.getTime() + leaseTime);
  const lease = uuidv7(now.getTime());
  const busy = toJson(inFlight);
  const { rows } = await context.db.withSystem((tx) =>
    sql<Claimed>`
      with due as (
        select d.store_id, d.delivery_id, d.next_attempt_at, coalesce(d.outgoing_webhook_id, 'mail') as receiver,
          ${mostPerReceiver} - coalesce((${busy}::jsonb ->> coalesce(d.outgoing_webhook_id, 'mail'))::int, 0) as room
        from deliveries d
        left join outgoing_webhooks w on w.store_id = d.store_id and w.outgoing_webhook_id = d.outgoing_webhook_id
        where d.state = 'waiting' and d.next_attempt_at <= ${now}
          and (d.leased_until is null or d.leased_until <= ${now})
          and (w.resting_until is null or w.resting_until <= ${now})
          and coalesce((${busy}::jsonb ->> coalesce(d.outgoing_webhook_id, 'mail'))::int, 0) < ${mostPerReceiver}
        order by d.next_attempt_at, d.delivery_id
        limit ${lookAhead}
      ), placed as (
        select store_id, delivery_id, next_attempt_at, room,
          row_number() over (partition by receiver order by next_attempt_at, delivery_id) as place
        from due
      )
      update deliveries set attempts = attempts + 1, leased_until = ${until}, lease = ${lease}
      where (store_id, delivery_id) in (
        select store_id, delivery_id from deliveries
        where (store_id, delivery_id) in (
            select store_id, delivery_id from placed where place <= room
            order by next_attempt_at, delivery_id limit ${most}
          )
          -- Once more, on the row as it is when it is locked.
          and state = 'waiting' and next_attempt_at <= ${now} and (leased_until is null or leased_until <= ${now})
        for update skip locked
      )
      returning store_id as "storeId", delivery_id as "deliveryId", lease, attempts,
        coalesce(outgoing_webhook_id, 'mail') as receiver`.execute(tx),
  );
  return rows;
}

/**
 * Ends the leases of a process before us that was killed. Only where we are the only process: alone in the data folder.
 */
export async function endLeases(context: Context): Promise<void> {
  await context.db.withSystem((tx) =>
    tx
      .updateTable('deliveries')
      .set({ leased_until: null, lease: null })
      .where('state', '=', 'waiting')
      .where('leased_until', 'is not', null)
      .execute(),
  );
}
