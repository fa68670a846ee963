import type { ReviewRejection, ReviewStatistics } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';

const counted = (condition: ReturnType<typeof sql>) =>
  sql<number>`(count(*) filter (where ${condition}))::int`;

/** What was done with a store's reviews, by stars. */
export async function reviewStatistics(tx: Tx, storeId: string): Promise<ReviewStatistics> {
  const rows = await tx
    .selectFrom('reviews')
    .select([
      'stars',
      sql<number>`count(*)::int`.as('received'),
      counted(sql`moderation = 'pending' and visibility <> 'hidden'`).as('pending'),
      counted(sql`moderation = 'approved' and visibility <> 'hidden'`).as('approved'),
      counted(sql`moderation = 'rejected' and visibility <> 'hidden'`).as('rejected'),
      counted(sql`visibility = 'hidden'`).as('hidden'),
      counted(sql`reward is not null`).as('incentivised'),
      counted(sql`verification = 'verified'`).as('verified'),
    ])
    .where('store_id', '=', storeId)
    .groupBy('stars')
    .execute();
  const reasons = await tx
    .selectFrom('reviews')
    .select([
      'stars',
      sql<ReviewRejection>`rejected ->> 'reason'`.as('reason'),
      sql<number>`count(*)::int`.as('reviews'),
    ])
    .where('store_id', '=', storeId)
    .where('rejected', 'is not', null)
    .groupBy(['stars', sql`rejected ->> 'reason'`])
    .orderBy(sql`rejected ->> 'reason'`)
    .execute();
  const reports = await tx
    .selectFrom('review_reports')
    .select([counted(sql`decided_at is null`).as('open'), counted(sql`decided_at is not null`).as('decided')])
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  const sum = (column: 'incentivised' | 'verified') => rows.reduce((all, row) => all + row[column], 0);
  return {
    byStars: [1, 2, 3, 4, 5].map((stars) => {
      const row = rows.find((one) => one.stars === stars);
      const { received = 0, pending = 0, approved = 0, rejected = 0, hidden = 0 } = row ?? {};
      const refused = rejected + hidden;
      const decided = approved + refused;
      return {
        ...{ stars, received, pending, approved, rejected, hidden },
        refusedPercent: decided === 0 ? null : Math.round((1000 * refused) / decided) / 10,
        reasons: reasons
          .filter((one) => one.stars === stars)
          .map(({ reason, reviews }) => ({ reason, reviews })),
      };
    }),
    incentivised: sum('incentivised'),
    verified: sum('verified'),
    reports,
  };
}
