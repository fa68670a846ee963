import { createHmac, timingSafeEqual } from 'node:crypto';

/** The proof of an order number: HMAC-SHA256 under the store's embed secret, in lower-case hexadecimal. */
export function proofOf(embedSecret: string, orderNumber: string): string {
  return createHmac('sha256', embedSecret).update(orderNumber, 'utf8').digest('hex');
}

/**
 * True when `proof` fits the number under one of the secrets. The storefront may have signed the number with its `#` or
 * without, whichever its template prints, so both are accepted. Takes equally long wherever the proof differs.
 */
export function proofFits(embedSecrets: readonly string[], orderNumber: string, proof: string): boolean {
  const bare = withoutHash(orderNumber);
  const given = Buffer.from(proof, 'hex');
  let fits = false;
  for (const secret of embedSecrets) {
    for (const spelling of new Set([orderNumber, bare, `#${bare}`])) {
      const expected = Buffer.from(proofOf(secret, spelling), 'hex');
      if (given.length === expected.length && timingSafeEqual(given, expected)) fits = true;
    }
  }
  return fits;
}

/** An order number without white space around it and without leading `#`. */
export function withoutHash(orderNumber: string): string {
  return orderNumber.trim().replace(/^#+\s*/, '');
}
