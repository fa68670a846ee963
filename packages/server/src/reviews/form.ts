import { type ReviewForm, type ReviewSubject, uploadLimit, videoLimits } from '@postlude/contract';
import { frozenRewards } from '../asks/rewards.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { textPicker } from '../returns/locale.ts';
import { checksOf } from './checks.ts';
import { readDrafts } from './drafts.ts';
import { mediaPerReview } from './limits.ts';
import { namesToShow } from './names.ts';
import { showOwn } from './own.ts';
import { type ReviewedOrder, readReviewedOrder, type WritersCall } from './read-order.ts';
import { readReviewsOf } from './store.ts';
import { askedOf, closedFor, offeredScales, reviewableLines } from './subjects.ts';

/** Everything the review form of an order needs, in a language. */
export async function showForm(
  tx: Tx,
  context: Context,
  call: WritersCall,
  { orderId, locale }: { readonly orderId: string; readonly locale: string | undefined },
): Promise<ReviewForm> {
  const of = await readReviewedOrder(tx, call, orderId);
  const { sold, policy, store, storeId } = of;
  const now = context.clock.now();
  const spoken = locale ?? sold.locale ?? undefined;
  const pick = textPicker(spoken, store.locale);
  const { terms } = policy.policy.form;
  return {
    orderId: sold.id,
    orderNumber: sold.number,
    subjects: await subjectsOf(tx, context, of, spoken),
    drafts: of.isGift ? {} : await readDrafts(tx, { storeId, orderId }, now),
    names: namesToShow(of.buyer),
    terms: terms && { text: pick(terms.text) ?? '', url: terms.url },
    checkedFirst: policy.policy.moderation.publish === 'after_approval',
    checks: checksOf(policy.policy, spoken ?? store.locale),
    policyVersion: policy.version,
    uploads: { perReview: mediaPerReview, bytes: uploadLimit, ...videoLimits },
    store: { name: store.name, locale: store.locale, timeZone: store.timeZone, contact: store.contact },
  };
}

/** The items in the order of the order, and then the shop itself where it is asked about. */
async function subjectsOf(
  tx: Tx,
  context: Context,
  of: ReviewedOrder,
  locale: string | undefined,
): Promise<ReviewSubject[]> {
  const { sold, policy, store, storeId, isGift } = of;
  const pick = textPicker(locale, store.locale);
  const written = isGift
    ? []
    : await showOwn(tx, context, await readReviewsOf(tx, storeId, sold.id), {
        locale,
        storeLocale: store.locale,
      });
  const lines = reviewableLines(sold);
  const open = lines.filter((line) => closedFor(sold, line, isGift) === null).map(({ id }) => id);
  const asked = { storeId, orderId: sold.id, lineIds: open };
  const rewards = open.length > 0 ? await frozenRewards(tx, asked, context.clock.now()) : new Map();
  const items = lines.map((line): ReviewSubject => {
    const { fields, scales, prompts } = askedOf(policy.policy, sold, line);
    const reward = rewards.get(line.id);
    return {
      lineId: line.id,
      title: line.title,
      variant: line.variant,
      imageUrl: line.imageUrl,
      productUrl: line.productUrl,
      closed: closedFor(sold, line, isGift),
      fields,
      prompts: prompts.flatMap(({ text }) => pick(text) ?? []),
      scales: offeredScales(scales, pick),
      reward: reward ? { label: pick(reward.label) ?? reward.id } : null,
      review: written.find(({ lineId }) => lineId === line.id) ?? null,
    };
  });
  if (!policy.policy.form.store) return items;
  const { fields } = askedOf(policy.policy, sold, null);
  const shop: ReviewSubject = {
    ...{ lineId: null, title: store.name, variant: null, imageUrl: null, productUrl: store.contact.url },
    ...{ closed: closedFor(sold, null, isGift), fields, prompts: [], scales: [], reward: null },
    review: written.find(({ lineId }) => lineId === null) ?? null,
  };
  return [...items, shop];
}
