import type { RawMessage, Verdict } from '../adapter.ts';
import { bytesOfBase64, hmacSha256, judge } from './compare.ts';

/** The header Shopify's webhooks carry; newer deliveries leave out the `X-`. */
export const shopifyHeader = 'x-shopify-hmac-sha256';

/** Signs a body as Shopify does: base64 of HMAC-SHA256, keyed with the app's client secret. */
export const signShopify = (body: string | Uint8Array, secret: string): string =>
  hmacSha256(secret, body).toString('base64');

/**
 * Checks Shopify's signature. It holds no time, so that replays are for deduplication to catch.
 * https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export const verifyShopify = ({ headers, body }: RawMessage, secrets: readonly string[]): Verdict =>
  judge(headers['shopify-hmac-sha256'] ?? headers[shopifyHeader], secrets, bytesOfBase64, (secret) =>
    hmacSha256(secret, body),
  );
