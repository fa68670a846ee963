import type { RawMessage, Verdict } from '../adapter.ts';
import { bytesOfHex, hmacSha256, judge } from './compare.ts';

/** The header EasyPost's webhooks carry (the first version of their signature, the one their libraries check). */
export const easypostHeader = 'x-hmac-signature';

const prefix = 'hmac-sha256-hex=';

// EasyPost normalises the secret first: an é typed as one character or as two is the same key.
const sign = (secret: string, body: string | Uint8Array): Buffer =>
  hmacSha256(secret.normalize('NFKD'), body);

/** Signs a body as EasyPost does: `hmac-sha256-hex=` and the HMAC-SHA256 in hexadecimal. */
export const signEasypost = (body: string | Uint8Array, secret: string): string =>
  prefix + sign(secret, body).toString('hex');

/** Checks EasyPost's signature. It holds no time. */
export const verifyEasypost = ({ headers, body }: RawMessage, secrets: readonly string[]): Verdict =>
  judge(
    headers[easypostHeader],
    secrets,
    (text) => (text.startsWith(prefix) ? bytesOfHex(text.slice(prefix.length)) : null),
    (secret) => sign(secret, body),
  );
