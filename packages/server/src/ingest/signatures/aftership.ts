import type { RawMessage, Verdict } from '../adapter.ts';
import { bytesOfBase64, hmacSha256, judge } from './compare.ts';

/** The header AfterShip Tracking's webhooks carry. (Returns, Warranty and Shipping each have another.) */
export const aftershipHeader = 'aftership-hmac-sha256';

/** Signs a body as AfterShip Tracking does: base64 of HMAC-SHA256, keyed with the webhook secret. */
export const signAftership = (body: string | Uint8Array, secret: string): string =>
  hmacSha256(secret, body).toString('base64');

/**
 * Checks AfterShip Tracking's signature. It holds no time.
 * https://www.aftership.com/docs/tracking/webhook/webhook-signature
 */
export const verifyAftership = ({ headers, body }: RawMessage, secrets: readonly string[]): Verdict =>
  judge(headers[aftershipHeader], secrets, bytesOfBase64, (secret) => hmacSha256(secret, body));
