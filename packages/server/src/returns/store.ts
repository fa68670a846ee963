import type { Id } from '@postlude/contract';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { ReturnItemsTable, ReturnsTable } from '../db/schema/send-it-back.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { OrderKey } from '../orders/read-known.ts';

/** A return as it is kept. */
export type ReturnRow = Selectable<ReturnsTable>;
/** An item of a return as it is kept. */
export type ReturnItemRow = Selectable<ReturnItemsTable>;

/** Which return. */
export interface ReturnKey {
  readonly storeId: string;
  readonly returnId: string;
}

/** A return where its audit and messages are kept. */
export const logOf = (row: Pick<ReturnRow, 'store_id' | 'return_id' | 'order_id'>) =>
  ({ of: 'return', storeId: row.store_id, caseId: row.return_id, orderId: row.order_id }) as const;

/** Reads a return; null when the store has none with this id. */
export async function readReturn(tx: Tx, { storeId, returnId }: ReturnKey): Promise<ReturnRow | null> {
  const row = await tx
    .selectFrom('returns')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('return_id', '=', returnId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Holds an order until the transaction ends: everybody who files or changes something of it waits for each other, so that
 * units and sums are counted one after the other. False when the store has no such order.
 */
export async function holdOrder(tx: Tx, { storeId, orderId }: OrderKey): Promise<boolean> {
  const row = await tx
    .selectFrom('orders')
    .select('order_id')
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Reads a return to change it, and holds it and its order. The order always comes first, so that two never wait for each
 * other in a circle.
 *
 * @throws ApiProblem `not_found`.
 */
export async function holdReturn(tx: Tx, key: ReturnKey): Promise<ReturnRow> {
  const known = await readReturn(tx, key);
  if (!known) throw new ApiProblem('not_found');
  return holdKnown(tx, known);
}

/** As `holdReturn`, where the return was read already: it is read again as it is once it is held. */
export async function holdKnown(tx: Tx, known: ReturnRow): Promise<ReturnRow> {
  await holdOrder(tx, { storeId: known.store_id, orderId: known.order_id });
  return tx
    .selectFrom('returns')
    .selectAll()
    .where('store_id', '=', known.store_id)
    .where('return_id', '=', known.return_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The returns of an order, oldest first. */
export function readReturnsOf(tx: Tx, { storeId, orderId }: OrderKey): Promise<ReturnRow[]> {
  return tx
    .selectFrom('returns')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .orderBy('return_id')
    .execute();
}

/** The items of returns, in the order they were filed. */
export async function readItems(
  tx: Tx,
  storeId: string,
  returnIds: readonly string[],
): Promise<ReturnItemRow[]> {
  if (returnIds.length === 0) return [];
  return tx
    .selectFrom('return_items')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('return_id', 'in', [...returnIds])
    .orderBy('return_id')
    .orderBy('position')
    .execute();
}

/** Writes a new return and answers with it. */
export function insertReturn(tx: Tx, row: Insertable<ReturnsTable>): Promise<ReturnRow> {
  return tx.insertInto('returns').values(row).returningAll().executeTakeFirstOrThrow();
}

/** Writes over some columns of a return and answers with it. */
export function updateReturn(
  tx: Tx,
  { storeId, returnId }: ReturnKey,
  set: Updateable<ReturnsTable>,
): Promise<ReturnRow> {
  return tx
    .updateTable('returns')
    .set(set)
    .where('store_id', '=', storeId)
    .where('return_id', '=', returnId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Writes the items of a return and answers with them, in the order they were filed. */
export async function insertItems(
  tx: Tx,
  items: readonly Insertable<ReturnItemsTable>[],
): Promise<ReturnItemRow[]> {
  const rows = await tx
    .insertInto('return_items')
    .values([...items])
    .returningAll()
    .execute();
  return rows.toSorted((one, other) => one.position - other.position);
}

/** Takes the items of a return away, to put others in their place. */
export async function deleteItems(tx: Tx, { storeId, returnId }: ReturnKey): Promise<void> {
  await tx
    .deleteFrom('return_items')
    .where('store_id', '=', storeId)
    .where('return_id', '=', returnId)
    .execute();
}

/** The id of a row's return. */
export const idOfReturn = (row: Pick<ReturnRow, 'return_id'>): Id<'return'> => row.return_id as Id<'return'>;
