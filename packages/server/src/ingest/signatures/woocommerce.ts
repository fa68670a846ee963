import type { RawMessage, Verdict } from '../adapter.ts';
import { bytesOfBase64, hmacSha256, judge } from './compare.ts';

/** The header WooCommerce's webhooks carry. */
export const woocommerceHeader = 'x-wc-webhook-signature';

const characters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * WordPress stores `a&b` as `a&amp;b` and undoes it before it signs (`wp_specialchars_decode(…, ENT_QUOTES)`: the four
 * names and the five characters by number, once). A secret copied from either place must work.
 */
function signingKey(secret: string): string {
  return secret.replace(
    /&(?:(lt|gt|amp|quot)|#0*(60|62|38|34|39)|#[xX]0*(22|26|27));/g,
    (_whole, name?: string, decimal?: string, hexadecimal?: string) => {
      if (name !== undefined) return characters[name] ?? '';
      return String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16));
    },
  );
}

/** Signs a body as WooCommerce does: base64 of HMAC-SHA256, keyed with the webhook's secret. */
export const signWoocommerce = (body: string | Uint8Array, secret: string): string =>
  hmacSha256(signingKey(secret), body).toString('base64');

/** Checks WooCommerce's signature. It holds no time. */
export const verifyWoocommerce = ({ headers, body }: RawMessage, secrets: readonly string[]): Verdict =>
  judge(headers[woocommerceHeader], secrets, bytesOfBase64, (secret) => hmacSha256(signingKey(secret), body));
