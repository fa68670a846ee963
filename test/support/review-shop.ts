import type { Id, OrderInput, ReviewPolicyInput } from '@postlude/contract';
import { beforeAll } from 'vitest';
import { defaultReviewPolicy } from '../../packages/server/src/review-policy/defaults.ts';
import { useWorld, type World } from './host-pages/world.ts';

/** Asks at once after the delivery, with a question, a scale, and a thank-you for lamps. */
export const reviewPolicy: ReviewPolicyInput = {
  ...defaultReviewPolicy,
  asks: { ...defaultReviewPolicy.asks, registration: false, usageDays: 0 },
  form: {
    ...defaultReviewPolicy.form,
    prompts: [{ id: 'wash', text: { en: 'How did it wash?', de: 'Wie ließ es sich waschen?' } }],
    scales: [
      {
        id: 'size',
        label: { en: 'Size', de: 'Größe', ar: 'المقاس' },
        low: { en: 'Too small', de: 'Zu klein', ar: 'صغير' },
        middle: { en: 'Just right', de: 'Genau richtig', ar: 'مناسب' },
        high: { en: 'Too large', de: 'Zu groß', ar: 'كبير' },
        mode: 'optional',
      },
    ],
  },
  rewards: [
    {
      id: 'thanks',
      match: { productIds: ['lamp'] },
      label: { en: '10 % off your next order', de: '10 % auf Ihre nächste Bestellung' },
      code: 'THANKS-10',
    },
  ],
};

const hours = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

const things = {
  mug: { externalId: 'mug', title: 'Stoneware mug', quantity: 1, productId: 'mug' },
  lamp: { externalId: 'lamp', title: 'Desk lamp', quantity: 1, productId: 'lamp' },
  chair: { externalId: 'chair', title: 'Ash chair', quantity: 1, productId: 'chair' },
} as const satisfies Record<string, OrderInput['lines'][number]>;

/** An order whose things can be reviewed. */
export interface ReviewedOrder {
  readonly id: Id<'order'>;
  readonly number: string;
  /** What opens it on a page. */
  readonly proof: string;
  /** Its lines by the names of the things. */
  readonly lines: Readonly<Record<string, string>>;
  /** The review prompt of the order, with more attributes. */
  tag(attributes?: string): string;
}

/** A world whose shop asks for reviews. */
export interface ReviewShop extends World {
  /** Places an order of these things, delivered yesterday, or still on its way. */
  place(
    names: readonly (keyof typeof things)[],
    facts?: { readonly delivered?: boolean },
  ): Promise<ReviewedOrder>;
}

/** Sets up a shop that asks for reviews, before the tests of a file. */
export function useReviewShop(policy: ReviewPolicyInput = reviewPolicy): () => ReviewShop {
  const world = useWorld();
  let last = 80_000;
  beforeAll(async () => {
    await world().backend.staff.reviewPolicy.put(policy);
  });
  return () => ({
    ...world(),
    async place(names, { delivered = true } = {}) {
      const { staff } = world().backend;
      const number = String(++last);
      const lines = names.map((name) => things[name]);
      const { order, proof } = await staff.orders.put(`shop/${number}`, {
        number,
        placedAt: hours(96),
        currency: 'EUR',
        email: `reader-${number}@example.com`,
        destination: { name: 'Mara Okafor', city: 'Hamburg', postcode: '20095', country: 'DE' },
        total: { amount: 5900, currency: 'EUR' },
        lines,
      });
      const { order: shipped } = await staff.shipments.put(
        { orderId: order.id, externalId: `parcel-${number}` },
        {
          carrier: 'DHL',
          trackingNumber: `0034043416109402${number}`,
          shippedAt: hours(72),
          items: lines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
        },
      );
      const [parcel] = shipped.shipments;
      if (!parcel) throw new Error('The parcel is there.');
      if (delivered)
        await staff.shipments.addTracking(
          { orderId: order.id, shipmentId: parcel.id },
          { events: [{ at: hours(24), status: 'delivered' }] },
        );
      return {
        id: order.id,
        number,
        proof,
        lines: Object.fromEntries(order.lines.map(({ id, title }) => [title, id])),
        tag: (attributes = '') =>
          `<postlude-review-prompt order="${number}" proof="${proof}" ${attributes}></postlude-review-prompt>`,
      };
    },
  });
}
