import { describe, expect, it } from 'vitest';
import type { SoldRefund } from '../orders/read-sold.ts';
import { lineId, order, refund } from '../settlement/testing/build.ts';
import { givenBefore, type ReturnSums, refundsBeside, worthKept } from './given.ts';
import type { ReturnItemRow, ReturnRow } from './store.ts';

const money = (amount: number) => ({ amount, currency: 'EUR' });
const at = '2026-06-09T10:00:00Z';
type Row = ReturnSums & Pick<ReturnRow, 'created_at'>;

/** A return of units that was settled for a sum just before the platform's refunds, unless told. */
const row = (id: string, units: readonly (readonly [number, number])[], changes: Partial<Row> = {}): Row => ({
  return_id: id,
  status: 'refunded',
  route: 'return',
  created_at: new Date('2026-06-08T10:00:00Z'),
  settlement: null,
  given: {
    items: units.map(([index, quantity]) => ({ lineId: lineId(index), quantity, exchanged: false })),
    amount: 2000,
    shipping: 0,
  },
  settled: {
    at,
    refund: money(2000),
    storeCredit: null,
    toPay: null,
    creditCode: null,
    breakdown: null,
  },
  ...changes,
});
const open: Partial<Row> = { settled: null, status: 'approved' };

const sold = (...refunds: readonly SoldRefund[]) => order([{ quantity: 3 }, { quantity: 2 }], { refunds });
const before = (refunds: readonly SoldRefund[], ...returns: readonly Row[]) =>
  givenBefore(sold(...refunds), returns, null).map(({ key }) => key);

describe('a refund of the platform', () => {
  it('is the same money as the settled return it is of: by its sum, its items, or its items one by one', () => {
    const one = row('r1', [[1, 2]]);
    expect(before([refund('a', 2000)], one)).toEqual(['r1']);
    expect(before([refund('a', 1990, [[1, 2]])], one)).toEqual(['r1']);
    expect(before([refund('a', 1000, [[1, 1]]), refund('b', 1000, [[1, 1]])], one)).toEqual(['r1']);
  });

  it('is other money when it is for other items, for more of them, a second time, or from before', () => {
    const one = row('r1', [[1, 1]]);
    expect(before([refund('a', 2000, [[2, 1]])], one)).toEqual(['shopify:a', 'r1']);
    expect(before([refund('a', 2000, [[1, 2]])], one)).toEqual(['shopify:a', 'r1']);
    expect(before([refund('a', 2000, [[1, 1]]), refund('b', 2000, [[1, 1]])], one)).toEqual([
      'shopify:b',
      'r1',
    ]);
    expect(before([{ ...refund('a', 2000), refundedAt: '2026-06-08T10:00:00Z' }], one)).toEqual([
      'shopify:a',
      'r1',
    ]);
  });

  it('is of one return only, the whole before a part', () => {
    const returns = [row('r1', [[1, 2]]), row('r2', [[1, 1]])];
    const refunds = [refund('a', 1500, [[1, 1]]), refund('b', 1900, [[1, 2]])];
    expect(before(refunds, ...returns)).toEqual(['r1', 'r2']);
  });
});

describe('units the platform refunded', () => {
  const item = (id: string, quantity: number, received: number | null) =>
    ({ return_id: id, line_id: lineId(1), quantity, received_quantity: received }) as ReturnItemRow;
  const beside = (refunds: readonly SoldRefund[], rows: readonly Row[], items: readonly ReturnItemRow[]) =>
    refundsBeside(sold(...refunds), rows, items).map(({ key }) => key);
  const one = [refund('a', 2000, [[1, 1]])];

  it('are those of a settled return, and otherwise others than those on their way', () => {
    expect(beside(one, [row('r1', [[1, 1]])], [item('r1', 1, 1)])).toEqual([]);
    expect(beside(one, [row('r1', [[1, 1]], open)], [item('r1', 1, null)])).toEqual(['shopify:a']);
    expect(beside(one, [row('r1', [[1, 1]], { ...open, status: 'requested' })], [item('r1', 1, 1)])).toEqual([
      'shopify:a',
    ]);
  });

  it('are those that are with the store, or were never to come back, where the shop settles on its platform', () => {
    for (const status of ['received', 'inspected', 'closed'] as const) {
      expect(beside(one, [row('r1', [[1, 1]], { ...open, status })], [item('r1', 1, 1)])).toEqual([]);
    }
    expect(beside(one, [row('r1', [[1, 1]], { ...open, route: 'cancel' })], [item('r1', 1, null)])).toEqual(
      [],
    );
    expect(beside(one, [row('r1', [[1, 2]], { ...open, status: 'received' })], [item('r1', 2, 2)])).toEqual([
      'shopify:a',
    ]);
  });
});

describe('what a shopper was allowed to keep', () => {
  const kept = (amount: number) => ({ given: { items: [], amount, shipping: 0, kept: true } });

  it('counts from every other return of the order that was not ended without money', () => {
    const rows = [
      row('r1', [], { ...kept(500), ...open }),
      row('r2', [], kept(300)),
      row('r3', [], { ...kept(100), settled: null, status: 'declined' }),
      row('r4', []),
    ];
    expect(worthKept(rows, null)).toBe(800);
    expect(worthKept(rows, 'r2')).toBe(500);
  });
});
