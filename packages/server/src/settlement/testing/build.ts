import type { ReturnPolicyInput } from '@postlude/contract';
import type { SoldLine, SoldOrder, SoldRefund } from '../../orders/read-sold.ts';
import { lineId, soldLine, soldOrder } from '../../orders/testing/sold-order.ts';
import { defaultPolicy } from '../../policy/defaults.ts';
import { type ReturnUnits, type SettlementRequest, settle } from '../index.ts';

export { lineId, soldLine as line };

/** An order of these lines in euros, prices with tax; lines are numbered from 1. */
export const order = (
  lines: readonly Partial<SoldLine>[],
  changes: Partial<Omit<SoldOrder, 'lines'>> = {},
): SoldOrder =>
  soldOrder({
    source: 'shopify',
    ...changes,
    lines: lines.map((each, index) => soldLine(each, index + 1)),
  });

/** A refund of the platform. */
export const refund = (
  key: string,
  amount: number | null,
  items: readonly (readonly [line: number, quantity: number])[] = [],
): SoldRefund => ({
  key: `shopify:${key}`,
  refundedAt: '2026-06-09T10:00:00Z',
  amount,
  items: items.map(([index, quantity]) => ({ lineId: lineId(index), quantity })),
});

/** Units that go back for money because the shopper changed their mind, unless told. */
export const units = (index: number, quantity = 1, changes: Partial<ReturnUnits> = {}): ReturnUnits => ({
  lineId: lineId(index),
  quantity,
  reason: 'changed_my_mind',
  resolution: 'refund',
  exchange: null,
  ...changes,
});

/** What a store begins with, but without original shipping, and with store credit. */
export const policy = (changes: Partial<ReturnPolicyInput> = {}): ReturnPolicyInput => ({
  ...defaultPolicy,
  originalShipping: 'never',
  resolutions: {
    refund: true,
    storeCredit: { bonusPercent: 0 },
    exchange: { priceDifference: 'settle' },
  },
  ...changes,
});

/** A request for these units, and nothing before. */
export const request = (
  sold: SoldOrder,
  going: readonly ReturnUnits[],
  changes: Partial<SettlementRequest> = {},
): SettlementRequest => ({
  order: sold,
  policy: policy(),
  route: 'return',
  units: going,
  method: null,
  country: 'DE',
  before: [],
  pick: (text) => text?.en ?? null,
  ...changes,
});

/** The sums of a return and its rows as `[code, amount]`; throws when there are none. */
export function sums(asked: SettlementRequest) {
  const settled = settle(asked);
  if (settled === null) throw new Error('nothing was settled');
  const { refund, storeCredit, toPay, breakdown } = settled.settlement;
  return {
    refund: refund.amount,
    storeCredit: storeCredit.amount,
    toPay: toPay.amount,
    total: breakdown.total.amount,
    taxIncluded: breakdown.taxIncluded?.amount ?? null,
    rows: breakdown.rows.map((row) => [row.code, row.amount.amount] as const),
    given: settled.given,
  };
}
