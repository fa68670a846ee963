import { createHmac } from 'node:crypto';
import type { Id, ReviewReportInput, ReviewReportReceipt, Store } from '@postlude/contract';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { countCall } from '../../http/count-calls.ts';
import { enqueueMail } from '../../mail/enqueue-mail.ts';
import { newId } from '../../secrets/ids.ts';
import { tellReview } from '../events.ts';
import { cleanLine, cleanText } from '../hygiene.ts';
import { composeReceipt } from '../report-mails/compose.ts';
import { holdReview } from '../store.ts';

const hour = 3_600_000;
/** Reports that are taken: of one address, and of a store from everywhere. */
const limits = { address: { most: 10, window: hour }, store: { most: 1_000, window: 24 * hour } } as const;

/** Who reports which review of which store. */
export interface Reporting {
  readonly store: Store;
  readonly reviewId: string;
  readonly address: string;
}

/**
 * Takes a report of a public review. It is put before staff and stays where it is until they have decided; a receipt goes to whoever
 * left an address (Regulation (EU) 2022/2065, Article 16(4)).
 *
 * @throws ApiProblem `not_found`, `invalid_input` for a notice of illegal content that lacks what one needs, `rate_limited`.
 */
export async function report(
  tx: Tx,
  context: Context,
  { store, reviewId, address }: Reporting,
  input: ReviewReportInput,
): Promise<ReviewReportReceipt> {
  const now = context.clock.now();
  const said = {
    explanation: cleanText(input.explanation).text,
    name: cleanLine(input.name).text,
    email: input.email?.trim() || null,
  };
  checkNotice(input, said);
  const storeId = store.id;
  const row = await holdReview(tx, { storeId, reviewId });
  if (row.published_at === null) throw new ApiProblem('not_found');
  const key = createHmac('sha256', context.secrets.derive(`attempts:${storeId}`)).update(address);
  await countCall(
    tx,
    { storeId, bucket: 'report:address', key: key.digest('base64url'), ...limits.address },
    now,
  );
  await countCall(tx, { storeId, bucket: 'report:store', key: 'all', ...limits.store }, now);

  const id = newId('reviewReport', now.getTime()) as Id<'reviewReport'>;
  await tx
    .insertInto('review_reports')
    .values({
      store_id: storeId,
      review_report_id: id,
      review_id: reviewId,
      reason: input.reason,
      ...said,
      good_faith: input.goodFaith ?? false,
      locale: input.locale ?? null,
      received_at: now,
    })
    .execute();
  const flagged = row.flags.includes('reported')
    ? row
    : await tx
        .updateTable('reviews')
        .set({ flags: [...row.flags, 'reported'] })
        .where('store_id', '=', storeId)
        .where('review_id', '=', reviewId)
        .returningAll()
        .executeTakeFirstOrThrow();
  await tellReview(tx, 'review.reported', flagged, now);
  if (said.email) {
    const about = { id, product: row.product_title, at: now };
    await enqueueMail(
      tx,
      context,
      storeId,
      composeReceipt(store, { ...said, to: said.email }, about, input.locale),
      now,
    );
  }
  return { id, receivedAt: now.toISOString() };
}

/** A notice of illegal content says why, who says so, and that they believe it (Article 16(2)). */
function checkNotice(
  { reason, goodFaith }: ReviewReportInput,
  { explanation, name, email }: Record<'explanation' | 'name' | 'email', string | null>,
): void {
  if (reason !== 'illegal') return;
  const missing = {
    ...(explanation === null ? { explanation: 'Why is it illegal?' } : {}),
    ...(name === null ? { name: 'A notice of illegal content needs a name.' } : {}),
    ...(email === null ? { email: 'A notice of illegal content needs an e-mail address.' } : {}),
    ...(goodFaith === true ? {} : { goodFaith: 'Please confirm that you believe this.' }),
  };
  if (Object.keys(missing).length > 0) throw new ApiProblem('invalid_input', { fields: missing });
}
