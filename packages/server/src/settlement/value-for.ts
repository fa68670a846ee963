import type { Id, Resolution } from '@postlude/contract';
import type { SoldOrder } from '../orders/read-sold.ts';
import { readEntries } from './entries.ts';
import { onceEach } from './given.ts';
import { readPaid } from './paid.ts';
import { readRequest, valueOfUnits } from './reading.ts';
import type { GivenBack, ReturnUnits, SettlementRequest } from './request.ts';
import { bonusOf } from './settle.ts';
import { sumOf } from './split.ts';
import { valueOfWorth } from './worth.ts';

/**
 * What one item alone comes to for a resolution, bonus included; fees, method and original shipping apart. Null when its
 * price is not known, and for `exchange`, which `exchangeDifference` is for.
 */
export function valueFor(
  request: SettlementRequest,
  unit: ReturnUnits,
  resolution: Resolution,
): { value: number; bonus: number } | null {
  if (resolution === 'exchange') return null;
  const reading = readRequest({ ...request, units: [{ ...unit, resolution, exchange: null }] });
  if (reading === null) return null;
  const value = valueOfUnits(reading);
  const bonus = resolution === 'store_credit' ? bonusOf(request, value) : 0;
  return Number.isSafeInteger(value + bonus) ? { value: value + bonus, bonus } : null;
}

/**
 * What the next units of a line to come back were paid with, the parts of a bundle included, in minor units. Fewer when
 * not so many are left. Null when a price is not known.
 */
export function paidFor(
  order: SoldOrder,
  lineId: Id<'line'>,
  quantity: number,
  before: readonly GivenBack[],
): number | null {
  const paid = readPaid(order);
  if (paid === null) return null;
  const unit: ReturnUnits = { lineId, quantity, reason: null, resolution: 'refund', exchange: null };
  const { entries } = readEntries(paid, onceEach(before), [unit]);
  if (entries.some((entry) => !entry.worth.isKnown) || !paid.lines.get(lineId)?.isKnown) return null;
  return sumOf(entries.map((entry) => valueOfWorth(entry.worth)));
}
