import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import type { JudgedRow } from '../file-imports/read-file.ts';
import type { BadBecause, ListedSerial } from './judge-row.ts';

/** What became of some rows. */
export interface Added {
  readonly added: number;
  readonly known: number;
  readonly bad: readonly { readonly row: number; readonly text: string; readonly because: BadBecause }[];
}

/** Puts rows on the list, all in three statements. A number that is there keeps its place; its batch is put right. */
export async function addRows(
  tx: Tx,
  storeId: string,
  importId: string,
  rows: readonly JudgedRow<ListedSerial | BadBecause>[],
): Promise<Added> {
  const bad: { row: number; text: string; because: BadBecause }[] = [];
  const wanted = new Map<string, ListedSerial & { readonly row: number; readonly text: string }>();
  for (const { row, text, says } of rows) {
    const because = typeof says === 'string' ? says : wanted.has(nameOf(says)) ? 'twice' : null;
    if (because !== null) bad.push({ row, text, because });
    else if (typeof says !== 'string') wanted.set(nameOf(says), { ...says, row, text });
  }
  const listed = await findThere(tx, storeId, [...wanted.values()]);
  const others: ListedSerial[] = [];
  let known = 0;
  for (const [name, one] of wanted) {
    const there = listed.get(name);
    if (there === undefined) continue;
    wanted.delete(name);
    if (there.import_id === importId) {
      bad.push({ row: one.row, text: one.text, because: 'twice' });
      continue;
    }
    known += 1;
    if (one.batch !== null && one.batch !== there.batch) others.push(one);
  }
  await correctBatches(tx, storeId, importId, others);
  const added = await insertAll(tx, storeId, importId, [...wanted.values()]);
  // Another import may have brought some in the meantime.
  return { added, known: known + wanted.size - added, bad: bad.toSorted((a, b) => a.row - b.row) };
}

const nameOf = ({ productId, key }: Pick<ListedSerial, 'productId' | 'key'>): string => `${key} ${productId}`;

const columnsOf = (rows: readonly ListedSerial[]) => ({
  products: rows.map(({ productId }) => storableText(productId)),
  keys: rows.map(({ key }) => storableText(key)),
  serials: rows.map(({ serial }) => storableText(serial)),
  batches: rows.map(({ batch }) => batch && storableText(batch)),
});

async function findThere(tx: Tx, storeId: string, rows: readonly ListedSerial[]) {
  const { products, keys } = columnsOf(rows);
  // One look into the index for each row, whatever the planner thinks of a table that has just grown from nothing.
  const found = await sql<{
    product_id: string;
    serial_key: string;
    import_id: string;
    batch: string | null;
  }>`
    select there.product_id, there.serial_key, there.import_id, there.batch
    from unnest(${products}::text[], ${keys}::text[]) as each (product_id, serial_key)
    cross join lateral (
      select * from listed_serials as listed
      where listed.store_id = ${storeId} and listed.product_id = each.product_id
        and listed.serial_key = each.serial_key
      limit 1
    ) as there`.execute(tx);
  return new Map(
    found.rows.map((row) => [nameOf({ productId: row.product_id, key: row.serial_key }), row] as const),
  );
}

const insertAll = (tx: Tx, storeId: string, importId: string, rows: readonly ListedSerial[]) =>
  write(tx, storeId, importId, rows, sql`do nothing`);

const correctBatches = (tx: Tx, storeId: string, importId: string, rows: readonly ListedSerial[]) =>
  write(tx, storeId, importId, rows, sql`do update set batch = excluded.batch`);

async function write(
  tx: Tx,
  storeId: string,
  importId: string,
  rows: readonly ListedSerial[],
  whenThere: RawBuilder<unknown>,
): Promise<number> {
  if (rows.length === 0) return 0;
  const { products, keys, serials, batches } = columnsOf(rows);
  const done = await sql`
    insert into listed_serials (store_id, product_id, serial_key, serial, batch, import_id)
    select ${storeId}, each.product_id, each.serial_key, each.serial, each.batch, ${importId}
    from unnest(${products}::text[], ${keys}::text[], ${serials}::text[], ${batches}::text[])
      as each (product_id, serial_key, serial, batch)
    on conflict (store_id, product_id, serial_key) ${whenThere}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}
