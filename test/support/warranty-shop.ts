import type { OrderInput, WarrantyPolicyInput } from '@postlude/contract';
import { beforeAll } from 'vitest';
import { defaultWarrantyPolicy } from '../../packages/server/src/warranty-policy/defaults.ts';
import { useWorld, type World } from './host-pages/world.ts';

/** A plan for everything, longer for who registers; a serial number on lamps; things bought elsewhere taken at once. */
export const warrantyPolicy: WarrantyPolicyInput = {
  ...defaultWarrantyPolicy,
  boughtElsewhere: 'accept',
  proof: 'required',
  askMarketing: true,
  plans: [
    {
      id: 'care',
      name: { en: 'Kontor Care', de: 'Kontor-Garantie', ar: 'ضمان كونتور' },
      months: 36,
      from: 'delivery',
      registrationNeeded: false,
      extraForRegistering: 12,
      registerWithinDays: null,
      covers: [{ en: 'What breaks in normal use.', de: 'Was bei normalem Gebrauch kaputtgeht.' }],
      excludes: [{ en: 'Scratches.', de: 'Kratzer.' }],
      benefits: [{ kind: 'repair', total: null }],
      transferable: true,
    },
  ],
  serials: [
    {
      id: 'lamp',
      match: { productIds: ['lamp'] },
      asked: 'required',
      masks: ['SN-####-@@'],
      check: null,
      example: 'SN-1234-AB',
      imageUrl: null,
      where: { en: 'On the label under the foot.', de: 'Auf dem Schild unter dem Fuß.' },
      listed: false,
      once: true,
    },
  ],
};

/** What stands on a lamp as a bar code. */
export const lampGtin = '4006381333931';

const hours = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

const things = {
  mug: { externalId: 'mug', title: 'Stoneware mug', quantity: 1, productId: 'mug' },
  lamp: { externalId: 'lamp', title: 'Desk lamp', quantity: 1, productId: 'lamp' },
  chair: { externalId: 'chair', title: 'Ash chair', quantity: 1, productId: 'chair' },
  shelf: { externalId: 'shelf', title: 'Wall shelf', quantity: 1, productId: 'shelf' },
} as const satisfies Record<string, OrderInput['lines'][number]>;

/** An order whose things stand under a warranty. */
export interface CoveredOrder {
  readonly id: string;
  readonly number: string;
  readonly email: string;
  /** The registration element of the order, with more attributes. */
  tag(attributes?: string): string;
}

/** A world whose shop stands behind what it sells. */
export interface WarrantyShop extends World {
  /** Places an order of these things, delivered yesterday. */
  place(...names: readonly (keyof typeof things)[]): Promise<CoveredOrder>;
}

/** Sets up a shop that stands behind what it sells, before the tests of a file. */
export function useWarrantyShop(policy: WarrantyPolicyInput = warrantyPolicy): () => WarrantyShop {
  const world = useWorld();
  let last = 60_000;
  beforeAll(async () => {
    const { staff } = world().backend;
    await staff.warrantyPolicy.put(policy);
    for (const { productId, title } of Object.values(things))
      await staff.products.put(productId, {
        title,
        variants: [
          {
            externalId: `${productId}-1`,
            title: 'One',
            price: { amount: 5900, currency: 'EUR' },
            gtin: productId === 'lamp' ? lampGtin : null,
          },
        ],
      });
  });
  return () => ({
    ...world(),
    async place(...names) {
      const { staff } = world().backend;
      const number = String(++last);
      const email = `buyer-${number}@example.com`;
      const lines = names.map((name) => things[name]);
      const { order, proof } = await staff.orders.put(`shop/${number}`, {
        number,
        placedAt: hours(96),
        currency: 'EUR',
        email,
        destination: { city: 'Hamburg', postcode: '20095', country: 'DE' },
        total: { amount: 5900, currency: 'EUR' },
        lines,
      });
      const { order: shipped } = await staff.shipments.put(
        { orderId: order.id, externalId: `parcel-${number}` },
        {
          carrier: 'DHL',
          trackingNumber: `0034043416109400${number}`,
          shippedAt: hours(72),
          items: lines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
        },
      );
      const [parcel] = shipped.shipments;
      if (!parcel) throw new Error('The parcel is there.');
      await staff.shipments.addTracking(
        { orderId: order.id, shipmentId: parcel.id },
        { events: [{ at: hours(24), status: 'delivered' }] },
      );
      const named = `order="${number}" proof="${proof}"`;
      return {
        id: order.id,
        number,
        email,
        tag: (attributes = '') =>
          `<postlude-warranty-registration ${named} ${attributes}></postlude-warranty-registration>`,
      };
    },
  });
}
