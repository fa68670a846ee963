import type { ReviewInput } from '@postlude/contract';
import { frozenRewards } from '../asks/rewards.ts';
import { touchAsks } from '../asks/touch.ts';
import { addEntry } from '../case-log/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { newId } from '../secrets/ids.ts';
import { checkContent } from './check-content.ts';
import { isSaidElsewhere } from './copies.ts';
import { forgetDraft } from './drafts.ts';
import { tellReview } from './events.ts';
import { languageOf } from './language.ts';
import { setMedia } from './media.ts';
import { touchNumbers } from './numbers.ts';
import { type ReviewedOrder, readReviewedOrder, type WritersCall } from './read-order.ts';
import { countMedia, insertReview, logOf, publishedAt, type ReviewRow } from './store.ts';
import { askedOf, closedFor, reviewableLines } from './subjects.ts';

/**
 * Takes a review: verified because the session is that of the order; with what was promised before anybody knew what it would
 * say; public at once only where the store wants that and no rule flags it. Review, entry in the audit and event are there
 * together or not at all.
 *
 * @throws ApiProblem `not_found`, `item_unknown`, `review_closed`, `review_incomplete`, `terms_required`, `upload_unknown`,
 *   `conflict` when there is one already.
 */
export async function sendReview(
  tx: Tx,
  context: Context,
  call: WritersCall,
  { orderId, input, locale }: { orderId: string; input: ReviewInput; locale: string | undefined },
): Promise<{ readonly row: ReviewRow; readonly of: ReviewedOrder }> {
  const of = await readReviewedOrder(tx, call, orderId);
  const { sold, policy, storeId } = of;
  const now = context.clock.now();
  const line = input.lineId === null ? null : reviewableLines(sold).find(({ id }) => id === input.lineId);
  if (line === undefined) throw new ApiProblem('item_unknown', { fields: { lineId: 'Not in this order.' } });
  const closed = closedFor(sold, line, of.isGift);
  if (closed || (line === null && !policy.policy.form.store)) throw new ApiProblem('review_closed');
  const asked = askedOf(policy.policy, sold, line);
  const content = checkContent(input.content, asked, 'content.');
  if (policy.policy.form.terms && !input.termsAgreed)
    throw new ApiProblem('terms_required', { fields: { termsAgreed: 'Please agree to them.' } });

  const reward = line
    ? ((await frozenRewards(tx, { storeId, orderId, lineIds: [line.id] }, now)).get(line.id) ?? null)
    : null;
  const isCopy = await isSaidElsewhere(tx, storeId, content.textHash, null);
  const flags = content.flags(policy.policy.moderation, isCopy);
  const isPublic = policy.policy.moderation.publish === 'at_once' && flags.length === 0;
  const stands = {
    moderation: isPublic ? 'approved' : 'pending',
    visibility: 'shown',
    published_at: null,
  } as const;
  const row = await insertReview(tx, {
    store_id: storeId,
    review_id: newId('review', now.getTime()),
    subject: line ? 'product' : 'store',
    order_id: orderId,
    line_id: line?.id ?? null,
    product_id: line?.productId ?? null,
    product_title: line?.title ?? null,
    variant: line?.variant ?? null,
    origin: line && (await wasAsked(tx, { storeId, lineId: line.id })) ? 'ask' : 'form',
    email_key: of.emailKey,
    stars: content.stars,
    title: content.title,
    text: content.text,
    scales: toJson(content.scales),
    pros: toJson(content.pros),
    cons: toJson(content.cons),
    recommend: content.recommend,
    name: content.name,
    language: languageOf(`${content.title ?? ''} ${content.text ?? ''}`, locale ?? sold.locale),
    text_hash: content.textHash,
    ...stands,
    verification: 'verified',
    reward: toMaybeJson(reward),
    flags,
    featured: false,
    helpful: 0,
    media: 0,
    policy_version: policy.version,
    terms_agreed_at: policy.policy.form.terms ? now : null,
    revision: 1,
    created_at: now,
    published_at: publishedAt(stands, now),
    updated_at: now,
  });
  if (!row) throw new ApiProblem('conflict', { detail: 'There is a review already; it can be edited.' });
  await setMedia(
    tx,
    { storeId, orderId, reviewId: row.review_id, now },
    { ids: content.uploads, fields: asked.fields, at: 'content.uploads' },
  );
  const made = await countMedia(tx, { storeId, reviewId: row.review_id });
  await addEntry(tx, logOf(made), {
    ...{ sequence: 1, at: now, by: 'shopper', action: 'send', before: null, after: made.moderation },
    ...{ note: null, data: { flags }, restore: null },
  });
  await forgetDraft(tx, { storeId, orderId }, line?.id ?? 'store', now);
  await tellReview(tx, 'review.created', made, now);
  if (isPublic) await tellReview(tx, 'review.approved', made, now);
  await touchAsks(tx, context, { storeId, orderId }, now);
  await touchNumbers(tx, storeId, [made]);
  return { row: made, of };
}

/** True when the shopper was shown an ask about it, on whatever page. */
async function wasAsked(
  tx: Tx,
  { storeId, lineId }: { readonly storeId: string; readonly lineId: string },
): Promise<boolean> {
  const ask = await tx
    .selectFrom('asks')
    .select('ask_id')
    .where('store_id', '=', storeId)
    .where('line_id', '=', lineId)
    .where('kind', '=', 'review')
    .where('first_shown_at', 'is not', null)
    .executeTakeFirst();
  return ask !== undefined;
}
