import type { WarrantyPolicyInput } from '@postlude/contract';
import { planFor } from '../cover/index.ts';
import type { Tx } from '../db/database.ts';
import type { OrderKey } from '../orders/read-known.ts';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';
import { laterDay } from '../rights/days.ts';
import { dayIn, withOffset } from '../tracking/calendar.ts';
import type { Arrival, LineFacts } from './facts.ts';

interface Bought {
  readonly sold: SoldOrder;
  readonly line: SoldLine;
  readonly arrivals: readonly Arrival[];
  readonly timeZone: string;
}

/**
 * Whether registering an item gives something: cover that there is only with it, or months more, as long as there is time for
 * them. Null where it gives nothing.
 */
export function gainOf(
  policy: WarrantyPolicyInput,
  { sold, line, arrivals, timeZone }: Bought,
): LineFacts['registration']['gain'] {
  const plan = planFor(policy, sold, line);
  if (plan === null) return null;
  const { country } = sold;
  if (plan.countries !== undefined && (country === null || !plan.countries.includes(country))) return null;
  if (plan.registrationNeeded) return { until: null };
  if (plan.extraForRegistering === 0) return null;
  if (plan.registerWithinDays === null) return { until: null };
  // Counted as the cover counts it: from the day of the delivery, in the store's time zone, and the last day counts whole.
  const delivered = arrivals.flatMap(({ deliveredAt }) => deliveredAt?.getTime() ?? []);
  const from = delivered.length > 0 ? Math.max(...delivered) : Date.parse(sold.placedAt);
  const after = laterDay(dayIn(timeZone, from), plan.registerWithinDays + 1);
  return { until: new Date(withOffset(timeZone, `${after}T00:00:00`)) };
}

/** What is registered of a line, and whose it is. */
interface Registered {
  readonly registeredAt: Date | null;
  readonly handedOver: boolean;
}

/** Reads what of an order's lines was registered by its shopper, and what of it belongs to others; by line. */
export async function readRegistered(
  tx: Tx,
  { storeId, orderId }: OrderKey,
): Promise<ReadonlyMap<string, Registered>> {
  const rows = await tx
    .selectFrom('passports')
    .leftJoin('registrations', (join) =>
      join
        .onRef('registrations.store_id', '=', 'passports.store_id')
        .onRef('registrations.passport_id', '=', 'passports.passport_id')
        .onRef('registrations.order_id', '=', 'passports.order_id'),
    )
    .select(({ fn }) => [
      'passports.line_id',
      fn.min('registrations.created_at').as('registered_at'),
      fn.countAll<number>().as('units'),
    ])
    .select((is) =>
      is.fn.countAll<number>().filterWhere('passports.owner_order_id', '<>', orderId).as('others'),
    )
    .where('passports.store_id', '=', storeId)
    .where('passports.order_id', '=', orderId)
    .groupBy('passports.line_id')
    .execute();
  return new Map(
    rows.map(({ line_id, registered_at, units, others }) => [
      line_id,
      { registeredAt: registered_at, handedOver: Number(others) > 0 && Number(others) === Number(units) },
    ]),
  );
}
