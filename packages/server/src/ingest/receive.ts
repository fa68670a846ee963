import type { Id, Receipt } from '@postlude/contract';
import type { receiveWebhook } from '@postlude/contract/endpoints';
import type { Tx } from '../db/database.ts';
import { storableText, toJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Call } from '../http/implement.ts';
import { newId } from '../secrets/ids.ts';
import type { RawMessage } from './adapter.ts';
import { adapters } from './adapters/index.ts';
import { applyMessage } from './apply-message.ts';
import { storedHeaders } from './stored-headers.ts';

/**
 * Takes a webhook: checks the signature over the raw bytes, stores the message and only then reads it. What is stored is
 * answered with 200 whatever becomes of it, so that a provider never sends again what we have, and nothing is lost: a
 * message this process cannot get to is picked up by the sweep.
 */
export async function receive(call: Call<typeof receiveWebhook>): Promise<Receipt> {
  const { context, params, bytes, request } = call;
  const webhook = await context.stores.webhook(params.webhookId);
  if (webhook?.provider !== params.provider) throw new ApiProblem('not_found');
  const { storeId, secrets } = webhook;
  if (secrets.length === 0) throw new ApiProblem('webhook_unconfigured');

  const adapter = adapters[params.provider];
  const now = context.clock.now();
  const message: RawMessage = {
    headers: Object.fromEntries(call.headers),
    query: call.search,
    body: bytes,
    receivedAt: now,
  };
  if (adapter.isPing(message)) return { id: null, duplicate: false };
  const verdict = adapter.verify(message, secrets, now);
  if (verdict !== 'ok') {
    context.metrics.messages.inc({ provider: params.provider, state: 'refused' });
    throw new ApiProblem(verdict);
  }

  const stored = await context.db.withStore(storeId, (tx) => storeMessage(tx, storeId, params, message));
  if (stored.duplicate) {
    context.metrics.messages.inc({ provider: params.provider, state: 'duplicate' });
    return stored;
  }
  try {
    await applyMessage(context, storeId, stored.id);
  } catch (error) {
    request.log.warn({ err: error, messageId: stored.id }, 'a stored message waits for the sweep');
  }
  return stored;
}

async function storeMessage(
  tx: Tx,
  storeId: string,
  { provider, webhookId }: Call<typeof receiveWebhook>['params'],
  message: RawMessage,
): Promise<{ id: Id<'message'>; duplicate: boolean }> {
  const { topic, dedupeKey } = adapters[provider].describe(message);
  const key = storableText(dedupeKey);
  const id = newId('message', message.receivedAt.getTime());
  const inserted = await tx
    .insertInto('messages')
    .values({
      store_id: storeId,
      message_id: id,
      webhook_id: webhookId,
      provider,
      topic: storableText(topic),
      dedupe_key: key,
      headers: toJson(storedHeaders(message.headers)),
      body: Buffer.from(message.body),
      // The attempt that follows right away; one that does not come back from it has had its first.
      attempts: 1,
      received_at: message.receivedAt,
    })
    .onConflict((conflict) => conflict.columns(['store_id', 'webhook_id', 'dedupe_key']).doNothing())
    .returning('message_id')
    .executeTakeFirst();
  if (inserted) return { id, duplicate: false };
  const known = await tx
    .selectFrom('messages')
    .select('message_id')
    .where('store_id', '=', storeId)
    .where('webhook_id', '=', webhookId)
    .where('dedupe_key', '=', key)
    .executeTakeFirstOrThrow();
  return { id: known.message_id as Id<'message'>, duplicate: true };
}
