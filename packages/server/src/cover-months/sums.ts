import type { Tx } from '../db/database.ts';

/** How many added months stand, by unit; units without any are left out. */
export async function readAddedMonths(
  tx: Tx,
  storeId: string,
  passportIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (passportIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('added_months')
    .select(['passport_id', ({ fn }) => fn.sum('months').as('months')])
    .where('store_id', '=', storeId)
    .where('passport_id', 'in', [...passportIds])
    .where('voided_at', 'is', null)
    .groupBy('passport_id')
    .execute();
  return new Map(rows.map(({ passport_id, months }) => [passport_id, Number(months)]));
}
