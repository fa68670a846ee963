import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Verdict } from '../adapter.ts';

/** HMAC-SHA256 over the parts one after the other. A text key is taken as UTF-8. */
export function hmacSha256(key: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** Compares in a time that tells nothing but the lengths. */
export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && timingSafeEqual(left, right);

/** The 32 bytes of a SHA-256 in base64, null for anything that is not exactly that. Node itself skips over rubbish. */
export const bytesOfBase64 = (text: string): Buffer | null =>
  /^[A-Za-z0-9+/]{43}=$/.test(text) ? Buffer.from(text, 'base64') : null;

/** The 32 bytes of a SHA-256 in hexadecimal, null for anything that is not exactly that. */
export const bytesOfHex = (text: string): Buffer | null =>
  /^[0-9a-fA-F]{64}$/.test(text) ? Buffer.from(text, 'hex') : null;

/** True when any of the secrets signs to what was given. An empty secret is none: anybody could sign with it. */
export function signedByAny(
  secrets: readonly string[],
  given: Uint8Array | null,
  sign: (secret: string) => Uint8Array,
): boolean {
  if (given === null) return false;
  return secrets.filter((secret) => secret !== '').some((secret) => sameBytes(sign(secret), given));
}

/** The verdict on a header that holds nothing but a signature. */
export function judge(
  header: string | undefined,
  secrets: readonly string[],
  decode: (text: string) => Uint8Array | null,
  sign: (secret: string) => Uint8Array,
): Verdict {
  const text = header?.trim() ?? '';
  if (text === '') return 'signature_missing';
  return signedByAny(secrets, decode(text), sign) ? 'ok' : 'signature_invalid';
}
