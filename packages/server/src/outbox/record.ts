import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import { switchOff } from '../outgoing/switch-off.ts';
import { uuidv7 } from '../secrets/ids.ts';
import type { Claimed } from './claim.ts';
import type { Outcome } from './outcome.ts';
import { nextAttempt } from './schedule.ts';

/** A try that has come to its end. */
export interface EndedAttempt extends Outcome {
  readonly at: Date;
  readonly milliseconds: number;
}

/** Milliseconds an endpoint that hung is left alone, so that it does not take the turns of others. */
const restTime = 30_000;

/** Writes down what became of a try: the delivery is done, waits for its next try, or is dead. */
export async function record(context: Context, claimed: Claimed, ended: EndedAttempt): Promise<void> {
  const now = context.clock.now();
  const { storeId, deliveryId, lease, attempts } = claimed;
  const channel = claimed.receiver === 'mail' ? 'mail' : 'webhook';
  const result = await context.db.withStore(storeId, async (tx) => {
    if (ended.means === 'stopped') return giveBack(tx, claimed, now);
    // The endpoint's row before those of deliveries, as everywhere: two that are told 410 at once would wait for each other.
    if (channel === 'webhook' && ended.means === 'gone') {
      await switchOff(tx, storeId, claimed.receiver, { reason: 'gone', now });
    }
    if (channel === 'webhook' && ended.means === 'hung') await rest(tx, claimed, now);
    const change = changeOf(ended, attempts, now);
    let update = tx
      .updateTable('deliveries')
      .set({ ...change, last_status: ended.status, last_error: ended.error, leased_until: null, lease: null })
      .where('store_id', '=', storeId)
      .where('delivery_id', '=', deliveryId)
      .where('state', '<>', 'delivered');
    // A failure of somebody whose lease ran out says nothing: another one is at it. What arrived has arrived.
    if (ended.error !== null) update = update.where('lease', '=', lease);
    const { numUpdatedRows } = await update.executeTakeFirst();
    if (numUpdatedRows === 0n) return 'outdated';
    await addAttempt(tx, claimed, ended);
    return change.state === 'waiting' ? 'failed' : change.state;
  });
  if (result === 'stopped' || result === 'outdated') return;
  context.metrics.outgoing.inc({ channel, outcome: result });
  const facts = { storeId, deliveryId, channel, attempts, status: ended.status, ms: ended.milliseconds };
  if (result === 'delivered') context.log.debug(facts, 'delivered');
  else
    context.log.warn(
      { ...facts, reason: ended.error },
      result === 'dead' ? 'delivery given up' : 'delivery failed',
    );
}

function changeOf(ended: EndedAttempt, attempts: number, now: Date) {
  if (ended.error === null) return { state: 'delivered' as const, delivered_at: now };
  const next = ended.means === 'never' || ended.means === 'gone' ? null : nextAttempt(attempts, now);
  return next === null ? { state: 'dead' as const } : { state: 'waiting' as const, next_attempt_at: next };
}

/** A try we broke off ourselves does not count; the next process makes it at once. */
async function giveBack(
  tx: Tx,
  { storeId, deliveryId, lease, attempts }: Claimed,
  now: Date,
): Promise<'stopped'> {
  await tx
    .updateTable('deliveries')
    .set({ attempts: attempts - 1, next_attempt_at: now, leased_until: null, lease: null })
    .where('store_id', '=', storeId)
    .where('delivery_id', '=', deliveryId)
    .where('lease', '=', lease)
    .execute();
  return 'stopped';
}

async function addAttempt(tx: Tx, { storeId, deliveryId }: Claimed, ended: EndedAttempt): Promise<void> {
  await tx
    .insertInto('delivery_attempts')
    .values({
      store_id: storeId,
      delivery_id: deliveryId,
      attempt_id: uuidv7(ended.at.getTime()),
      at: ended.at,
      milliseconds: ended.milliseconds,
      status: ended.status,
      error: ended.error,
      answer: ended.answer === null ? null : storableText(ended.answer),
    })
    .execute();
}

async function rest(tx: Tx, { storeId, receiver }: Claimed, now: Date): Promise<void> {
  await tx
    .updateTable('outgoing_webhooks')
    .set({ resting_until: new Date(now.getTime() + restTime) })
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', receiver)
    .execute();
}
