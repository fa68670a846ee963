import { Settlement } from '@postlude/contract';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenBack, givenByPlatform, paidFor, settle } from './index.ts';
import { arbitraryOrder, arbitraryPolicy, arbitrarySteps, type Step } from './testing/arbitrary.ts';
import { lineId, refund, request } from './testing/build.ts';
import { everything, fileAll } from './testing/file-all.ts';

const withSteps = (resolutions: readonly ('refund' | 'store_credit' | 'exchange')[]) =>
  arbitraryOrder.chain(({ order, paid }) =>
    fc.record({
      order: fc.constant(order),
      paid: fc.constant(paid),
      steps: arbitrarySteps(order, resolutions),
    }),
  );

const forMoney = withSteps(['refund', 'store_credit']);
const forAnything = withSteps(['refund', 'store_credit', 'exchange']);

/** Steps with what the platform gave somewhere between them. */
const mixed = (steps: readonly Step[], given: readonly GivenBack[], places: readonly number[]) =>
  given.reduce<(Step | GivenBack)[]>(
    (all, each, index) => {
      all.splice((places[index] ?? 0) % (all.length + 1), 0, each);
      return all;
    },
    [...steps],
  );

const shuffled = <T>(list: readonly T[], seeds: readonly number[]): T[] => {
  const rows = [...list];
  for (let index = rows.length - 1; index > 0; index -= 1) {
    const other = (seeds[index % seeds.length] ?? 0) % (index + 1);
    [rows[index], rows[other]] = [rows[other] as T, rows[index] as T];
  }
  return rows;
};

describe('Over all returns of an order', () => {
  it('exactly what was paid comes back when everything does, however it is divided and in whatever order', () => {
    fc.assert(
      fc.property(forMoney, ({ order, paid, steps }) => {
        expect(fileAll(order, steps).money).toBe(paid);
        expect(fileAll(order, [...steps].reverse()).money).toBe(paid);
      }),
      { numRuns: 600 },
    );
  });

  it('what comes back and what the store takes off add up to what was paid', () => {
    fc.assert(
      fc.property(forMoney, arbitraryPolicy, ({ order, paid, steps }, drawn) => {
        const all = fileAll(order, steps, { ...drawn, originalShipping: 'everything' });
        expect(all.money + all.fees).toBe(paid);
      }),
      { numRuns: 400 },
    );
  });

  it('never more than was paid comes back, whatever the policy, the exchanges and the refunds of the platform', () => {
    const given = fc.array(
      fc.record({
        amount: fc.option(fc.oneof(fc.nat(50_000), fc.nat(30_000_000_000_000))),
        items: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 })), {
          maxLength: 3,
        }),
        place: fc.nat(),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(forAnything, arbitraryPolicy, given, ({ order, paid, steps }, drawn, refunds) => {
        const told = refunds.map(({ amount, items }, index) => refund(`${index}`, amount, items));
        const platform = givenByPlatform({ ...order, refunds: told });
        const all = fileAll(
          order,
          mixed(
            steps,
            platform,
            refunds.map((each) => each.place),
          ),
          drawn,
        );
        expect(all.money).toBeLessThanOrEqual(Math.max(paid, all.most));
      }),
      { numRuns: 600 },
    );
  });

  it('the same comes back when units were taken out of the order and its total is what is left of it', () => {
    fc.assert(
      fc.property(forMoney, fc.array(fc.nat(7), { minLength: 5 }), ({ order, paid, steps }, taken) => {
        const lines = order.lines.map((line, index) => ({ ...line, removed: taken[index] ?? 0 }));
        const sold = { ...order, lines };
        const untold = fileAll({ ...sold, total: null }, steps).money;
        expect(untold).toBeLessThanOrEqual(fileAll({ ...order, total: null }, steps).money);
        expect(fileAll({ ...sold, total: untold }, steps).money).toBe(untold);
        expect(fileAll(sold, steps).money).toBeLessThanOrEqual(paid);
        expect(fileAll(sold, steps).money).toBe(fileAll(sold, [...steps].reverse()).money);
      }),
      { numRuns: 300 },
    );
  });

  it('exactly what was paid comes back beside refunds for nothing in particular, whenever those are made', () => {
    const given = fc.array(fc.record({ percent: fc.nat(40), place: fc.nat() }), {
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(forMoney, given, ({ order, paid, steps }, refunds) => {
        const platform = refunds.map(({ percent }, index) => ({
          key: `platform:${index}`,
          items: [],
          amount: Number((BigInt(paid) * BigInt(percent)) / 100n),
          shipping: 0,
        }));
        const early = fileAll(order, [...platform, ...steps]);
        expect(early.money).toBe(paid);
        const places = refunds.map((each) => each.place);
        const sometime = fileAll(order, mixed(steps, platform, places));
        // What the platform gives beyond what was paid is not ours to hold back.
        expect(sometime.money).toBe(Math.max(paid, sometime.most));
      }),
      { numRuns: 400 },
    );
  });

  it('exactly what was paid comes back when the platform refunded some units, and some more or less with them', () => {
    fc.assert(
      fc.property(forMoney, fc.nat(), fc.nat(300), ({ order, paid, steps }, pick, more) => {
        const first = steps.find((_, index) => index === pick % steps.length);
        const counted = order.lines.filter((line) => line.bundleOf === null);
        // Everything but one unit that was paid for, so that the last one settles the rest.
        const held = counted.find((line) => (paidFor(order, line.id, line.quantity, []) ?? 0) > 0);
        if (first === undefined || held === undefined) return;
        const items = first.units
          .filter((unit) => unit.lineId !== held.id)
          .map(({ lineId: id }) => ({ lineId: id, quantity: 1, exchanged: false }));
        const untold: GivenBack = { key: 'platform:1', items, amount: null, shipping: 0 };
        const left = settle(
          request(
            order,
            order.lines.map((line) => ({
              lineId: line.id,
              quantity: line.quantity,
              reason: null,
              resolution: 'refund',
              exchange: null,
            })),
            { policy: everything, before: [untold] },
          ),
        );
        const platformGave = paid - (left?.settlement.refund.amount ?? 0);
        const told = { ...untold, amount: Math.min(paid, platformGave + more) };
        expect(fileAll(order, [told, ...steps]).money).toBe(paid);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Every settlement', () => {
  it('is one of the contract, adds up, and has nothing below zero and never both a refund and something to pay', () => {
    const signs = {
      price: 1,
      discount: -1,
      tax: 1,
      shipping: 1,
      other: 1,
      fee: -1,
      method: -1,
      bonus: 1,
      exchange_price: -1,
      refunded_before: -1,
    };
    fc.assert(
      fc.property(forAnything, arbitraryPolicy, fc.nat(20_000), ({ order, steps }, drawn, goodwill) => {
        const given = { key: 'platform:1', items: [], amount: goodwill, shipping: 0 };
        for (const settlement of fileAll(order, [given, ...steps], drawn).settlements) {
          expect(Settlement.parse(settlement)).toEqual(settlement);
          const { refund: toCard, storeCredit, toPay, breakdown } = settlement;
          const amounts = breakdown.rows.map((row) => row.amount.amount);
          expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(breakdown.total.amount);
          expect(toCard.amount + storeCredit.amount - toPay.amount).toBe(breakdown.total.amount);
          expect(Math.min(toCard.amount, storeCredit.amount, toPay.amount)).toBeGreaterThanOrEqual(0);
          expect(toCard.amount === 0 || toPay.amount === 0).toBe(true);
          for (const row of breakdown.rows) {
            expect(Math.sign(row.amount.amount) * signs[row.code]).toBeGreaterThanOrEqual(0);
            expect(row.amount.currency).toBe(order.currency);
          }
          expect([...amounts, breakdown.total.amount].every(Number.isSafeInteger)).toBe(true);
          const tax = breakdown.taxIncluded?.amount ?? 0;
          expect(tax).toBeGreaterThanOrEqual(0);
          expect(tax).toBeLessThanOrEqual(Math.max(0, breakdown.total.amount));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in whatever order lines, refunds, units and earlier returns are named, and however often', () => {
    const seeds = fc.array(fc.nat(), { minLength: 1 });
    fc.assert(
      fc.property(forAnything, arbitraryPolicy, seeds, ({ order, steps }, drawn, drawnSeeds) => {
        const last = steps.at(-1);
        if (last === undefined) return;
        const { before } = fileAll(order, steps.slice(0, -1), drawn);
        const asked = request(order, last.units, { ...last, policy: drawn, before });
        const once = settle(asked);
        expect(once).not.toBeNull();
        expect(settle(asked)).toEqual(once);
        const moved = settle({
          ...asked,
          order: { ...order, lines: shuffled(order.lines, drawnSeeds) },
          units: shuffled(last.units, drawnSeeds),
          before: shuffled([...before, ...before], drawnSeeds),
        });
        expect(moved).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the bonus apart from what was paid', () => {
    fc.assert(
      fc.property(forMoney, arbitraryPolicy, ({ order, steps }, drawn) => {
        const without = { ...drawn, resolutions: { ...drawn.resolutions, storeCredit: { bonusPercent: 0 } } };
        const [some, none] = [fileAll(order, steps, drawn), fileAll(order, steps, without)];
        expect(some.money).toBe(none.money);
        expect(some.before).toEqual(none.before);
      }),
      { numRuns: 200 },
    );
  });
});

describe('What units were paid with', () => {
  it('adds up over single units to the whole line, and differs by a unit of price and one of tax at most', () => {
    fc.assert(
      fc.property(arbitraryOrder, ({ order }) => {
        for (const line of order.lines) {
          const whole = paidFor(order, line.id, line.quantity, []) ?? Number.NaN;
          const single = Array.from({ length: line.quantity }, (_, done) => {
            const items = [{ lineId: line.id, quantity: done, exchanged: false }];
            return paidFor(order, line.id, 1, [{ key: 'a', items, amount: 0, shipping: 0 }]) ?? Number.NaN;
          });
          expect(single.reduce((sum, amount) => sum + amount, 0)).toBe(whole);
          const hasParts = order.lines.some((part) => part.bundleOf === line.id);
          if (!hasParts) expect(Math.max(...single) - Math.min(...single)).toBeLessThanOrEqual(2);
        }
        expect(paidFor(order, lineId(99), 1, [])).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
