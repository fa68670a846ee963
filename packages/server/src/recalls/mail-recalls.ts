import type { Store } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { keepMail } from '../mail/enqueue-mail.ts';
import { readStore } from '../stores/read-store.ts';
import { composeRecall } from './compose.ts';
import { findMailboxes } from './mailboxes.ts';
import { noticeOf } from './notice.ts';
import { readRecall, type StoredRecall } from './store.ts';
import { recallLanguage } from './texts.ts';

/** Mails that are kept for sending in one transaction. */
const batch = 200;

/**
 * Keeps the mails of recalls for sending, a batch in each transaction, together with the sign that it was done: a killed
 * process loses none and doubles none. Many processes may do so at once. Answers how many were kept.
 */
export async function mailRecalls(context: Context): Promise<number> {
  if (context.config.mail === null) return 0;
  const waiting = await context.db.withSystem((tx) =>
    tx
      .selectFrom('recalls')
      .select(['recalls.store_id', 'recalls.recall_id'])
      .where('recalls.state', '=', 'published')
      .where((is) =>
        is.exists(
          is
            .selectFrom('recall_mails')
            .select('recall_mails.email_key')
            .whereRef('recall_mails.store_id', '=', 'recalls.store_id')
            .whereRef('recall_mails.recall_id', '=', 'recalls.recall_id')
            .where('recall_mails.delivery_id', 'is', null),
        ),
      )
      .execute(),
  );
  let kept = 0;
  for (const { store_id: storeId, recall_id: recallId } of waiting) {
    for (let last = batch; last === batch && !context.stopping.aborted; kept += last) {
      last = await context.db.withStore(storeId, (tx) => keepBatch(tx, context, storeId, recallId));
    }
  }
  return kept;
}

/** Finds who came to own something recalled since it was published. Answers how many mailboxes came. */
export async function findLaterOwners(context: Context): Promise<number> {
  const published = await context.db.withSystem((tx) =>
    tx.selectFrom('recalls').select(['store_id', 'recall_id']).where('state', '=', 'published').execute(),
  );
  let found = 0;
  for (const { store_id: storeId, recall_id: recallId } of published) {
    if (context.stopping.aborted) break;
    found += await context.db.withStore(storeId, async (tx) => {
      const [store, recall] = [await readStore(tx, storeId), await readRecall(tx, storeId, recallId)];
      return store && recall?.state === 'published' ? findMailboxes(tx, store, recall) : 0;
    });
  }
  return found;
}

async function keepBatch(tx: Tx, context: Context, storeId: string, recallId: string): Promise<number> {
  const store = await readStore(tx, storeId);
  const recall = await readRecall(tx, storeId, recallId);
  if (!store || recall?.state !== 'published') return 0;
  const boxes = await tx
    .selectFrom('recall_mails')
    .innerJoin('orders', (join) =>
      join
        .onRef('orders.store_id', '=', 'recall_mails.store_id')
        .onRef('orders.order_id', '=', 'recall_mails.order_id'),
    )
    .select(['recall_mails.email_key', 'orders.email', 'orders.locale'])
    .where('recall_mails.store_id', '=', storeId)
    .where('recall_mails.recall_id', '=', recallId)
    .where('recall_mails.delivery_id', 'is', null)
    .orderBy('recall_mails.email_key')
    .limit(batch)
    // A box that another process has in hand is its own.
    .forUpdate('recall_mails')
    .skipLocked()
    .execute();
  const done: { key: string; deliveryId: string }[] = [];
  for (const { email_key: key, email, locale } of boxes) {
    const deliveryId = await keepOne(tx, context, store, recall, { to: email ?? key, locale });
    if (deliveryId !== null) done.push({ key, deliveryId });
  }
  await sql`
    update recall_mails as box set delivery_id = each.delivery_id
    from unnest(${done.map(({ key }) => key)}::text[], ${done.map(({ deliveryId }) => deliveryId)}::text[])
      as each (email_key, delivery_id)
    where box.store_id = ${storeId} and box.recall_id = ${recallId} and box.email_key = each.email_key`.execute(
    tx,
  );
  return done.length;
}

function keepOne(
  tx: Tx,
  context: Context,
  store: Store,
  recall: StoredRecall,
  { to, locale }: { readonly to: string; readonly locale: string | null },
): Promise<string | null> {
  const row = { ...recall, at: null, remedy: null };
  const notice = noticeOf(row, { locale, storeLocale: store.locale, passportIds: [] });
  const mail = composeRecall(notice, recallLanguage(locale, store.locale), { to, store: store.name });
  const now = context.clock.now();
  return keepMail(tx, context, store.id, mail, now, now);
}
