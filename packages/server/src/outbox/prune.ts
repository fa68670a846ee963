import type { Context } from '../context.ts';

const day = 86_400_000;
/** Days an event and its deliveries are kept, so that they can be looked up and replayed. */
const keptDays = 90;
/** Days an exchanged secret is kept once it ended. */
const keptSecretDays = 30;
/** Days a mail's content is kept once it arrived: it holds what only its reader needs. */
const keptMailDays = 7;

/** What a pruning removed. */
export interface PruneReport {
  readonly events: number;
  readonly mails: number;
}

/** Removes what went out long ago, or was given up long ago. What still waits stays. */
export async function pruneOutgoing(context: Context): Promise<PruneReport> {
  const now = context.clock.now().getTime();
  const longAgo = new Date(now - keptDays * day);
  return context.db.withSystem(async (tx) => {
    const events = await tx
      .deleteFrom('outbox_events as e')
      .where('e.created_at', '<', longAgo)
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('deliveries as d')
              .select('d.delivery_id')
              .whereRef('d.store_id', '=', 'e.store_id')
              .whereRef('d.event_id', '=', 'e.event_id')
              .where('d.state', '=', 'waiting'),
          ),
        ),
      )
      .executeTakeFirst();
    await tx
      .deleteFrom('deliveries')
      .where('channel', '=', 'mail')
      .where('created_at', '<', longAgo)
      .where('state', '<>', 'waiting')
      .execute();
    await tx
      .deleteFrom('outgoing_secrets')
      .where('expires_at', '<', new Date(now - keptSecretDays * day))
      .execute();
    const mails = await tx
      .deleteFrom('mails as m')
      .using('deliveries as d')
      .whereRef('d.store_id', '=', 'm.store_id')
      .whereRef('d.delivery_id', '=', 'm.delivery_id')
      .where('d.delivered_at', '<', new Date(now - keptMailDays * day))
      .executeTakeFirst();
    return { events: Number(events.numDeletedRows), mails: Number(mails.numDeletedRows) };
  });
}
