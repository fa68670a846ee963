import type { BreakdownRow, Resolution } from '@postlude/contract';
import type { Entry } from './entries.ts';
import { exchangePrice } from './exchange.ts';
import { type Fee, feesOf } from './fees.ts';
import { isKept } from './methods.ts';
import { type Reading, readRequest } from './reading.ts';
import type { Given, Settled, SettlementRequest } from './request.ts';
import { scaled, shareOf, sumOf } from './split.ts';
import { valueOfWorth } from './worth.ts';

/**
 * What a return comes to, and how. Null while a unit has no resolution, when a price it needs is not known, and when the
 * sums are too large to be exact.
 *
 * Pure: the same facts give the same sums, in whatever order they are named. Over all returns and refunds of an order no
 * more comes back than was paid, and when everything comes back and nothing is taken off, exactly that. The rules are told in
 * docs/return-money.md.
 */
export function settle(request: SettlementRequest): Settled | null {
  const reading = readRequest(request);
  if (reading === null || request.units.some((unit) => unit.resolution === null)) return null;
  const priced = priceEntries(reading);
  if (priced === null) return null;
  const cut = cutToAvailable(reading, priced);
  const flow = flowOf(request, priced, cut);
  const rows = rowsOf(request, { reading, priced, cut, flow });
  const money = (amount: number) => ({ amount, currency: request.order.currency });
  const total = flow.refund + flow.storeCredit - flow.toPay;
  const amounts = [total, flow.storeCredit, flow.toPay, ...rows.map((row) => row.amount.amount)];
  if (!amounts.every(Number.isSafeInteger)) return null;
  return {
    settlement: {
      refund: money(flow.refund),
      storeCredit: money(flow.storeCredit),
      toPay: money(flow.toPay),
      breakdown: { rows, total: money(total), taxIncluded: taxIncluded(request, reading, cut, total) },
    },
    given: { ...givenOf(reading, priced, cut), ...(isKept(request) ? { kept: true } : {}) },
  };
}

/** Units with what they are worth, what is bought for them, and the money that is left of it. */
interface Priced {
  readonly entry: Entry;
  readonly value: number;
  /** What the new items of an exchange cost; 0 without one. */
  readonly cost: number;
}

function priceEntries({ entries, paid }: Reading): Priced[] | null {
  const priced: Priced[] = [];
  for (const entry of entries) {
    const cost = entry.unit.resolution === 'exchange' ? exchangePrice(paid, entry) : 0;
    if (cost === null) return null;
    priced.push({ entry, value: valueOfWorth(entry.worth), cost });
  }
  return priced;
}

const keptOf = (priced: readonly Priced[]): number =>
  sumOf(priced.map(({ value, cost }) => Math.min(value, cost)));

/** The money of a return once what was refunded before is taken off. `money` is in the order of the entries. */
interface Cut {
  readonly shipping: number;
  readonly other: number;
  readonly money: readonly number[];
  /** What was taken off. */
  readonly off: number;
}

/**
 * Takes off what is refunded already: from what the total held beside, from shipping, and from the units, the last first.
 * An exchange for an item of the same worth stays free: no money comes back for it.
 */
function cutToAvailable({ available, shipping, other }: Reading, priced: readonly Priced[]): Cut {
  const money = priced.map(({ value, cost }) => Math.max(0, value - cost));
  const asked = shipping + other + sumOf(money);
  const off = Math.max(0, asked - Math.max(0, available - keptOf(priced)));
  let left = off;
  const take = (amount: number): number => {
    const taken = Math.min(amount, left);
    left -= taken;
    return amount - taken;
  };
  const cut = { other: take(other), shipping: take(shipping) };
  for (let index = money.length - 1; index >= 0; index -= 1) money[index] = take(money[index] ?? 0);
  return { ...cut, money, off };
}

/** Where the money goes. */
interface Flow {
  readonly refund: number;
  /** With the bonus. */
  readonly storeCredit: number;
  readonly toPay: number;
  readonly bonus: number;
  readonly fees: readonly Fee[];
}

/**
 * What has to be paid for an exchange and the fees are taken from what goes to the original payment, then from store credit.
 * Only an exchange can leave something to pay.
 */
function flowOf(request: SettlementRequest, priced: readonly Priced[], cut: Cut): Flow {
  const has = (resolution: Resolution) => priced.some(({ entry }) => entry.unit.resolution === resolution);
  const besideToCredit = has('store_credit') && !has('refund');
  const beside = cut.shipping + cut.other;
  const ofUnits = (credit: boolean) =>
    sumOf(
      cut.money.filter((_, index) => (priced[index]?.entry.unit.resolution === 'store_credit') === credit),
    );
  let refund = ofUnits(false) + (besideToCredit ? 0 : beside);
  let credit = ofUnits(true) + (besideToCredit ? beside : 0);
  const take = (amount: number): number => {
    const fromRefund = Math.min(amount, refund);
    const fromCredit = Math.min(amount - fromRefund, credit);
    refund -= fromRefund;
    credit -= fromCredit;
    return amount - fromRefund - fromCredit;
  };
  const toPay = take(sumOf(priced.map(({ value, cost }) => Math.max(0, cost - value))));
  const back = priced.map(({ entry }, index) => ({ entry, money: cut.money[index] ?? 0 }));
  const fees = feesOf(request, back, refund + credit);
  take(sumOf(fees.map((fee) => fee.amount)));
  const bonus = bonusOf(request, credit);
  return { refund, storeCredit: credit + bonus, toPay, bonus, fees };
}

/** What comes on top of store credit, rounded down. */
export const bonusOf = ({ policy }: Pick<SettlementRequest, 'policy'>, credit: number): number =>
  shareOf(credit, policy.resolutions.storeCredit?.bonusPercent ?? 0, 10_000);

function rowsOf(
  { order }: SettlementRequest,
  sums: { reading: Reading; priced: readonly Priced[]; cut: Cut; flow: Flow },
): BreakdownRow[] {
  const { reading, priced, cut, flow } = sums;
  const worths = reading.entries.map((entry) => entry.worth);
  const price = sumOf(worths.map((worth) => worth.price));
  const plain = (code: BreakdownRow['code'], amount: number) => ({ code, amount, rule: null, label: null });
  return [
    plain('price', price),
    plain('discount', sumOf(worths.map((worth) => worth.goods)) - price),
    plain('tax', sumOf(worths.map((worth) => worth.tax))),
    plain('shipping', reading.shipping),
    plain('other', reading.other),
    plain('exchange_price', -sumOf(priced.map((each) => each.cost))),
    plain('refunded_before', -cut.off),
    ...flow.fees.map(({ code, rule, label, amount }) => ({ code, amount: -amount, rule, label })),
    plain('bonus', flow.bonus),
  ]
    .filter((row) => row.code === 'price' || row.amount !== 0)
    .map((row) => ({ ...row, amount: { amount: row.amount, currency: order.currency } }));
}

/** How much tax is in the sum, in proportion where something was taken off. Says nothing of exchanges, which have a tax of their own. */
function taxIncluded(
  { order }: SettlementRequest,
  { entries, paid, shipping, other }: Reading,
  cut: Cut,
  total: number,
) {
  if (!order.taxesIncluded || entries.some((entry) => entry.unit.resolution === 'exchange')) return null;
  const gross = sumOf(cut.money) + cut.shipping + cut.other + cut.off;
  if (gross === 0) return null;
  const ofShipping = paid.shipping > 0 ? scaled(paid.shippingTaxInside, shipping, paid.shipping) : 0;
  const tax = sumOf(entries.map((entry) => entry.worth.taxInside)) + ofShipping;
  const amount = other > gross ? 0 : scaled(tax, Math.min(Math.max(0, total), gross), gross);
  return amount > 0 ? { amount, currency: order.currency } : null;
}

function givenOf({ entries, paid, before, after }: Reading, priced: readonly Priced[], cut: Cut): Given {
  const exchanged = new Set(
    entries.filter((entry) => entry.unit.resolution === 'exchange').map((entry) => entry.unit.lineId),
  );
  return {
    items: [...paid.lines.keys()].flatMap((lineId) => {
      const quantity = (after.get(lineId) ?? 0) - (before.get(lineId) ?? 0);
      return quantity > 0 ? [{ lineId, quantity, exchanged: exchanged.has(lineId) }] : [];
    }),
    amount: keptOf(priced) + cut.shipping + cut.other + sumOf(cut.money),
    shipping: cut.shipping,
  };
}
