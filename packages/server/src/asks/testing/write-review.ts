import type { Tx } from '../../db/database.ts';
import { toJson } from '../../db/values.ts';
import { newId } from '../../secrets/ids.ts';

/** A review as it lies in the tables, whatever it took to get there. */
export async function writeReview(
  tx: Tx,
  of: {
    readonly storeId: string;
    readonly orderId: string;
    readonly lineId: string;
    readonly stars: number;
    readonly text: string;
    readonly at: Date;
    readonly publishedAt: Date | null;
  },
): Promise<void> {
  const isPublic = of.publishedAt !== null;
  await tx
    .insertInto('reviews')
    .values({
      store_id: of.storeId,
      review_id: newId('review', of.at.getTime()),
      subject: 'product',
      order_id: of.orderId,
      line_id: of.lineId,
      product_id: 'p1',
      origin: 'ask',
      stars: of.stars,
      text: of.text,
      scales: toJson({}),
      pros: toJson([]),
      cons: toJson([]),
      moderation: isPublic ? 'approved' : 'pending',
      visibility: 'shown',
      verification: 'verified',
      flags: [],
      featured: false,
      helpful: 0,
      media: 0,
      policy_version: 0,
      revision: 1,
      created_at: of.at,
      published_at: of.publishedAt,
      updated_at: of.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['store_id', 'line_id'])
        .where('line_id', 'is not', null)
        .doUpdateSet({ moderation: 'approved', published_at: of.publishedAt }),
    )
    .execute();
}
