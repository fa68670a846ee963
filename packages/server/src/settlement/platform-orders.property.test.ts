import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenByPlatform, leftToGive, paidFor } from './index.ts';
import { arbitraryPolicy, arbitrarySteps } from './testing/arbitrary.ts';
import { lineId } from './testing/build.ts';
import { fileAll } from './testing/file-all.ts';
import { type PlatformOrder, shopifyOrder, unrefunded, woocommerceOrder } from './testing/platform-orders.ts';

const platforms = [
  ['Shopify', shopifyOrder],
  ['WooCommerce', woocommerceOrder],
] as const;

const filedFrom = (
  orders: fc.Arbitrary<PlatformOrder>,
  resolutions: readonly ('refund' | 'store_credit' | 'exchange')[],
) =>
  orders.chain((sold) =>
    fc.record({ sold: fc.constant(sold), steps: arbitrarySteps(sold.order, resolutions) }),
  );

describe.each(platforms)('Orders with bundles, as %s tells them', (_, orders) => {
  it('give back exactly what was paid when everything goes back, whole or part by part', () => {
    fc.assert(
      fc.property(filedFrom(orders, ['refund', 'store_credit']), ({ sold, steps }) => {
        const order = unrefunded(sold.order);
        expect(leftToGive(order, [])).toBe(sold.paid);
        expect(fileAll(order, steps).money).toBe(sold.paid);
        expect(fileAll(order, [...steps].reverse()).money).toBe(sold.paid);
      }),
      { numRuns: 300 },
    );
  });

  it('never give back more than was paid beside the refunds of the platform, whatever the policy', () => {
    fc.assert(
      fc.property(
        filedFrom(orders, ['refund', 'store_credit', 'exchange']),
        arbitraryPolicy,
        ({ sold, steps }, drawn) => {
          const given = givenByPlatform(sold.order);
          expect(given).toHaveLength(sold.order.refunds.length);
          const { money, most } = fileAll(sold.order, [...given, ...steps], drawn);
          expect(money).toBeLessThanOrEqual(Math.max(sold.paid, most));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('A component of a Shopify bundle', () => {
  it('is a line of its own that comes back alone, for what was paid for it', () => {
    fc.assert(
      fc.property(shopifyOrder, ({ order, parts, paid }) => {
        const worth = order.lines.map((line) => paidFor(order, line.id, line.quantity, []) ?? Number.NaN);
        expect(order.lines.every((line) => line.bundleOf === null)).toBe(true);
        expect(worth.reduce((sum, each) => sum + each, order.shipping?.price ?? 0)).toBe(paid);
        for (const index of parts) {
          const line = order.lines[index - 1];
          const sold = (line?.unitPrice ?? 0) * (line?.quantity ?? 0) - (line?.discount ?? 0);
          expect(worth[index - 1]).toBe(sold + (order.taxesIncluded ? 0 : (line?.tax ?? 0)));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('A bundle of WooCommerce', () => {
  it('is worth what it and its parts were paid with, and its parts know it', () => {
    fc.assert(
      fc.property(woocommerceOrder, ({ order, parts }) => {
        for (const index of parts) expect(order.lines[index - 1]?.bundleOf).toBeTruthy();
        for (const line of order.lines) {
          const own = order.lines.filter((each) => each.id === line.id || each.bundleOf === line.id);
          const sums = own.map((each) => (each.unitPrice ?? 0) * each.quantity - each.discount + each.tax);
          const whole = paidFor(order, line.id, line.quantity, []);
          expect(whole).toBe(sums.reduce((sum, each) => sum + each, 0));
        }
        expect(paidFor(order, lineId(99), 1, [])).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe('Refunds of WooCommerce, which name no units', () => {
  it('leave exactly what is left of the money to whoever sends everything back', () => {
    fc.assert(
      fc.property(filedFrom(woocommerceOrder, ['refund', 'store_credit']), ({ sold, steps }) => {
        const given = givenByPlatform(sold.order);
        expect(given.every(({ items }) => items.length === 0)).toBe(true);
        const { money, most } = fileAll(sold.order, [...given, ...steps]);
        expect(money).toBe(Math.max(sold.paid, most));
      }),
      { numRuns: 300 },
    );
  });
});
