import { createHmac, randomBytes } from 'node:crypto';

/** A new secret for an endpoint: `whsec_` and 32 random bytes in base64, as Standard Webhooks writes symmetric keys. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** One signature: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, keyed with the decoded secret. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/**
 * The headers of a delivery by Standard Webhooks. While a secret is exchanged there is a signature for each, separated by
 * a space: a receiver accepts the message when one of them fits.
 * @param at When this try is made. The id stays the same over all tries.
 */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  at: Date,
  body: string,
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1_000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => signatureOf(secret, id, timestamp, body)).join(' '),
  };
}
