import type { Abuses } from './kit.ts';

/** Sums, variants, methods and reasons that a shop never offered. */
export const abusesOfSums: Abuses = {
  'a price of its own': [
    'invalid_input',
    async ({ file, item }) => {
      const filing = await item({ price: { amount: 1, currency: 'EUR' } });
      return () => file(filing);
    },
    'items.0.price',
  ],
  'a sum of its own': [
    'invalid_input',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, settlement: { refund: { amount: 999_999, currency: 'EUR' } } });
    },
    'settlement',
  ],
  'a sum that was never shown': [
    'quote_changed',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, expected: { refund: 999_999, storeCredit: 0, toPay: 0 } });
    },
  ],
  'a price of the variant it wants': [
    'invalid_input',
    async ({ file, item }) => {
      const filing = await item({ resolution: 'exchange', exchangeFor: { variantId: 'v3', price: 1 } });
      return () => file(filing);
    },
  ],
  'a variant of nothing': [
    'variant_unavailable',
    async ({ file, item }) => {
      const filing = await item({ resolution: 'exchange', exchangeFor: { variantId: "v1' or 1=1 --" } });
      return () => file(filing);
    },
  ],
  'more of a variant than there are': [
    'variant_unavailable',
    async ({ file, item }) => {
      const filing = await item({ quantity: 2, resolution: 'exchange', exchangeFor: { variantId: 'v3' } });
      return () => file(filing);
    },
  ],
  'a method the store has not': [
    'method_unavailable',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, method: { id: 'keep_item' } });
    },
  ],
  'no method': [
    'method_unavailable',
    async ({ file, order }) => {
      const filing = await order.filing();
      return () => file({ ...filing, method: null });
    },
  ],
  'a reason the store has not': [
    'reason_unknown',
    async ({ file, item }) => {
      const filing = await item({ reason: 'constructor' });
      return () => file(filing);
    },
    'items.0.reason',
  ],
};
