import type { ReceiveInput } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { attachUploads } from '../uploads/attach.ts';
import type { ReturnCase } from './case.ts';
import { tellEvent } from './events.ts';
import { lifeOf } from './life.ts';
import { mailShopper } from './mails/send.ts';
import { record } from './record.ts';
import { impossible } from './staff.ts';
import type { ReturnItemRow, ReturnRow } from './store.ts';
import { next } from './transitions.ts';

/** What was found of an item. */
export type Received = Pick<
  ReturnItemRow,
  'return_item_id' | 'received_quantity' | 'grade' | 'restock' | 'received_note'
>;

/**
 * Records what arrived. Quantities are totals: of what is named they are what is there now, what is not named stays as it was
 * told before, and has not arrived when nothing was told of it. Told again the same, nothing changes.
 *
 * @throws ApiProblem `action_not_possible`, `invalid_input`, `upload_unknown`.
 */
export async function receive(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  input: ReceiveInput,
): Promise<ReturnCase> {
  const { row: held, now } = of;
  const to = next('receive', lifeOf(held, of.policy));
  if (to === null || to === 'same') throw impossible(of, 'receive');
  const before = of.items.map(receivedOf);
  const after = of.items.map((item) => merged(item, input));
  checkNamed(of.items, input);
  for (const { returnItemId, uploads = [] } of input.items) {
    const about = { storeId: held.store_id, orderId: held.order_id, now };
    await attachUploads(tx, { ...about, ids: uploads, to: returnItemId });
  }
  const isTold = held.status === 'received' || held.status === 'inspected';
  if (isTold && JSON.stringify(before) === JSON.stringify(after)) return of;
  for (const item of after) await writeReceived(tx, held, item);
  const received = await record(tx, withReceived(of, after), {
    action: 'receive',
    by: input.by?.trim() || 'staff',
    to,
    data: { items: after },
    restore: { items: before },
  });
  await tellEvent(tx, 'return.received', received);
  // That more came, or that a count was corrected, is seen on the page.
  if (!isTold) await mailShopper(tx, context, 'received', received, { byStaff: true });
  return received;
}

/** The case with what was found of its items. */
export const withReceived = (of: ReturnCase, found: readonly Received[]): ReturnCase => ({
  ...of,
  items: of.items.map((item) => ({
    ...item,
    ...found.find(({ return_item_id: id }) => id === item.return_item_id),
  })),
});

/** Writes what was found of an item. */
export async function writeReceived(
  tx: Tx,
  { store_id, return_id }: ReturnRow,
  { return_item_id, ...found }: Received,
): Promise<void> {
  await tx
    .updateTable('return_items')
    .set(found)
    .where('store_id', '=', store_id)
    .where('return_id', '=', return_id)
    .where('return_item_id', '=', return_item_id)
    .execute();
}

const receivedOf = (item: ReturnItemRow): Received => ({
  return_item_id: item.return_item_id,
  received_quantity: item.received_quantity,
  grade: item.grade,
  restock: item.restock,
  received_note: item.received_note,
});

function merged(item: ReturnItemRow, { items }: ReceiveInput): Received {
  const told = items.find(({ returnItemId }) => returnItemId === item.return_item_id);
  const known = receivedOf(item);
  if (!told) return { ...known, received_quantity: known.received_quantity ?? 0 };
  return {
    ...known,
    received_quantity: told.quantity,
    grade: told.grade === undefined ? known.grade : told.grade,
    restock: told.restock ?? known.restock,
    received_note: told.note === undefined ? known.received_note : told.note,
  };
}

function checkNamed(items: readonly ReturnItemRow[], input: ReceiveInput): void {
  for (const [index, { returnItemId, quantity }] of input.items.entries()) {
    const item = items.find((each) => each.return_item_id === returnItemId);
    const wrong = (field: string, sentence: string) =>
      new ApiProblem('invalid_input', { fields: { [`items.${index}.${field}`]: sentence } });
    if (!item) throw wrong('returnItemId', 'This is not an item of the return.');
    if (input.items.findIndex((each) => each.returnItemId === returnItemId) !== index) {
      throw wrong('returnItemId', 'This item is named twice.');
    }
    if (quantity > item.quantity) {
      throw wrong('quantity', `This must be at most ${item.quantity}: more was not sent back.`);
    }
  }
}
