import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { OrderKey } from '../orders/read-known.ts';
import { uuidv7 } from '../secrets/ids.ts';

/** Units of one line that get a passport at most: who buys a thousand screws registers none of them. */
export const mostUnits = 100;

/** How many passports one order gets at most. */
const mostPassports = 1_000;

/**
 * Makes the passports that an order lacks: one for each unit of its lines, none for parts of a set (the set has its own).
 * Nothing happens when they are there. An order that came of a transfer has none of its own.
 */
export async function ensurePassports(tx: Tx, { storeId, orderId }: OrderKey, now: Date): Promise<void> {
  const { rows: missing } = await sql<{ line_id: string; unit: number }>`
    select line.line_id, unit.unit
    from orders as placed
    join order_lines as line on line.store_id = placed.store_id and line.order_id = placed.order_id
    cross join lateral generate_series(1, least(line.quantity, ${mostUnits}::integer)) as unit (unit)
    where placed.store_id = ${storeId} and placed.order_id = ${orderId} and placed.source <> 'transfer'
      and not exists (
        select 1 from passports as known
        where known.store_id = line.store_id and known.order_id = line.order_id and known.line_id = line.line_id
          and known.unit = unit.unit
      )
    order by line.position, line.line_id, unit.unit
    limit ${mostPassports}`.execute(tx);
  if (missing.length === 0) return;
  await sql`
    insert into passports (store_id, passport_id, order_id, line_id, unit, owner_order_id, created_at)
    select ${storeId}, each.passport_id, ${orderId}, each.line_id, each.unit, ${orderId}, ${now}
    from unnest(
      ${missing.map(() => `psp_${uuidv7(now.getTime())}`)}::text[],
      ${missing.map(({ line_id }) => line_id)}::text[],
      ${missing.map(({ unit }) => unit)}::integer[]
    ) as each (passport_id, line_id, unit)
    on conflict (store_id, order_id, line_id, unit) do nothing`.execute(tx);
}
