import type { ReviewStatistics, StaffReview, StaffReviewSummary } from '@postlude/contract';
import { facts, table } from './output.ts';

const marks = (stars: number): string => '★'.repeat(stars).padEnd(5, '☆');
/** Nothing a shopper wrote begins a line of its own or moves a terminal's cursor. */
const inert = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** A review for people at a terminal. */
export function reviewText({ review, product, audit, reports, ...staff }: StaffReview): string {
  const { content, rejected, reply } = review;
  return [
    facts([
      ['Review', review.id],
      ['Of', product?.title ?? 'the shop'],
      ['Order', staff.orderNumber],
      ['E-mail', staff.email],
      ['By', content.name ?? 'anonymous'],
      ['Stars', marks(content.stars)],
      ['Moderation', review.moderation],
      ['Visibility', review.visibility],
      ['Verification', review.verification],
      ['Incentivised', review.incentivised ? `yes: ${review.reward?.label ?? ''}` : 'no'],
      ['Origin', staff.origin],
      ['Flags', staff.flags.join(', ') || null],
      ['Refused', rejected && [rejected.reason, rejected.note].filter(Boolean).join(': ')],
      ['Featured', staff.featured ? 'yes' : null],
      ['Helpful', String(staff.helpful)],
      ['Translations', staff.translations.join(', ') || null],
      ['Possible now', staff.actions.join(', ') || 'nothing'],
    ]),
    ...[content.title, content.text].flatMap((words) => (words ? ['', inert(words)] : [])),
    ...(review.uploads.length === 0
      ? []
      : [
          '',
          table(
            ['file', 'type', 'shown'],
            review.uploads.map(({ upload, hidden }) => [
              upload.id,
              upload.contentType,
              hidden ? 'no' : 'yes',
            ]),
          ),
        ]),
    ...(reply ? ['', `The store, ${reply.at}: ${inert(reply.text)}`] : []),
    ...(reports.length === 0
      ? []
      : [
          '',
          table(
            ['reported', 'report', 'reason', 'decided'],
            reports.map((one) => [one.receivedAt, one.id, one.reason, one.decided?.outcome ?? 'open']),
          ),
        ]),
    '',
    table(
      ['at', 'by', 'action', 'before', 'after', 'note'],
      audit.map((entry) => [
        entry.at,
        entry.by,
        entry.action,
        entry.before ?? '',
        entry.after,
        entry.note ?? '',
      ]),
    ),
  ].join('\n');
}

/** A list of reviews for people at a terminal. */
export const reviewsText = (items: readonly StaffReviewSummary[]): string =>
  table(
    ['created', 'review', 'stars', 'moderation', 'visibility', 'of', 'flags', 'words'],
    items.map((each) => [
      each.createdAt,
      each.id,
      marks(each.stars),
      each.moderation,
      each.visibility,
      each.product?.title ?? 'the shop',
      each.flags.join(' '),
      (each.title ?? each.text ?? '').slice(0, 60),
    ]),
  );

/** What was done, by stars. */
export const statisticsText = ({ byStars, verified, incentivised, reports }: ReviewStatistics): string =>
  [
    table(
      ['stars', 'received', 'pending', 'approved', 'rejected', 'hidden', 'refused', 'reasons'],
      byStars.map((each) => [
        marks(each.stars),
        ...[each.received, each.pending, each.approved, each.rejected, each.hidden].map(String),
        each.refusedPercent === null ? '' : `${each.refusedPercent} %`,
        each.reasons.map(({ reason, reviews }) => `${reason} ${reviews}`).join(', '),
      ]),
    ),
    '',
    facts([
      ['Verified', String(verified)],
      ['Incentivised', String(incentivised)],
      ['Reports', `${reports.open} open, ${reports.decided} decided`],
    ]),
  ].join('\n');
