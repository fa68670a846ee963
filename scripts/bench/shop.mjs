import { createHmac } from 'node:crypto';
import { postlude } from '../../test/support/backend-process.ts';
import { shopifyOrder } from '../../test/support/shop-messages.ts';

/** The secret of the bench's Shopify webhook. */
export const webhookSecret = 'bench';

/**
 * Makes a store with a webhook through the command, before the backend has the data folder.
 * @param {import('../../test/support/backend-process.ts').BackendSettings} settings
 * @param {string[]} origins
 */
export async function makeShop(settings, origins = []) {
  const words = origins.flatMap((origin) => ['--origin', origin]);
  const created = await postlude(settings, 'store', 'create', '--name', 'Bench', ...words);
  const webhook = await postlude(settings, 'webhook', 'add', 'shopify', '--secret', webhookSecret);
  return {
    store: created.store.publishableKey,
    snippet: created.snippet,
    webhookPath: `/v1/webhooks/shopify/${webhook.id}`,
    proof: (number) => createHmac('sha256', created.embedSecret).update(String(number)).digest('hex'),
  };
}

/** Sends one order and its parcel to a backend, signed as Shopify signs. */
export async function sendOrder(url, shop, number) {
  const message = shopifyOrder(webhookSecret, number);
  const answer = await fetch(url + shop.webhookPath, {
    method: 'POST',
    headers: message.headers,
    body: message.body,
  });
  if (!answer.ok) throw new Error(`The order was refused: ${answer.status} ${await answer.text()}`);
}

/** Opens a session by proof. */
export async function openSession(url, shop, number) {
  const answer = await fetch(`${url}/v1/sessions?store=${shop.store}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ by: 'proof', order: String(number), proof: shop.proof(number) }),
  });
  if (!answer.ok) throw new Error(`No session: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}
