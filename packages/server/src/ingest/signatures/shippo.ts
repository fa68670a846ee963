import type { RawMessage, Verdict } from '../adapter.ts';
import { bytesOfHex, hmacSha256, sameBytes, signedByAny } from './compare.ts';

/** The header Shippo's webhooks carry, once Shippo has provisioned a secret. */
export const shippoHeader = 'shippo-auth-signature';

/** What a secret begins with that is no key but the `?token=` of the webhook's address, Shippo's default. */
export const shippoTokenPrefix = 'token:';

/** How far the time in a signature may be from ours, both ways, in milliseconds. Shippo names no number; this is usual. */
export const shippoTolerance = 300_000;

const sign = (secret: string, seconds: string, body: string | Uint8Array): Buffer =>
  hmacSha256(secret, seconds, '.', body);

/** Signs a body as Shippo does: `t=<seconds>,v1=<hex>`, where the time is signed too. */
export function signShippo(body: string | Uint8Array, secret: string, at: Date): string {
  const seconds = String(Math.floor(at.getTime() / 1000));
  return `t=${seconds},v1=${sign(secret, seconds, body).toString('hex')}`;
}

/**
 * Checks a Shippo message. With a signature and a key, the signature alone decides. Without either, a secret that begins
 * with `token:` is compared with the address's `token`. https://docs.goshippo.com/docs/Tracking/WebhookSecurity
 */
export function verifyShippo(message: RawMessage, secrets: readonly string[], now: Date): Verdict {
  const keys = secrets.filter((secret) => !secret.startsWith(shippoTokenPrefix));
  const tokens = secrets
    .filter((secret) => secret.startsWith(shippoTokenPrefix))
    .map((secret) => secret.slice(shippoTokenPrefix.length));
  const header = message.headers[shippoHeader]?.trim() ?? '';
  if (header !== '' && (keys.length > 0 || tokens.length === 0)) {
    return verifyHeader(header, message.body, keys, now);
  }
  return verifyToken(message.query.get('token') ?? '', tokens);
}

function verifyHeader(header: string, body: Uint8Array, keys: readonly string[], now: Date): Verdict {
  const parts = header.split(',').map((part) => part.trim());
  const seconds = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  const signatures = parts.filter((part) => part.startsWith('v1=')).map((part) => part.slice(3));
  const signed =
    /^\d{1,12}$/.test(seconds) &&
    signatures.some((text) => signedByAny(keys, bytesOfHex(text), (key) => sign(key, seconds, body)));
  if (!signed) return 'signature_invalid';
  // Only what is truly signed is worth being told that it is late.
  const distance = Math.abs(now.getTime() - Number(seconds) * 1000);
  return distance <= shippoTolerance ? 'ok' : 'signature_expired';
}

function verifyToken(given: string, tokens: readonly string[]): Verdict {
  if (given === '') return 'signature_missing';
  const bytes = Buffer.from(given);
  const matches = tokens.some((token) => token !== '' && sameBytes(Buffer.from(token), bytes));
  return matches ? 'ok' : 'signature_invalid';
}
