import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** The number of a case, and what it is made of. */
export interface CaseNumber {
  readonly number: string;
  readonly number_prefix: string;
  readonly sequence: number;
}

/** What the numbers of each table begin with, and the first half of the advisory locks taken for them, so that they meet no others. */
const kinds = {
  returns: { letter: 'R', lockClass: 7030 },
  claims: { letter: 'C', lockClass: 7040 },
} as const;

/** The next number of an order's returns or claims: `R-1001-1`, `R-1001-2`. Two platforms may have an order with one number. */
export async function nextNumber(
  tx: Tx,
  table: keyof typeof kinds,
  storeId: string,
  orderNumber: string,
): Promise<CaseNumber> {
  const { letter, lockClass } = kinds[table];
  const plain = orderNumber.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const prefix = `${letter}-${plain.slice(0, 32) || '0'}`;
  await sql`select pg_advisory_xact_lock(${lockClass}, hashtext(${`${storeId} ${prefix}`}))`.execute(tx);
  const { rows } = await sql<{ last: number | null }>`
    select max(sequence) as last from ${sql.table(table)}
    where store_id = ${storeId} and number_prefix = ${prefix}`.execute(tx);
  const sequence = Number(rows[0]?.last ?? 0) + 1;
  return { number: `${prefix}-${sequence}`, number_prefix: prefix, sequence };
}
