import { createHmac } from 'node:crypto';

/**
 * What a storefront renders beside the order number, so that the card opens without asking the shopper anything.
 * This one line is all a server has to do; Liquid, PHP and every other server language have it too.
 * A real shop renders it only on pages the shopper is allowed to see.
 */
export const proofOf = (embedSecret: string, orderNumber: string): string =>
  createHmac('sha256', embedSecret).update(orderNumber).digest('hex');
