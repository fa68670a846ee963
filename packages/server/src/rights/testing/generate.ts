import { type ReturnPolicyInput, trackingStatuses } from '@postlude/contract';
import fc from 'fast-check';
import type { SoldLine } from '../../orders/read-sold.ts';
import type { Delivery, EarlierUnits, RightsFacts } from '../facts.ts';
import { facts, line, lineId, order, plainPolicy, shipmentId } from './facts.ts';

/** Where generated moments begin. */
export const start = Date.parse('2024-02-20T00:00:00Z');
/** In milliseconds. */
export const minute = 60_000;
/** Moments over two months around a leap day and a clock change. */
const moment = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((after) => new Date(start + after * minute).toISOString());
const day = fc
  .integer({ min: 0, max: 80 })
  .map((after) => new Date(start + after * 24 * 60 * minute).toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const units = fc.integer({ min: -1, max: 4 });
const lines = 3;
const aLine = fc.integer({ min: 1, max: lines }).map(lineId);
const aShipment = fc.integer({ min: 1, max: 4 }).map(shipmentId);

const soldLine = (index: number): fc.Arbitrary<SoldLine> =>
  fc
    .record({
      quantity: units,
      removed: fc.integer({ min: -1, max: 2 }),
      discount: fc.integer({ min: 0, max: 2500 }),
      shippable: fc.boolean(),
      productType: fc.constantFrom('Kitchen', 'Linen', null),
      tags: fc.subarray(['sale', 'final']),
    })
    .map((changes) => line(changes, index));

const delivery = (index: number): fc.Arbitrary<Delivery> =>
  fc.record({
    shipmentId: fc.constant(shipmentId(index)),
    items: fc.array(fc.record({ lineId: aLine, quantity: units }), { maxLength: 4 }),
    status: fc.constantFrom(...trackingStatuses),
    shippedAt: maybe(moment),
    deliveredAt: maybe(moment),
    lastScanAt: maybe(moment),
    cancelled: fc.boolean(),
    sharedAs: fc.constantFrom(null, 'a', 'b'),
  });

type ItemMatch = NonNullable<ReturnPolicyInput['windows']>[number]['match'];
const match: fc.Arbitrary<ItemMatch> = fc.constantFrom<ItemMatch[]>(
  {},
  { tags: ['final'] },
  { productTypes: ['linen'] },
  { discountedByPercent: 50 },
  { countries: ['DE'] },
);

const policy: fc.Arbitrary<ReturnPolicyInput> = fc
  .record({
    window: fc.record({
      days: maybe(fc.integer({ min: 0, max: 40 })),
      shippedBufferDays: fc.integer({ min: 0, max: 10 }),
      severalParcels: fc.constantFrom('each' as const, 'last' as const),
      extendToWorkingDay: fc.boolean(),
      holidays: fc.array(day, { maxLength: 5 }),
    }),
    windows: fc.array(
      fc.record({ id: fc.constant('w'), match, days: maybe(fc.integer({ min: 0, max: 30 })) }),
      { maxLength: 2 },
    ),
    seasons: fc.array(
      fc.record({ id: fc.constantFrom('s', 't'), placedFrom: day, placedUntil: day, lastDay: day }),
      { maxLength: 2 },
    ),
    exclusions: fc.array(
      fc.record({
        id: fc.constant('x'),
        match,
        because: fc.constant('final_sale' as const),
        exchangeable: fc.boolean(),
      }),
      { maxLength: 1 },
    ),
    cancel: fc.boolean(),
    deliveryProblems: fc.record({
      lostAfterDays: maybe(fc.integer({ min: 0, max: 20 })),
      missingAfterDays: maybe(fc.integer({ min: 0, max: 20 })),
      tellWithinDays: fc.integer({ min: 0, max: 20 }),
    }),
    withdrawal: fc.record({
      offered: fc.constantFrom('off' as const, 'eu' as const, 'everyone' as const),
      days: fc.integer({ min: 14, max: 20 }),
      extendToWorkingDay: fc.boolean(),
      exempt: fc.array(match, { maxLength: 1 }),
    }),
  })
  .map(plainPolicy);

const earlier: fc.Arbitrary<EarlierUnits> = fc.record({
  lineId: aLine,
  shipmentId: maybe(aShipment),
  quantity: units,
});

/** Facts of every kind: odd quantities, dates in disorder, parcels that share their items. */
export const anyFacts: fc.Arbitrary<RightsFacts> = fc
  .record({
    order: fc
      .record({
        placedAt: moment,
        cancelledAt: fc.option(moment, { nil: null, freq: 8 }),
        country: fc.constantFrom('DE', 'US', null),
        lines: fc.tuple(soldLine(1), soldLine(2), soldLine(3)),
        refunds: fc.uniqueArray(
          fc.record({
            key: fc.constantFrom('api:1', 'api:2'),
            refundedAt: moment,
            amount: fc.constant(null),
            items: fc.array(fc.record({ lineId: aLine, quantity: units }), { maxLength: 2 }),
          }),
          { selector: ({ key }) => key, maxLength: 2 },
        ),
      })
      .map(order),
    deliveries: fc.tuple(delivery(1), delivery(2), delivery(3), delivery(4)).chain((all) => fc.subarray(all)),
    policy,
    earlier: fc.array(earlier, { maxLength: 3 }),
    timeZone: fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Kiritimati',
      '-11:00',
      'No/Where',
    ),
    isGift: fc.boolean(),
    now: moment,
  })
  .map(facts);
