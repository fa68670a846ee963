import type { LabelAdapter } from './label.ts';
import { type PackingSlip, packingSlipPdf } from './packing-slip.ts';

/** What a slip says beside what every label does. */
export type SlipFacts = Pick<PackingSlip, 'storeName' | 'lastDay' | 'instructions' | 'locale' | 'now'>;

/** The label of a shop without an account anywhere: a packing slip. The shopper chooses and pays the carrier. */
export function packingSlipAdapter(facts: SlipFacts): LabelAdapter {
  return {
    name: 'packing_slip',
    async create({ returnNumber, orderNumber, from, to, items }) {
      return {
        carrierName: '',
        trackingNumber: null,
        pdf: await packingSlipPdf({ ...facts, returnNumber, orderNumber, from, to, items }),
        labelUrl: null,
        qr: returnNumber,
        cost: null,
        providerId: returnNumber,
      };
    },
    // Nobody paid for it.
    void: async () => ({ state: 'voided' }),
  };
}
