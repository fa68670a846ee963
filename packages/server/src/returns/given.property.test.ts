import type { Id } from '@postlude/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SoldLine, SoldOrder, SoldRefund } from '../orders/read-sold.ts';
import { defaultPolicy } from '../policy/defaults.ts';
import { type ReturnUnits, settle } from '../settlement/index.ts';
import { givenBefore, type ReturnSums } from './given.ts';

const lineId = (index: number): Id<'line'> => `lin_${String(index).padStart(32, '0')}`;

const line = fc.record({
  unitPrice: fc.integer({ min: 0, max: 9_999 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  percentOff: fc.integer({ min: 0, max: 100 }),
});

function soldLine(
  { unitPrice, quantity, percentOff }: { unitPrice: number; quantity: number; percentOff: number },
  index: number,
): SoldLine {
  return {
    id: lineId(index),
    externalId: `l${index}`,
    position: index,
    title: 'Thing',
    variant: null,
    sku: null,
    productId: null,
    variantId: null,
    productType: null,
    tags: [],
    quantity,
    removed: 0,
    unitPrice,
    discount: Math.floor((unitPrice * quantity * percentOff) / 100),
    tax: 0,
    imageUrl: null,
    productUrl: null,
    shippable: true,
    bundleOf: null,
  };
}

function soldOrder(lines: readonly SoldLine[], shipping: number): SoldOrder {
  const goods = lines.reduce((sum, each) => sum + (each.unitPrice ?? 0) * each.quantity - each.discount, 0);
  return {
    id: `ord_${'0'.repeat(32)}`,
    number: '1001',
    source: 'shopify',
    externalId: '1',
    placedAt: '2026-11-01T00:00:00.000Z',
    cancelledAt: null,
    currency: 'EUR',
    locale: null,
    country: 'DE',
    email: null,
    taxesIncluded: true,
    shipping: { price: shipping, tax: 0 },
    total: goods + shipping,
    lines,
    refunds: [],
  };
}

type Open = ReturnSums & { readonly units: readonly ReturnUnits[] };

/** Every unit of an order in a return, in an order of its own, and what becomes of each. */
const plan = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  shipping: fc.integer({ min: 0, max: 999 }),
  cuts: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  settleFirst: fc.array(fc.nat(), { maxLength: 5 }),
  /** Whether the platform tells of the refunds it makes for returns, and then with their units or, as WooCommerce, without. */
  mirrored: fc.constantFrom('no', 'with_units', 'sums_only'),
  declined: fc.option(fc.nat(), { nil: null }),
});

describe('what came back before', () => {
  it('never lets more come back than was paid, and all of it when everything comes back', () => {
    fc.assert(
      fc.property(plan, ({ lines, shipping, cuts, settleFirst, mirrored, declined }) => {
        let order = soldOrder(lines.map(soldLine), shipping);
        const returns: Open[] = [];
        const settledOf = (units: readonly ReturnUnits[], returnId: string | null) =>
          settle({
            order,
            policy: defaultPolicy,
            route: 'return',
            units,
            method: 'own_carrier',
            country: 'DE',
            before: givenBefore(order, returns, returnId),
            pick: () => null,
          });
        for (const [index, units] of parts(order, cuts).entries()) {
          const filed = settledOf(units, null);
          returns.push({
            return_id: `ret_${index}`,
            status: 'requested',
            route: 'return',
            given: filed?.given ?? null,
            settlement: filed?.settlement ?? null,
            settled: null,
            units,
          });
        }
        const gone = declined === null ? -1 : declined % returns.length;
        let [given, minute] = [0, 0];
        for (const index of [...settleFirst.map((place) => place % returns.length), ...returns.keys()]) {
          const one = returns[index];
          if (!one || one.settled !== null) continue;
          if (index === gone) {
            returns[index] = { ...one, status: 'declined' };
            continue;
          }
          const result = settledOf(one.units, one.return_id);
          if (!result) throw new Error('every price is known');
          const at = new Date(Date.UTC(2026, 11, 1, 0, minute++)).toISOString();
          const { refund, storeCredit, toPay, breakdown } = result.settlement;
          returns[index] = {
            ...one,
            status: 'refunded',
            given: result.given,
            settled: { at, refund, storeCredit, toPay, breakdown, creditCode: null },
          };
          given += refund.amount + storeCredit.amount;
          if (mirrored === 'no') continue;
          const told = mirrored === 'with_units' ? one.units : [];
          order = { ...order, refunds: [...order.refunds, mirror(at, refund.amount, told)] };
        }
        const paid = order.total ?? 0;
        if (gone < 0) expect(given).toBe(paid);
        else expect(given).toBeLessThanOrEqual(paid);
      }),
      {
        numRuns: 500,
        // Returns of one sum of which one holds the units of another: each has a refund of its own.
        examples: [
          [
            {
              lines: [
                { unitPrice: 1, quantity: 4, percentOff: 0 },
                { unitPrice: 0, quantity: 1, percentOff: 0 },
              ],
              shipping: 0,
              cuts: [304528961, 291464694, 1061896155, 0],
              settleFirst: [1464795606],
              mirrored: 'with_units',
              declined: null,
            },
          ],
        ],
      },
    );
  });
});

const mirror = (refundedAt: string, amount: number, units: readonly ReturnUnits[]): SoldRefund => ({
  key: `shopify:${refundedAt}`,
  refundedAt,
  amount,
  items: units.map((unit) => ({ lineId: unit.lineId, quantity: unit.quantity })),
});

/** Cuts all units of an order into as many returns as there are cuts. */
function parts(order: SoldOrder, cuts: readonly number[]): ReturnUnits[][] {
  const buckets = cuts.map(() => new Map<Id<'line'>, number>());
  let turn = 0;
  for (const { id, quantity } of order.lines) {
    for (let unit = 0; unit < quantity; unit += 1) {
      const bucket = buckets[(cuts[turn % cuts.length] ?? 0) % buckets.length];
      bucket?.set(id, (bucket.get(id) ?? 0) + 1);
      turn += 1;
    }
  }
  return buckets
    .filter((bucket) => bucket.size > 0)
    .map((bucket) =>
      [...bucket].map(([id, quantity]) => ({
        lineId: id,
        quantity,
        reason: 'changed_my_mind',
        resolution: 'refund',
        exchange: null,
      })),
    );
}
