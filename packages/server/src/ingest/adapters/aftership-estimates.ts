import type { PromiseFact } from '../facts.ts';
import { recordAt, textAt, wordAt } from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { calendarDate, writtenOffset } from '../moments.ts';

/** An estimate, without when it was seen. */
export type Estimate = Omit<PromiseFact, 'observedAt'>;

// The later ones are older names of the first, or stand in where the first is missing.
const fields = [
  ['latest_estimated_delivery', 'carrier'],
  ['courier_estimated_delivery_date', 'carrier'],
  ['expected_delivery', 'carrier'],
  ['aftership_estimated_delivery_date', 'platform'],
  ['custom_estimated_delivery_date', 'store'],
  ['order_promised_delivery_date', 'store'],
] as const;

/** What AfterShip expects now, from the best of the fields that say so. */
export function latestEstimate(tracking: JsonRecord): Estimate | null {
  for (const [field, source] of fields) {
    const estimate = estimateAt(tracking, field, source);
    if (estimate) return estimate;
  }
  return null;
}

/** What was expected first. */
export const firstEstimate = (tracking: JsonRecord): Estimate | null =>
  estimateAt(tracking, 'first_estimated_delivery', 'carrier');

const sources: Record<string, Estimate['source']> = {
  'Carrier EDD': 'carrier',
  'AfterShip EDD': 'platform',
  'Custom EDD': 'store',
};

/**
 * An estimate is a day or a time (`"2026-11-26"`), or an object with one (`specific`) or two of them (`range`). Its days are
 * those of the recipient's calendar, whatever offset stands behind them.
 */
function estimateAt(tracking: JsonRecord, key: string, source: Estimate['source']): Estimate | null {
  const object = recordAt(tracking, key);
  if (object === null) return estimate(null, wordAt(tracking, key), source, null);
  const date =
    wordAt(object, 'datetime') ??
    wordAt(object, 'estimated_delivery_date') ??
    wordAt(object, 'estimated_delivery_date_max');
  const from = wordAt(object, 'datetime_min') ?? wordAt(object, 'estimated_delivery_date_min');
  const until = wordAt(object, 'datetime_max') ?? wordAt(object, 'estimated_delivery_date_max') ?? date;
  const said = wordAt(object, 'source');
  const whose = said !== null && Object.hasOwn(sources, said) ? (sources[said] ?? source) : source;
  return estimate(from, until, whose, textAt(object, 'revise_reason', 64));
}

function estimate(
  from: string | null,
  until: string | null,
  source: Estimate['source'],
  reason: string | null,
): Estimate | null {
  const last = calendarDate(until) ?? calendarDate(from);
  if (last === null) return null;
  const first = calendarDate(from);
  return {
    from: first !== null && first < last ? first : null,
    until: last,
    zone: writtenOffset(until ?? from),
    source,
    reason,
  };
}
