import type { Id, Provider } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { PostludeServerError } from '../errors.ts';
import { newId, uuidv7 } from '../secrets/ids.ts';
import { newSecret, type SecretBox } from '../secrets/secret-box.ts';
import type { KnownWebhook } from './directory.ts';

type Deps = Pick<Context, 'db' | 'secrets' | 'clock'>;

/** Who makes the secret of a provider's webhooks: WooCommerce and EasyPost are told one, the others hand theirs out. */
export const secretIsOurs: Readonly<Record<Provider, boolean>> = {
  shopify: false,
  woocommerce: true,
  aftership: false,
  easypost: true,
  shippo: false,
};

/** A webhook as staff see it. */
export interface WebhookSummary {
  readonly id: Id<'webhook'>;
  readonly provider: Provider;
  readonly createdAt: Date;
  /** When each valid secret ends, newest first; null for the current one. Empty: every message is refused. */
  readonly secrets: readonly { readonly createdAt: Date; readonly expiresAt: Date | null }[];
}

/** A webhook and its secret, told this once when it is ours. */
export interface AddedWebhook {
  readonly id: Id<'webhook'>;
  readonly provider: Provider;
  /** Null when the provider hands out the secret and it is not known yet. */
  readonly secret: string | null;
}

/**
 * Adds an address for a provider to deliver to. Without `secret` one is made where the provider lets us; otherwise the webhook
 * refuses everything until `rotateWebhook` gives it the provider's.
 */
export async function addWebhook(
  deps: Deps,
  storeId: string,
  provider: Provider,
  secret: string | null,
): Promise<AddedWebhook> {
  const now = deps.clock.now();
  const id = newId('webhook', now.getTime());
  const chosen = secret ?? (secretIsOurs[provider] ? newSecret('whsec') : null);
  await deps.db.withStore(storeId, async (tx) => {
    await tx
      .insertInto('webhooks')
      .values({ store_id: storeId, webhook_id: id, provider, created_at: now })
      .execute();
    if (chosen !== null) await addSecret(tx, deps.secrets, storeId, id, chosen, now);
  });
  return { id, provider, secret: chosen };
}

/**
 * Gives a webhook a new secret. The one before stays valid until `graceUntil` (null ends it at once); any older one ends now.
 */
export async function rotateWebhook(
  deps: Deps,
  storeId: string,
  webhookId: string,
  options: { secret: string | null; graceUntil: Date | null },
): Promise<AddedWebhook> {
  const now = deps.clock.now();
  return deps.db.withStore(storeId, async (tx) => {
    const webhook = await tx
      .selectFrom('webhooks')
      .select('provider')
      .where('store_id', '=', storeId)
      .where('webhook_id', '=', webhookId)
      .forUpdate()
      .executeTakeFirst();
    if (webhook === undefined) {
      throw new PostludeServerError('not_found', `There is no webhook ${webhookId} in this store.`);
    }
    const { provider } = webhook;
    const secret = options.secret ?? (secretIsOurs[provider] ? newSecret('whsec') : null);
    if (secret === null) {
      throw new PostludeServerError(
        'invalid_argument',
        `The secret of a ${provider} webhook comes from ${provider}: pass it on.`,
      );
    }
    const mine = tx
      .deleteFrom('webhook_secrets')
      .where('store_id', '=', storeId)
      .where('webhook_id', '=', webhookId);
    if (options.graceUntil === null) {
      await mine.execute();
    } else {
      await mine.where('expires_at', 'is not', null).execute();
      await tx
        .updateTable('webhook_secrets')
        .set({ expires_at: options.graceUntil })
        .where('store_id', '=', storeId)
        .where('webhook_id', '=', webhookId)
        .execute();
    }
    await addSecret(tx, deps.secrets, storeId, webhookId, secret, now);
    return { id: webhookId as Id<'webhook'>, provider, secret };
  });
}

/** The webhooks of a store, oldest first. */
export async function listWebhooks(deps: Deps, storeId: string): Promise<WebhookSummary[]> {
  const now = deps.clock.now();
  return deps.db.withStore(storeId, async (tx) => {
    const webhooks = await tx
      .selectFrom('webhooks')
      .selectAll()
      .where('store_id', '=', storeId)
      .orderBy('webhook_id')
      .execute();
    const secrets = await validSecrets(tx, now).where('store_id', '=', storeId).execute();
    return webhooks.map((webhook) => ({
      id: webhook.webhook_id as Id<'webhook'>,
      provider: webhook.provider,
      createdAt: webhook.created_at,
      secrets: secrets
        .filter((secret) => secret.webhook_id === webhook.webhook_id)
        .map((secret) => ({ createdAt: secret.created_at, expiresAt: secret.expires_at })),
    }));
  });
}

/** A webhook with its valid secrets in clear, newest first; null when there is none. Needs `withSystem`. */
export async function readWebhook(
  tx: Tx,
  box: SecretBox,
  webhookId: string,
  now: Date,
): Promise<KnownWebhook | null> {
  const webhook = await tx
    .selectFrom('webhooks')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst();
  if (webhook === undefined) return null;
  const rows = await validSecrets(tx, now)
    .where('store_id', '=', webhook.store_id)
    .where('webhook_id', '=', webhookId)
    .execute();
  return {
    storeId: webhook.store_id,
    webhookId,
    provider: webhook.provider,
    secrets: rows.map((row) => box.open(row.sealed, webhookPurpose(webhookId))),
  };
}

const webhookPurpose = (webhookId: string): string => `webhook:${webhookId}`;

const validSecrets = (tx: Tx, now: Date) =>
  tx
    .selectFrom('webhook_secrets')
    .selectAll()
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
    .orderBy('secret_id', 'desc');

async function addSecret(
  tx: Tx,
  box: SecretBox,
  storeId: string,
  webhookId: string,
  secret: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('webhook_secrets')
    .values({
      store_id: storeId,
      webhook_id: webhookId,
      secret_id: uuidv7(now.getTime()),
      sealed: box.seal(secret, webhookPurpose(webhookId)),
      created_at: now,
      expires_at: null,
    })
    .execute();
}
