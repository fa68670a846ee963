import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a message may be, in seconds: what Standard Webhooks recommends. */
const tolerance = 300;

/**
 * True when a message was signed by Standard Webhooks with this secret, not long ago. While a secret is exchanged there
 * are several signatures; one that fits is enough.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function isSigned(secret: string, headers: Headers, body: string, now: Date): boolean {
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const given = headers.get('webhook-signature')?.split(' ') ?? [];
  if (!id || !timestamp) return false;
  // Written so that what is not a number is refused too.
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= tolerance)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  return given.some((one) => isSame(one, expected));
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
