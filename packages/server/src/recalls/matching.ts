import type { RecallScope } from '@postlude/contract';
import { serialKey } from '@postlude/contract/serials';
import { type RawBuilder, sql } from 'kysely';

/** Whose units are looked at: those of some passports, or all of the store. */
export type UnitsAsked = { readonly passportIds: readonly string[] } | 'all';

/** A store as matching needs it. */
export interface MatchingStore {
  readonly storeId: string;
  /** Days are days there. */
  readonly timeZone: string;
}

/**
 * The units a recall is about, as a query with `order_id` (of whoever owns it now), `line_id`, `unit` and `passport_id` (null while nobody asked
 * for it). The one place that decides it, for a page, for a mail and for the numbers staff see.
 *
 * A unit is concerned when its product is named and it was sold in the days given. Where batches or ranges are given too, its
 * batch has to be one of them or its serial number has to lie in one of the ranges: of the same length as their ends, letters
 * and digits compared one by one. What is not known of it, number or batch, counts as concerned unless `unknownSerials` is false.
 */
export function concernedUnits(
  { storeId, timeZone }: MatchingStore,
  scope: RecallScope,
  asked: UnitsAsked,
): RawBuilder<unknown> {
  // One look into the index for each unit: tables that grew since anybody counted them mislead the planner.
  const some = asked === 'all' ? null : [...asked.passportIds];
  return sql`
    select coalesce(passport.owner_order_id, line.order_id) as order_id, line.line_id, unit.unit, passport.passport_id
    from order_lines as line
    join orders as placed on placed.store_id = line.store_id and placed.order_id = line.order_id
    cross join lateral generate_series(1, least(line.quantity, 100)) as unit (unit)
    left join lateral (
      select * from passports as mine
      where mine.store_id = line.store_id and mine.order_id = line.order_id and mine.line_id = line.line_id
        and mine.unit = unit.unit
      limit 1
    ) as passport on true
    left join lateral (
      select known.batch from listed_serials as known
      where known.store_id = line.store_id and known.product_id = line.product_id
        and known.serial_key = passport.serial_key
      limit 1
    ) as listed on true
    where line.store_id = ${storeId} and line.product_id = any(${[...scope.productIds]}::text[])
      and placed.source <> 'transfer' and placed.cancelled_at is null
      and (${some}::text[] is null or passport.passport_id = any(${some}::text[]))
      and ${soldIn(scope, timeZone)} and ${numbered(scope)}`;
}

function soldIn({ soldFrom, soldUntil }: RecallScope, timeZone: string): RawBuilder<boolean> {
  const day = sql`(placed.placed_at at time zone ${timeZone})::date`;
  return sql`(${soldFrom ?? null}::date is null or ${day} >= ${soldFrom ?? null}::date)
    and (${soldUntil ?? null}::date is null or ${day} <= ${soldUntil ?? null}::date)`;
}

function numbered({ batches, serials, unknownSerials = true }: RecallScope): RawBuilder<boolean> {
  if (batches === undefined && serials === undefined) return sql`true`;
  const batch = sql`coalesce(listed.batch, passport.batch)`;
  const ranges = (serials ?? []).map(({ from, to }) => ({ from: serialKey(from), to: serialKey(to) }));
  const inBatch = sql`coalesce(${batch} = any(${[...(batches ?? [])]}::text[]), false)`;
  const inRange = sql`exists (
    select 1 from unnest(${ranges.map(({ from }) => from)}::text[], ${ranges.map(({ to }) => to)}::text[]) as range (first, last)
    where char_length(passport.serial_key) = char_length(range.first)
      and char_length(passport.serial_key) = char_length(range.last)
      and passport.serial_key >= range.first collate "C" and passport.serial_key <= range.last collate "C")`;
  // With batches given, a number whose batch nobody knows says no more than none.
  const unknown =
    batches === undefined
      ? sql`passport.serial_key is null`
      : serials === undefined
        ? sql`${batch} is null`
        : sql`(passport.serial_key is null or ${batch} is null)`;
  return sql`(${inBatch} or ${inRange} or (${unknownSerials}::boolean and ${unknown}))`;
}
