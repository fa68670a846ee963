import { type RawBuilder, sql } from 'kysely';
import type { BuyerKeys } from './buyer-keys.ts';

/** How facts are applied. */
export interface Applying {
  /**
   * True when a message that was applied before is read once more. Then the end of the tie, a hash of what the adapter made
   * of the message, does not count: after a correction of the adapter it is another one, and the new reading must stay.
   */
  readonly again: boolean;
  /** What buyers are compared by; without them nothing to compare them by is kept. */
  readonly keys?: BuyerKeys;
}

/** A table whose rows carry a version. */
export type VersionedTable = 'orders' | 'shipments' | 'tracks' | 'products' | 'product_variants';

/** The condition under which a row of `table` gives way to the one that was to be inserted: it is not newer. */
export function givesWay(table: VersionedTable, { again }: Applying): RawBuilder<boolean> {
  const row = sql.table(table);
  return again
    ? sql`(${row}.version_at, ${row}.version_tie) <= (excluded.version_at, excluded.version_tie)
        or (${row}.version_at = excluded.version_at
          and regexp_replace(${row}.version_tie, '[^|]*$', '') = regexp_replace(excluded.version_tie, '[^|]*$', ''))`
    : sql`(${row}.version_at, ${row}.version_tie) <= (excluded.version_at, excluded.version_tie)`;
}
