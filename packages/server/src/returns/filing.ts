import type { FiledItem, ReturnFiling } from '@postlude/contract';
import { addEntry } from '../case-log/audit.ts';
import { nextNumber } from '../case-log/number.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { decideRights } from '../rights/index.ts';
import { newId } from '../secrets/ids.ts';
import { attachUploads } from '../uploads/attach.ts';
import { approvalOf } from './approval.ts';
import { caseIn, type ReturnCase, readCase } from './case.ts';
import { type CheckedFiling, checkFiling } from './check-filing.ts';
import { forgetDraft } from './drafts.ts';
import { tellEvent } from './events.ts';
import { type ReturnFacts, readFacts, rightsFactsOf, withVariants } from './facts.ts';
import { lifeOf } from './life.ts';
import { checkReturnsOf, checkSteps } from './limits.ts';
import { mailShopper } from './mails/send.ts';
import { record } from './record.ts';
import { holdVariants } from './reserved.ts';
import {
  deleteItems,
  holdOrder,
  insertItems,
  insertReturn,
  logOf,
  type ReturnItemRow,
  type ReturnRow,
  updateReturn,
} from './store.ts';
import { endStatuses, next } from './transitions.ts';

/** Who files, and for which order. */
export interface Filer {
  readonly storeId: string;
  readonly orderId: string;
  readonly isGift: boolean;
  /** The language of the page it is filed on, where that is known. */
  readonly locale?: string | undefined;
}

/** What became of a filing. */
export interface Filed {
  readonly of: ReturnCase;
  /** False when it was there already. */
  readonly isNew: boolean;
}

/**
 * Files a return: the order is held, everything is read, decided and counted anew, and the return, its entry in the audit and
 * the events that tell of it are there together or not at all.
 *
 * @throws ApiProblem `not_found`, and whatever `checkFiling` throws.
 */
export async function fileReturn(
  tx: Tx,
  context: Context,
  filer: Filer,
  filing: ReturnFiling,
): Promise<Filed> {
  const { storeId, orderId, isGift } = filer;
  const now = context.clock.now();
  if (!(await holdOrder(tx, filer))) throw new ApiProblem('not_found');
  await holdVariants(tx, storeId, filing);
  const facts = await readFacts(tx, { storeId, orderId, isGift, now });
  if (!facts) throw new ApiProblem('not_found');
  const same = filedJustNow(facts, filing);
  if (same) return { of: await readCase(tx, same, now), isNew: false };
  checkReturnsOf(facts.returns);
  const checked = checkFiling(facts, decideRights(rightsFactsOf(facts)), filing, null);
  const returnId = newId('return', now.getTime());
  const row = await insertReturn(tx, {
    store_id: storeId,
    return_id: returnId,
    order_id: orderId,
    ...(await nextNumber(tx, 'returns', storeId, facts.sold.number)),
    is_gift: isGift,
    locale: filer.locale ?? null,
    policy_version: facts.policy.version,
    status: 'requested',
    revision: 1,
    created_at: now,
    updated_at: now,
    ...columnsOf(filing, checked),
  });
  await addEntry(tx, logOf(row), {
    sequence: 1,
    at: now,
    by: 'shopper',
    action: 'file',
    before: null,
    after: 'requested',
    note: null,
    data: { filing, settlement: checked.settled?.settlement ?? null },
    restore: null,
  });
  const items = await writeItems(tx, filer, returnId, checked, now);
  await forgetDraft(tx, filer);
  const filed = { ...caseIn(facts, row), items };
  // Approved at once, the mail about that says it all.
  if (checked.approvedBy === null) await mailShopper(tx, context, 'filed', filed);
  return { of: await told(tx, context, filed, checked), isNew: true };
}

/**
 * Puts another filing in place of what was filed. It is checked like a new one under the policy of the first, and has to be
 * approved anew.
 *
 * @throws ApiProblem `return_not_changeable`, and whatever `checkFiling` throws.
 */
export async function changeReturn(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  filing: ReturnFiling,
): Promise<ReturnCase> {
  const { row: held, now } = of;
  const { store_id: storeId, order_id: orderId, return_id: returnId, is_gift: isGift } = held;
  const filer = { storeId, orderId, isGift };
  const to = next('change', lifeOf(held, of.policy));
  if (to === null || to === 'same') throw new ApiProblem('return_not_changeable');
  checkSteps(held);
  await holdVariants(tx, storeId, filing);
  const facts = await withVariants(tx, storeId, { ...of, items: of.orderItems }, returnId);
  const rights = decideRights(rightsFactsOf(facts, returnId));
  const checked = checkFiling(facts, rights, filing, returnId);
  const changed = await record(tx, of, {
    action: 'change',
    by: 'shopper',
    to,
    data: { filing, settlement: checked.settled?.settlement ?? null },
    set: { send_by: null, question: null },
  });
  const row = await updateReturn(tx, { storeId, returnId }, columnsOf(filing, checked));
  await letGoOfUploads(tx, storeId, of.items);
  await deleteItems(tx, { storeId, returnId });
  const items = await writeItems(tx, filer, returnId, checked, now);
  return told(tx, context, { ...changed, row, items }, checked);
}

/**
 * The same filing of a moment ago: a second tab, or a page that lost the answer and its Idempotency-Key with it. Nobody goes
 * through all the steps twice within it.
 */
function filedJustNow({ returns, isGift, now }: ReturnFacts, filing: ReturnFiling): ReturnRow | null {
  const wanted = filingKey(filing);
  const found = returns.findLast(
    (row) =>
      row.is_gift === isGift &&
      !endStatuses.has(row.status) &&
      now.getTime() - row.created_at.getTime() < sameFilingWithin &&
      filingKey(row.filed) === wanted,
  );
  return found ?? null;
}

const sameFilingWithin = 60_000;

/** What makes a filing the same: all of it but what the shopper was shown. */
const filingKey = ({ route, problem = null, items, method = null }: ReturnFiling): string =>
  JSON.stringify([
    route,
    problem,
    method?.id,
    method?.placeId ?? null,
    ...items.map((item) => [
      item.lineId,
      item.shipmentId,
      item.quantity,
      item.reason,
      item.note ?? null,
      item.uploads ?? [],
      item.resolution,
      item.exchangeFor?.variantId ?? null,
    ]),
  ]);

const columnsOf = (filing: ReturnFiling, checked: CheckedFiling) => ({
  route: filing.route,
  problem: filing.problem ?? null,
  method_id: checked.methodId,
  place_id: checked.placeId,
  filed: toJson(filing),
  decision: toJson(checked.decision),
  settlement: toMaybeJson(checked.settled?.settlement),
  given: toMaybeJson(checked.settled?.given),
});

async function writeItems(
  tx: Tx,
  { storeId, orderId }: Filer,
  returnId: string,
  { items }: CheckedFiling,
  now: Date,
): Promise<ReturnItemRow[]> {
  const rows = items.map(({ filed, exchange }, position) => ({
    store_id: storeId,
    return_id: returnId,
    return_item_id: newId('returnItem', now.getTime()),
    position,
    line_id: filed.lineId,
    shipment_id: filed.shipmentId,
    quantity: filed.quantity,
    reason: filed.reason,
    note: filed.note?.trim() || null,
    resolution: filed.resolution,
    exchange: toMaybeJson(exchange),
    received_quantity: null,
    grade: null,
    restock: null,
    received_note: null,
  }));
  const written = await insertItems(tx, rows);
  for (const [index, { filed }] of items.entries()) {
    const to = rows[index]?.return_item_id ?? '';
    await attachFiled(tx, { storeId, orderId, to, now }, filed, index);
  }
  return written;
}

async function attachFiled(
  tx: Tx,
  about: { storeId: string; orderId: string; to: string; now: Date },
  { uploads = [] }: FiledItem,
  index: number,
): Promise<void> {
  try {
    await attachUploads(tx, { ...about, ids: uploads });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    throw new ApiProblem(error.code, {
      fields: { [`items.${index}.uploads`]: 'One of these files is not there.' },
      cause: error,
    });
  }
}

/** Files of the items before belong to nothing again; those that the new items name are attached to them next. */
async function letGoOfUploads(tx: Tx, storeId: string, before: readonly ReturnItemRow[]): Promise<void> {
  await tx
    .updateTable('uploads')
    .set({ attached_to: null, attached_at: null })
    .where('store_id', '=', storeId)
    .where(
      'attached_to',
      'in',
      before.map((item) => item.return_item_id),
    )
    .execute();
}

/** Tells that it was filed, and approves it where a rule of the store says so. */
async function told(
  tx: Tx,
  context: Context,
  filed: ReturnCase,
  { approvedBy }: CheckedFiling,
): Promise<ReturnCase> {
  await tellEvent(tx, 'return.requested', filed);
  if (approvedBy === null) return filed;
  const set = await approvalOf(tx, filed);
  const approved = await record(tx, filed, {
    action: 'approve',
    by: `rule:${approvedBy}`,
    to: 'approved',
    set,
  });
  await tellEvent(tx, 'return.approved', approved);
  await mailShopper(tx, context, 'approved', approved);
  return approved;
}
