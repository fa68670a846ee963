import type { WarrantyPolicyInput } from '@postlude/contract';

/**
 * What every store starts with: no plan of its own, so that only the law stands behind its items; registration of what was
 * bought here by a tap; claims for repair, replacement or refund.
 */
export const defaultWarrantyPolicy: WarrantyPolicyInput = {
  registerOnDelivery: false,
  boughtElsewhere: 'off',
  proof: 'optional',
  askMarketing: false,
  plans: [],
  serials: [],
  claims: {
    symptoms: [],
    resolutions: ['repair', 'replacement', 'refund'],
    places: [],
    paidRepairs: false,
  },
};
