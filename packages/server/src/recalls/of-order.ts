import type { Id, RecallAnswer, RecallNotice } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { OrderKey } from '../orders/read-known.ts';
import { enqueueEvent } from '../outbox/enqueue.ts';
import { giftRecall } from '../passports/gift-view.ts';
import { ensurePassports, readPassportFacts } from '../passports/read.ts';
import { recallsOf } from './of-passports.ts';

/** The recalls of an order's items, newest first. Makes the passports that notices name. */
export async function recallsOfOrder(
  tx: Tx,
  { storeId, orderId }: OrderKey,
  locale: string | null,
  now: Date,
): Promise<RecallNotice[]> {
  if (!(await mayBeRecalled(tx, { storeId, orderId }))) return [];
  await ensurePassports(tx, { storeId, orderId }, now);
  const facts = await readPassportFacts(tx, { storeId, orderId }, now);
  const byPassport = await recallsOf(tx, storeId, orderId, facts, locale);
  const notices = new Map([...byPassport.values()].flat().map((notice) => [notice.id, notice] as const));
  return [...notices.values()].toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** How many recalls concern an order, read or not: what `Order.recalls` says. A danger is there as long as its recall is. */
export async function countRecalls(tx: Tx, key: OrderKey, now: Date): Promise<number> {
  return (await recallsOfOrder(tx, key, null, now)).length;
}

/** One cheap question for the many orders nothing is recalled of. */
async function mayBeRecalled(tx: Tx, { storeId, orderId }: OrderKey): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (
      select 1 from recalls
      where store_id = ${storeId} and state = 'published' and product_ids && (
        select coalesce(array_agg(product_id), '{}') from order_lines
        where store_id = ${storeId} and order_id = ${orderId} and product_id is not null
      )
    ) as some`.execute(tx);
  return rows[0]?.some === true;
}

/** What is needed of the one who answers. */
export interface Answering {
  readonly context: Context;
  readonly storeId: string;
  readonly orderId: Id<'order'>;
  readonly recallId: string;
  readonly locale: string | null;
}

/**
 * Keeps that an owner read a recall, and the remedy they chose. Counted once; a remedy told later is added, another one
 * replaces the one before. Answers with the order's recalls.
 *
 * @throws ApiProblem `not_found` when it does not concern the order; `invalid_input` for a remedy it does not offer.
 */
export async function answerRecallOf(tx: Tx, of: Answering, answer: RecallAnswer): Promise<RecallNotice[]> {
  const { context, storeId, orderId, recallId, locale } = of;
  const now = context.clock.now();
  const notices = await recallsOfOrder(tx, { storeId, orderId }, locale, now);
  const notice = notices.find(({ id }) => id === recallId);
  if (!notice) throw new ApiProblem('not_found');
  const remedy = answer.remedy ?? null;
  if (remedy !== null && !notice.remedies.some(({ kind }) => kind === remedy)) {
    throw new ApiProblem('invalid_input', { fields: { remedy: 'This recall does not offer it.' } });
  }
  const before = notice.acknowledged;
  if (before !== null && (remedy === null || remedy === before.remedy)) return notices;
  await tx
    .insertInto('recall_answers')
    .values({ store_id: storeId, recall_id: recallId, order_id: orderId, at: now, remedy })
    .onConflict((conflict) =>
      conflict
        .columns(['store_id', 'recall_id', 'order_id'])
        .doUpdateSet({ remedy: sql`coalesce(excluded.remedy, recall_answers.remedy)` }),
    )
    .execute();
  const told = { recallId, orderId, passportIds: notice.passportIds, remedy };
  await enqueueEvent(tx, storeId, { type: 'recall.acknowledged', data: told }, now);
  return recallsOfOrder(tx, { storeId, orderId }, locale, now);
}

/**
 * What the receiver of a gift is answered who says that they read a recall: it is calm on their page until it is opened again. Nothing is
 * kept, so that the giver, who may have another one of it, is warned as before.
 *
 * @throws ApiProblem `not_found` when it does not concern the order; `invalid_input` for a remedy, which the giver chooses.
 */
export async function readAsGift(tx: Tx, of: Answering, answer: RecallAnswer): Promise<RecallNotice[]> {
  const now = of.context.clock.now();
  const notices = (await recallsOfOrder(tx, of, of.locale, now)).map(giftRecall);
  if (!notices.some(({ id }) => id === of.recallId)) throw new ApiProblem('not_found');
  if ((answer.remedy ?? null) !== null) {
    throw new ApiProblem('invalid_input', {
      fields: { remedy: 'Who bought it chooses. Please ask the shop.' },
    });
  }
  const acknowledged = { at: now.toISOString(), remedy: null };
  return notices.map((notice) => (notice.id === of.recallId ? { ...notice, acknowledged } : notice));
}
