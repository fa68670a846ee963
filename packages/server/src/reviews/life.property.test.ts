import type { ReviewSummary, StaffReview } from '@postlude/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { openReviewShop, type ReviewShop, type WrittenReview } from './testing/shop.ts';

/** Something that happens to one of the reviews, done by whoever does such things; not all of it is possible each time. */
interface Step {
  readonly what: (typeof happenings)[number];
  readonly which: number;
  readonly stars: number;
  readonly who: number;
}
const staffActions = ['approve', 'reject', 'hide', 'show', 'feature', 'unfeature', 'undo'] as const;
const happenings = [
  ...staffActions,
  'vote',
  'unvote',
  'report',
  'keep',
  'take_away',
  'edit',
  'withdraw',
] as const;

const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom(...happenings),
    which: fc.nat(2),
    stars: fc.integer({ min: 1, max: 5 }),
    who: fc.nat(3),
  }),
  { minLength: 6, maxLength: 14 },
);

describeOnBothDatabases('reviews through a life of any kind', (open) => {
  it('show everybody exactly those that are approved and shown, and count exactly these', async () => {
    const backend = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('at_once', 'after_approval'),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
        steps,
        async (publish, stars, life) => {
          const shop = await openReviewShop(backend, (policy) => ({
            ...policy,
            moderation: { ...policy.moderation, publish },
          }));
          const reviews: WrittenReview[] = [];
          for (const given of stars)
            reviews.push(await shop.write({ stars: given, title: `${reviews.length}` }));
          await expectAgreement(shop, reviews);
          for (const step of life) {
            const review = reviews[step.which];
            if (review) await happen(shop, review, step);
            await expectAgreement(shop, reviews);
          }
        },
      ),
      { numRuns: 4 },
    );
  });

  it('may be treated with one star in every way they may be with five, and in no other', async () => {
    const backend = await open();
    await fc.assert(
      fc.asyncProperty(steps, async (life) => {
        const outcomes: unknown[] = [];
        for (const stars of [1, 5]) {
          const shop = await openReviewShop(backend);
          const review = await shop.write({ stars });
          const trace: unknown[] = [];
          for (const step of life) {
            const status = await happen(shop, review, { ...step, stars });
            const { json } = await shop.staff('GET', `/v1/staff/reviews/${review.id}`);
            const seen: StaffReview = json;
            const { moderation, visibility, publishedAt } = seen.review;
            trace.push([
              status,
              moderation,
              visibility,
              publishedAt,
              seen.featured,
              seen.flags,
              seen.actions,
            ]);
          }
          outcomes.push(trace);
        }
        expect(outcomes[1]).toEqual(outcomes[0]);
      }),
      { numRuns: 4 },
    );
  });
});

/** Does it; the status of the answer. What is not possible is refused, and never an error of ours. */
async function happen(
  shop: ReviewShop,
  { id, call }: WrittenReview,
  { what, stars, who }: Step,
): Promise<number> {
  const from = `203.0.113.${who}`;
  const answered = async () => {
    switch (what) {
      case 'vote':
      case 'unvote':
        return shop.vote(id, what === 'vote', from);
      case 'report':
        return shop.report(id, {}, from);
      case 'keep':
      case 'take_away': {
        const { json } = await shop.staff('GET', `/v1/staff/reviews/${id}`);
        const report = (json as StaffReview).reports.find(({ decided }) => decided === null);
        const outcome = what === 'keep' ? { outcome: 'kept' } : { outcome: 'hidden', reason: 'spam' };
        return report ? shop.staff('POST', `/v1/staff/review-reports/${report.id}/decision`, outcome) : null;
      }
      case 'edit':
        return call('PUT', `/v1/reviews/${id}`, { json: { stars, name: 'Mia H.' } });
      case 'withdraw':
        return call('POST', `/v1/reviews/${id}/withdrawal`);
      default:
        return shop.act(id, what, what === 'reject' || what === 'hide' ? { reason: 'spam' } : {});
    }
  };
  const status = (await answered())?.status ?? 0;
  expect([0, 200, 201, 404, 409]).toContain(status);
  return status;
}

/** What everybody reads, what staff read and what is kept say the same. */
async function expectAgreement(shop: ReviewShop, reviews: readonly WrittenReview[]): Promise<void> {
  const rows = await shop.backend.context.db.withStore(shop.shop.store.id, async (tx) => ({
    reviews: await tx.selectFrom('reviews').selectAll().execute(),
    votes: await tx.selectFrom('review_votes').selectAll().execute(),
    open: await tx.selectFrom('review_reports').selectAll().where('decided_at', 'is', null).execute(),
  }));
  expect(rows.reviews).toHaveLength(reviews.length);
  for (const row of rows.reviews) {
    const isPublic = row.moderation === 'approved' && row.visibility === 'shown';
    expect(row.published_at !== null).toBe(isPublic);
    expect(row.helpful).toBe(rows.votes.filter(({ review_id }) => review_id === row.review_id).length);
    expect(row.flags.includes('reported')).toBe(
      rows.open.some(({ review_id }) => review_id === row.review_id),
    );
    expect(row.featured && !isPublic).toBe(false);
  }
  const shown = rows.reviews.filter(({ published_at }) => published_at !== null);
  const { json } = await shop.list('product=p1');
  const summary: ReviewSummary = json.summary;
  expect(json.items.map(({ id }: { id: string }) => id).sort()).toEqual(
    shown.map((row) => row.review_id).sort(),
  );
  const sum = shown.reduce((all, { stars }) => all + stars, 0);
  expect(summary.count).toBe(shown.length);
  expect(summary.average).toBe(shown.length === 0 ? null : Math.round((100 * sum) / shown.length) / 100);
  expect(summary.buckets).toEqual(
    [1, 2, 3, 4, 5].map((one) => shown.filter(({ stars }) => stars === one).length),
  );
  expect([summary.verified, summary.recommend, summary.withMedia]).toEqual([shown.length, null, 0]);
  // Kept numbers are those of the next reader too, and of the list of everything.
  expect((await shop.list('product=p1')).json.summary).toEqual(summary);
  expect((await shop.list()).json.summary.buckets).toEqual(summary.buckets);
  expect(summary.jsonLd === null).toBe(shown.length === 0);
}
