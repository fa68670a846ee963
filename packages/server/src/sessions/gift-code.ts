import { createHmac, timingSafeEqual } from 'node:crypto';
import { withoutHash } from './proof.ts';

/** Hexadecimal digits of a code: 48 bits, which five tries in half an hour never find. */
const digits = 12;

/**
 * The code that lets the receiver of a gift send it back: the first 12 digits of HMAC-SHA256(embed secret, "gift:" + order
 * number) in hexadecimal, in capitals and groups of four (`7F3A-19BC-02DE`). A storefront makes it in one line and prints
 * it on the packing slip; it is stored nowhere.
 */
export function giftCodeOf(embedSecret: string, orderNumber: string): string {
  return (keyOf(embedSecret, orderNumber).toUpperCase().match(/.{4}/g) ?? []).join('-');
}

/**
 * True when a code, however it is spelled, fits the number under one of the secrets. The storefront may have signed the
 * number with its `#` or without. Takes equally long wherever the code differs.
 */
export function giftCodeFits(embedSecrets: readonly string[], orderNumber: string, code: string): boolean {
  const given = Buffer.from(code.replace(/[^0-9a-z]/gi, '').toLowerCase());
  const bare = withoutHash(orderNumber);
  let fits = false;
  for (const secret of embedSecrets) {
    for (const spelling of new Set([orderNumber, bare, `#${bare}`])) {
      const expected = Buffer.from(keyOf(secret, spelling));
      if (given.length === expected.length && timingSafeEqual(given, expected)) fits = true;
    }
  }
  return fits;
}

const keyOf = (embedSecret: string, orderNumber: string): string =>
  createHmac('sha256', embedSecret).update(`gift:${orderNumber}`, 'utf8').digest('hex').slice(0, digits);
