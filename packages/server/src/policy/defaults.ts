import type { ReturnPolicyInput } from '@postlude/contract';

/**
 * What holds while a store has said nothing: version 0. Kept to what every shop can do by hand and to what the law of
 * the EU asks anyway; nothing is approved, credited or kept without the shop having said so.
 *
 * Returns filed under version 0 are settled by it, so what is here is not changed once it was released: a better start
 * for new stores is written as their version 1.
 *
 * - Reasons: the general ones of Shopify's product taxonomy (`data/return_reasons.yml`, 2 to 10, 24 and "Quality").
 * - No address is known: the shop tells it when it approves. So the only way back is a carrier of the shopper's choice.
 * - No store credit: it is a promise of a code that only the shop can give.
 */
export const defaultPolicy: ReturnPolicyInput = {
  window: { days: 14, shippedBufferDays: 7, severalParcels: 'last', extendToWorkingDay: true },
  resolutions: { refund: true, storeCredit: null, exchange: { priceDifference: 'equal_only' } },
  fees: [],
  originalShipping: 'everything_or_shop_at_fault',
  methods: [{ id: 'own_carrier', kind: 'own_carrier', price: 0 }],
  reasons: [
    { code: 'changed_my_mind', note: 'optional' },
    { code: 'size', note: 'optional', children: [{ code: 'too_small' }, { code: 'too_big' }] },
    { code: 'style', note: 'optional' },
    { code: 'color', note: 'optional' },
    { code: 'quality', note: 'optional', photos: 'optional' },
    { code: 'not_as_described', shopAtFault: true, note: 'optional', photos: 'optional' },
    { code: 'wrong_item', shopAtFault: true, note: 'optional', photos: 'optional' },
    { code: 'damaged_or_defective', shopAtFault: true, note: 'optional', photos: 'optional' },
    { code: 'arrived_late', shopAtFault: true, note: 'optional' },
    { code: 'other', note: 'required', photos: 'optional' },
  ],
  addresses: [],
  autoApprovals: [],
  keepItemUpTo: null,
  sendWithinDays: 14,
  cancel: true,
  deliveryProblems: { lostAfterDays: 7, missingAfterDays: 2, tellWithinDays: 30 },
  withdrawal: { offered: 'eu', days: 14, extendToWorkingDay: true },
};
