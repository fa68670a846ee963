import type { ReturnFee, ReturnPolicyInput, ReturnRoute } from '@postlude/contract';
import * as fc from 'fast-check';
import type { SoldLine, SoldOrder } from '../../orders/read-sold.ts';
import type { ReturnUnits } from '../index.ts';
import { lineId, order, policy, units } from './build.ts';

const currencies = ['JPY', 'EUR', 'KWD'] as const;

/** Prices as shops have them, gifts, and sums near the limit of exact numbers. */
const price = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 30_000_000_000_000 }) },
);

const part = (of: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: of }) },
    { weight: 1, arbitrary: fc.constant(of) },
  );

const soldLine = fc
  .record({ quantity: fc.integer({ min: 1, max: 7 }), unitPrice: price })
  .chain(({ quantity, unitPrice }) =>
    fc.record({
      quantity: fc.constant(quantity),
      unitPrice: fc.constant(unitPrice),
      discount: part(quantity * unitPrice),
      tax: part(Math.floor((quantity * unitPrice) / 5)),
      /** Whether it is a part of the line before it, and then whether that has its price. */
      bundle: fc.constantFrom('none', 'none', 'none', 'in_price', 'own_price'),
    }),
  );

/** An order of which everything can come back, and what was paid for it. */
export interface PaidOrder {
  readonly order: SoldOrder;
  readonly paid: number;
}

/** Orders with every kind of sum. What was paid is counted here once more, in the plainest way. */
export const arbitraryOrder: fc.Arbitrary<PaidOrder> = fc
  .record({
    currency: fc.constantFrom(...currencies),
    taxesIncluded: fc.boolean(),
    lines: fc.array(soldLine, { minLength: 1, maxLength: 5 }),
    shipping: fc.option(fc.record({ price: fc.nat(1500), tax: fc.nat(300) })),
    total: fc.oneof(
      fc.constantFrom('unknown' as const, 'exact' as const),
      fc.record({ more: fc.integer({ min: 1, max: 900 }) }),
      fc.record({ lessPercent: fc.integer({ min: 1, max: 100 }) }),
    ),
  })
  .map(({ lines: drawn, total, ...rest }) => {
    const lines = drawn.map(({ bundle, ...each }, index): Partial<SoldLine> => {
      if (bundle === 'none' || index === 0) return each;
      const own = bundle === 'own_price' ? {} : { unitPrice: 0, discount: 0, tax: 0 };
      return { ...each, ...own, bundleOf: lineId(index) };
    });
    const added = rest.taxesIncluded ? 0 : 1;
    const listed = lines.reduce(
      (sum, each) =>
        sum + (each.unitPrice ?? 0) * (each.quantity ?? 0) - (each.discount ?? 0) + added * (each.tax ?? 0),
      (rest.shipping?.price ?? 0) + added * (rest.shipping?.tax ?? 0),
    );
    const told =
      total === 'unknown'
        ? null
        : total === 'exact'
          ? listed
          : 'more' in total
            ? listed + total.more
            : listed - Number((BigInt(listed) * BigInt(total.lessPercent)) / 100n);
    return { order: order(lines, { ...rest, total: told }), paid: told ?? listed };
  });

/** Reasons of the policies below. */
export const reasons = ['changed_my_mind', 'size.too_small', 'damaged_or_defective', 'unheard_of'];

const someFee = fc.record(
  {
    id: fc.constantFrom('restocking', 'handling', 'label'),
    kind: fc.constantFrom('flat' as const, 'percent' as const),
    value: fc.integer({ min: 0, max: 12_000 }),
    freeWhenShopAtFault: fc.boolean(),
    reasons: fc.subarray(['changed_my_mind', 'size'], { minLength: 1 }),
    methods: fc.constant(['label']),
    resolutions: fc.subarray(['refund', 'store_credit', 'exchange'] as const, { minLength: 1 }),
    countries: fc.constantFrom(['DE'], ['FR']),
  },
  { requiredKeys: ['id', 'kind', 'value'] },
) as fc.Arbitrary<ReturnFee>;

/** Policies with everything that changes a sum. */
export const arbitraryPolicy: fc.Arbitrary<ReturnPolicyInput> = fc
  .record({
    fees: fc.array(someFee, { maxLength: 3 }),
    bonusPercent: fc.integer({ min: 0, max: 10_000 }),
    originalShipping: fc.constantFrom('never', 'everything', 'everything_or_shop_at_fault'),
    methodPrice: fc.nat(900),
  })
  .map(({ fees, bonusPercent, originalShipping, methodPrice }) =>
    policy({
      fees,
      originalShipping: originalShipping as ReturnPolicyInput['originalShipping'],
      methods: [{ id: 'label', kind: 'label', price: methodPrice }],
      resolutions: {
        refund: true,
        storeCredit: { bonusPercent },
        exchange: { priceDifference: 'settle' },
      },
    }),
  );

/** A return of some units. */
export interface Step {
  readonly route: ReturnRoute;
  readonly method: string | null;
  readonly units: readonly ReturnUnits[];
}

/** All units of an order in returns of any size, in any order, for any reason. */
export const arbitrarySteps = (
  sold: SoldOrder,
  resolutions: readonly ('refund' | 'store_credit' | 'exchange')[],
): fc.Arbitrary<Step[]> => {
  const all = sold.lines.flatMap((each) => Array.from({ length: each.quantity }, () => each.position));
  const fate = fc.record({
    step: fc.nat(4),
    reason: fc.option(fc.constantFrom(...reasons)),
    resolution: fc.constantFrom(...resolutions),
    price: fc.option(fc.nat(30_000)),
  });
  return fc
    .record({
      order: fc.shuffledSubarray(all, { minLength: all.length }),
      fates: fc.array(fate, { minLength: all.length, maxLength: all.length }),
      routes: fc.array(fc.constantFrom<ReturnRoute>('return', 'return', 'cancel', 'delivery_problem'), {
        minLength: 5,
        maxLength: 5,
      }),
      methods: fc.array(fc.constantFrom('label', null), { minLength: 5, maxLength: 5 }),
    })
    .map(({ order: going, fates, routes, methods }) =>
      routes.flatMap((route, step) => {
        const now = going.flatMap((position, index) => {
          const drawn = fates[index];
          if (drawn?.step !== step) return [];
          const { reason, resolution, price: other } = drawn;
          const exchange = resolution === 'exchange' && other !== null ? { price: other } : null;
          return [units(position, 1, { reason, resolution, exchange })];
        });
        return now.length === 0 ? [] : [{ route, method: methods[step] ?? null, units: now }];
      }),
    );
};
