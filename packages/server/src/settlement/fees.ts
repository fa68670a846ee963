import type { BreakdownRow, ReturnFee } from '@postlude/contract';
import type { Entry } from './entries.ts';
import { isAllShopsFault, isReasonIn, isShopsFaultFor } from './fault.ts';
import type { SettlementRequest } from './request.ts';
import { shareOf, sumOf } from './split.ts';

/** Units with the money that comes back for them. */
export interface PaidBack {
  readonly entry: Entry;
  readonly money: number;
}

/** Something taken off what comes back. `amount` is above zero. */
export interface Fee {
  readonly code: Extract<BreakdownRow['code'], 'fee' | 'method'>;
  readonly rule: string;
  readonly label: string | null;
  readonly amount: number;
}

/**
 * The fees of the policy in its order, and last what the method costs; never more than `left` together: the last ones are
 * cut, or fall away. Nothing is charged for a cancellation or for what went wrong with a delivery.
 */
export function feesOf(request: SettlementRequest, back: readonly PaidBack[], left: number): Fee[] {
  if (request.route !== 'return') return [];
  const { policy, pick } = request;
  const all = policy.fees.map((fee): Fee => {
    const amount = amountOfFee(fee, request, back);
    return { code: 'fee', rule: fee.id, label: pick(fee.name), amount };
  });
  const method = policy.methods.find((each) => each.id === request.method);
  const units = back.map((each) => each.entry.unit);
  if (method && !isAllShopsFault(request, units)) {
    all.push({ code: 'method', rule: method.id, label: pick(method.name), amount: method.price });
  }
  let rest = left;
  return all.flatMap((fee) => {
    const amount = Math.min(fee.amount, rest);
    rest -= amount;
    return amount > 0 ? [{ ...fee, amount }] : [];
  });
}

function amountOfFee(fee: ReturnFee, request: SettlementRequest, back: readonly PaidBack[]): number {
  const asked = back.filter(({ entry }) => isAbout(fee, request, entry));
  const charged = asked.filter(
    ({ entry }) => !(isShopsFaultFor(request, entry.unit) && (fee.freeWhenShopAtFault ?? true)),
  );
  if (charged.length === 0) return 0;
  return fee.kind === 'flat'
    ? fee.value
    : shareOf(sumOf(charged.map((each) => each.money)), fee.value, 10_000);
}

function isAbout(fee: ReturnFee, { method, country }: SettlementRequest, { unit }: Entry): boolean {
  const { reasons, methods, resolutions, countries } = fee;
  return (
    (reasons === undefined || isReasonIn(reasons, unit.reason)) &&
    (methods === undefined || (method !== null && methods.includes(method))) &&
    (resolutions === undefined || (unit.resolution !== null && resolutions.includes(unit.resolution))) &&
    (countries === undefined || (country !== null && countries.includes(country)))
  );
}
