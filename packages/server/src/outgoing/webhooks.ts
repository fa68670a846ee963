import type { Id, OutgoingEventType, OutgoingWebhook, OutgoingWebhookWithSecret } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { shownUrl } from '../outbox/shown-url.ts';
import { newSigningSecret } from '../outbox/signature.ts';
import { newId } from '../secrets/ids.ts';
import { addSecret, endSecrets } from './secrets.ts';
import { switchOff } from './switch-off.ts';

type Deps = Pick<Context, 'secrets' | 'clock'>;

/** Adds an endpoint that events are delivered to, and makes its secret. `events` null: all of them. */
export async function addOutgoingWebhook(
  tx: Tx,
  { secrets, clock }: Deps,
  storeId: string,
  input: { readonly url: string; readonly events: readonly OutgoingEventType[] | null },
): Promise<OutgoingWebhookWithSecret> {
  const now = clock.now();
  const id = newId('outgoingWebhook', now.getTime());
  const secret = newSigningSecret();
  await tx
    .insertInto('outgoing_webhooks')
    .values({
      store_id: storeId,
      outgoing_webhook_id: id,
      url: input.url,
      event_types: input.events === null ? null : [...new Set(input.events)],
      created_at: now,
    })
    .execute();
  await addSecret(tx, secrets, { storeId, webhookId: id, secret, now });
  return withSecret(await readOutgoingWebhook(tx, storeId, id, now), secret);
}

/** The endpoints of a store, oldest first. */
export async function listOutgoingWebhooks(
  tx: Tx,
  storeId: string,
  now: Date,
  onlyId: string | null = null,
): Promise<OutgoingWebhook[]> {
  let endpoints = tx.selectFrom('outgoing_webhooks').selectAll().where('store_id', '=', storeId);
  if (onlyId !== null) endpoints = endpoints.where('outgoing_webhook_id', '=', onlyId);
  const rows = await endpoints.orderBy('outgoing_webhook_id').execute();
  const secrets = await tx
    .selectFrom('outgoing_secrets')
    .select(['outgoing_webhook_id', 'created_at', 'expires_at'])
    .where('store_id', '=', storeId)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
    .orderBy('secret_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.outgoing_webhook_id as Id<'outgoingWebhook'>,
    url: row.url,
    events: row.event_types,
    enabled: row.disabled_at === null,
    disabledReason: row.disabled_reason,
    createdAt: row.created_at.toISOString(),
    secrets: secrets
      .filter((secret) => secret.outgoing_webhook_id === row.outgoing_webhook_id)
      .map((secret) => ({
        createdAt: secret.created_at.toISOString(),
        expiresAt: secret.expires_at?.toISOString() ?? null,
      })),
  }));
}

/** One endpoint; null when the store has none of this id. */
export async function readOutgoingWebhook(
  tx: Tx,
  storeId: string,
  id: string,
  now: Date,
): Promise<OutgoingWebhook | null> {
  const [found] = await listOutgoingWebhooks(tx, storeId, now, id);
  return found ?? null;
}

/** Changes an endpoint; what is left out stays. Switched on again it gets what happens from now on. Null when there is none. */
export async function updateOutgoingWebhook(
  tx: Tx,
  storeId: string,
  id: string,
  change: {
    readonly url?: string | undefined;
    readonly events?: readonly OutgoingEventType[] | null | undefined;
    readonly enabled?: boolean | undefined;
  },
  now: Date,
): Promise<OutgoingWebhook | null> {
  const { url, events, enabled } = change;
  const set = {
    ...(url === undefined ? {} : { url, resting_until: null }),
    ...(events === undefined ? {} : { event_types: events === null ? null : [...new Set(events)] }),
    ...(enabled ? { disabled_at: null, disabled_reason: null, resting_until: null } : {}),
  };
  if (Object.keys(set).length > 0) {
    await tx
      .updateTable('outgoing_webhooks')
      .set(set)
      .where('store_id', '=', storeId)
      .where('outgoing_webhook_id', '=', id)
      .execute();
  }
  if (url !== undefined) {
    await tx
      .updateTable('deliveries')
      .set({ target: shownUrl(url) })
      .where('store_id', '=', storeId)
      .where('outgoing_webhook_id', '=', id)
      .where('state', '<>', 'delivered')
      .execute();
  }
  if (enabled === false) await switchOff(tx, storeId, id, { reason: 'staff', now });
  return readOutgoingWebhook(tx, storeId, id, now);
}

/** Removes an endpoint with its deliveries; its events stay. Answers what it was, null when there is none. */
export async function removeOutgoingWebhook(
  tx: Tx,
  storeId: string,
  id: string,
  now: Date,
): Promise<OutgoingWebhook | null> {
  const found = await readOutgoingWebhook(tx, storeId, id, now);
  await tx
    .deleteFrom('outgoing_webhooks')
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', id)
    .execute();
  return found;
}

/**
 * Gives an endpoint a new secret. Deliveries are signed with both until `graceUntil` (null ends the old one at once).
 * Null when there is no such endpoint.
 */
export async function rotateOutgoingSecret(
  tx: Tx,
  { secrets, clock }: Deps,
  storeId: string,
  id: string,
  graceUntil: Date | null,
): Promise<OutgoingWebhookWithSecret | null> {
  const now = clock.now();
  const locked = await tx
    .selectFrom('outgoing_webhooks')
    .select('outgoing_webhook_id')
    .where('store_id', '=', storeId)
    .where('outgoing_webhook_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (locked === undefined) return null;
  const secret = newSigningSecret();
  await endSecrets(tx, storeId, id, graceUntil);
  await addSecret(tx, secrets, { storeId, webhookId: id, secret, now });
  return withSecret(await readOutgoingWebhook(tx, storeId, id, now), secret);
}

function withSecret(webhook: OutgoingWebhook | null, secret: string): OutgoingWebhookWithSecret {
  // It was written in this very transaction.
  return { webhook: webhook as OutgoingWebhook, secret };
}
