import { ItemRights, type ReturnPolicyInput, routeKinds, trackingStatuses } from '@postlude/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SoldLine } from '../orders/read-sold.ts';
import type { Delivery, EarlierUnits, RightsFacts } from './facts.ts';
import { decideRights, withdrawalPeriod } from './index.ts';
import { facts, line, lineId, order, plainPolicy, shipmentId } from './testing/facts.ts';

const start = Date.parse('2024-02-20T00:00:00Z');
const minute = 60_000;
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

const anyFacts: fc.Arbitrary<RightsFacts> = fc
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

const runs = { numRuns: 400 };
const holds = (name: string, check: (given: RightsFacts) => void): void =>
  it(name, () => fc.assert(fc.property(anyFacts, check), runs));

const plus = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const shuffled = <T>(rows: readonly T[]): T[] => [...rows.slice(1).toReversed(), ...rows.slice(0, 1)];

describe('rights, for generated orders, parcels and policies,', () => {
  holds('are what the wire says, with every route once and in order', (given) => {
    for (const item of decideRights(given)) {
      expect(ItemRights.parse(item)).toEqual(item);
      expect(item.routes.map(({ route }) => route)).toEqual(routeKinds);
    }
  });

  holds('are the same for the same facts, which they leave as they are', (given) => {
    const before = JSON.stringify(given);
    expect(decideRights(given)).toEqual(decideRights({ ...given }));
    expect(JSON.stringify(given)).toBe(before);
  });

  holds('do not depend on the order of rows, or on lines, parcels and refunds that come twice', (given) => {
    const again: RightsFacts = {
      ...given,
      order: {
        ...given.order,
        lines: shuffled([...given.order.lines, ...given.order.lines]),
        refunds: shuffled([...given.order.refunds, ...given.order.refunds]),
      },
      deliveries: shuffled([...given.deliveries, ...given.deliveries]).map((one) => ({
        ...one,
        items: shuffled(one.items),
      })),
      earlier: shuffled(given.earlier),
    };
    expect(decideRights(again)).toEqual(decideRights(given));
    expect(withdrawalPeriod(again)).toEqual(withdrawalPeriod(given));
  });

  it('open at most once and close at most once as time goes by, and keep their last day', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const changes = new Map<string, string[]>();
        const lastDays = new Map<string, Set<string>>();
        for (let after = -3; after < 130; after += 1) {
          const now = new Date(start + after * 24 * 60 * minute).toISOString();
          for (const item of decideRights({ ...given, now })) {
            for (const { route, state, because, sum } of item.routes) {
              const key = `${item.lineId} ${item.shipmentId} ${route}`;
              const before = changes.get(key) ?? [];
              if (before.at(-1) !== state) changes.set(key, [...before, state]);
              if (state === 'open' || because === 'window_ended') {
                const seen = lastDays.get(key) ?? new Set<string>();
                lastDays.set(key, seen.add(JSON.stringify(sum)));
              }
            }
          }
        }
        const allowed = ['open', 'closed', 'open closed', 'closed open', 'closed open closed'];
        for (const states of changes.values()) expect(allowed).toContain(states.join(' '));
        for (const [key, seen] of lastDays) {
          if (!key.endsWith('delivery_problem')) expect([key, [...seen].length]).toEqual([key, 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  holds('never leave open more units than were bought and did not leave', (given) => {
    const items = decideRights(given);
    for (const sold of given.order.lines) {
      const count = (rows: readonly { lineId: string; quantity: number }[]) =>
        rows
          .filter(({ lineId: id }) => id === sold.id)
          .reduce((sum, row) => sum + Math.max(0, row.quantity), 0);
      const inReturns = count(given.earlier);
      const onPlatform =
        Math.max(0, sold.removed) + count(given.order.refunds.flatMap((refund) => refund.items));
      const left = Math.max(0, Math.max(0, sold.quantity) - Math.max(inReturns, onPlatform));
      const open = items.filter((item) => item.lineId === sold.id);
      expect(open.reduce((sum, item) => sum + item.quantity, 0)).toBe(left);
      for (const { quantity, routes } of open) {
        for (const route of routes) expect(route.quantity).toBe(route.state === 'open' ? quantity : 0);
      }
    }
  });

  holds('say why a route is closed, and show a sum that adds up where a day closed it', (given) => {
    const { policy: written, timeZone } = given;
    for (const { routes } of decideRights(given)) {
      for (const { state, because, sum, opensOn, lastDay, rule } of routes) {
        expect(because === null).toBe(state === 'open');
        if (because === 'window_ended') expect(sum).not.toBeNull();
        if (opensOn !== null) expect(sum?.lastDay).toBe(opensOn);
        if (sum === null) continue;
        const plain = plus(sum.from, sum.bufferDays + sum.days);
        if (sum.extendedBy === null) expect(sum.lastDay).toBe(plain);
        else expect(sum.lastDay > plain).toBe(true);
        if (sum.extendedBy === 'season') {
          expect(written.seasons?.map((season) => `season:${season.id}`)).toContain(rule);
        }
        if (sum.extendedBy === 'working_day') {
          expect([0, 6]).not.toContain(new Date(`${sum.lastDay}T12:00:00Z`).getUTCDay());
          expect(written.window.holidays).not.toContain(sum.lastDay);
          expect(sum.lastDay <= plus(plain, 12)).toBe(true);
        }
        const zone = timeZone === 'No/Where' ? 'UTC' : timeZone;
        const now = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(given.now));
        if (because === 'window_ended') expect(now > (lastDay ?? '')).toBe(true);
        if (state === 'open' && lastDay !== null) expect(now <= lastDay).toBe(true);
        if (opensOn !== null) expect(now < opensOn).toBe(true);
      }
    }
  });

  it('lose nothing by a longer window', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 30 }), (given, more) => {
        const { window, windows = [], withdrawal, deliveryProblems } = given.policy;
        const longer = (days: number | null) => (days === null ? null : days + more);
        const generous: ReturnPolicyInput = {
          ...given.policy,
          window: { ...window, days: longer(window.days) },
          windows: windows.map((one) => ({ ...one, days: longer(one.days) })),
          withdrawal: { ...withdrawal, days: withdrawal.days + more },
          deliveryProblems: { ...deliveryProblems, tellWithinDays: deliveryProblems.tellWithinDays + more },
        };
        const after = decideRights({ ...given, policy: generous });
        decideRights(given).forEach((item, at) => {
          item.routes.forEach((route, index) => {
            if (route.state === 'open') expect(after[at]?.routes[index]?.state).toBe('open');
          });
        });
      }),
      runs,
    );
  });

  it('never throw, whatever the texts and numbers are', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom('', '+275760-09-13', '0000-00-00T00:00:00Z', '9999-12-30T00:00:00Z'),
    );
    fc.assert(
      fc.property(anyFacts, odd, odd, odd, fc.double(), (given, a, b, c, number) => {
        const strange: RightsFacts = {
          ...given,
          now: a,
          timeZone: b,
          order: {
            ...given.order,
            placedAt: c,
            country: b,
            lines: given.order.lines.map((one) => ({
              ...one,
              quantity: number,
              discount: number,
              unitPrice: number,
            })),
          },
          deliveries: given.deliveries.map((one) => ({
            ...one,
            shippedAt: c,
            deliveredAt: a,
            lastScanAt: b,
            items: one.items.map((item) => ({ ...item, quantity: number })),
          })),
        };
        decideRights(strange);
        withdrawalPeriod(strange);
      }),
      runs,
    );
  });
});
