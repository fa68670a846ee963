import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { isServerError } from '../errors.ts';
import type { Mail } from '../mail/mail.ts';
import { sendMail } from '../mail/send-mail.ts';
import { validSecrets } from '../outgoing/secrets.ts';
import type { Claimed } from './claim.ts';
import type { Outcome } from './outcome.ts';
import { postWebhook } from './post-webhook.ts';
import type { Reachable } from './reachable.ts';
import { record } from './record.ts';
import { mostAttempts } from './schedule.ts';
import { signedHeaders } from './signature.ts';

/** What every try is made with. */
export interface SendSettings {
  readonly reachable: Reachable;
  /** Milliseconds a webhook may take. */
  readonly timeout: number;
  /** Aborted when what is in flight is to be broken off. */
  readonly signal: AbortSignal;
}

/** What a delivery is about, as it stands at this moment. */
type Content =
  | {
      readonly kind: 'webhook';
      readonly id: string;
      readonly url: string;
      readonly body: string;
      readonly secrets: string[];
    }
  | { readonly kind: 'mail'; readonly mail: Mail; readonly replyTo: string | null }
  | { readonly kind: 'nothing'; readonly why: string };

/**
 * Makes one try of a claimed delivery and records what became of it. No transaction is open while it is under way.
 * Rejects only when the database does.
 */
export async function attempt(context: Context, claimed: Claimed, settings: SendSettings): Promise<void> {
  const began = context.clock.now();
  const started = performance.now();
  const outcome = await tryOnce(context, claimed, settings, began);
  const milliseconds = Math.round(performance.now() - started);
  await record(context, claimed, { ...outcome, at: began, milliseconds });
}

async function tryOnce(
  context: Context,
  claimed: Claimed,
  settings: SendSettings,
  now: Date,
): Promise<Outcome> {
  const nothing = { status: null, answer: null };
  if (claimed.attempts > mostAttempts) {
    return { ...nothing, error: 'The last try never came to an end.', means: 'never' };
  }
  try {
    const content = await context.db.withStore(claimed.storeId, (tx) => read(tx, context, claimed, now));
    switch (content.kind) {
      case 'mail':
        return await sendMail(context.config.mail, claimed.deliveryId, content, settings.signal);
      case 'webhook':
        return await postWebhook({
          ...settings,
          url: content.url,
          body: content.body,
          headers: signedHeaders(content.secrets, content.id, now, content.body),
        });
      case 'nothing':
        return { ...nothing, error: content.why, means: 'never' };
    }
  } catch (error) {
    context.log.error({ err: error, deliveryId: claimed.deliveryId }, 'a delivery could not be tried');
    // Our own sentences are written to be read; what a database says of itself is for the log.
    return {
      ...nothing,
      error: isServerError(error) ? error.message : 'It could not be tried; see the log.',
    };
  }
}

async function read(tx: Tx, context: Context, claimed: Claimed, now: Date): Promise<Content> {
  const { storeId, deliveryId } = claimed;
  const mail = await tx
    .selectFrom('mails')
    .innerJoin('stores', 'stores.store_id', 'mails.store_id')
    .select(['mails.content', 'stores.contact'])
    .where('mails.store_id', '=', storeId)
    .where('mails.delivery_id', '=', deliveryId)
    .executeTakeFirst();
  if (mail !== undefined) return { kind: 'mail', mail: mail.content, replyTo: mail.contact.email };
  const found = await tx
    .selectFrom('deliveries as d')
    .innerJoin('outbox_events as e', (join) =>
      join.onRef('e.store_id', '=', 'd.store_id').onRef('e.event_id', '=', 'd.event_id'),
    )
    .innerJoin('outgoing_webhooks as w', (join) =>
      join
        .onRef('w.store_id', '=', 'd.store_id')
        .onRef('w.outgoing_webhook_id', '=', 'd.outgoing_webhook_id'),
    )
    .select([
      'e.event_id',
      'e.type',
      'e.payload',
      'e.created_at',
      'w.outgoing_webhook_id',
      'w.url',
      'w.disabled_at',
    ])
    .where('d.store_id', '=', storeId)
    .where('d.delivery_id', '=', deliveryId)
    .executeTakeFirst();
  if (found === undefined) return { kind: 'nothing', why: 'What was to be delivered was removed.' };
  if (found.disabled_at !== null) return { kind: 'nothing', why: 'The endpoint is switched off.' };
  const secrets = await validSecrets(tx, context.secrets, storeId, found.outgoing_webhook_id, now);
  return {
    kind: 'webhook',
    id: found.event_id,
    url: found.url,
    body: JSON.stringify({
      type: found.type,
      timestamp: found.created_at.toISOString(),
      data: found.payload,
    }),
    secrets,
  };
}
