import type { ReviewFeedReport, Store } from '@postlude/contract';
import type { Context } from '../context.ts';
import { feedEntries, feedPage } from './feed-rows.ts';
import { feedAddress } from './feed-text.ts';
import { feedWords } from './feed-words.ts';
import { inPages } from './read-pages.ts';

/** Google shows no ratings below so many reviews, over all products. */
export const fewestReviews = 50;

/** Days after which a feed without a new review counts as old: Google wants it monthly at least. */
export const staleDays = 30;

/** What is in the feed, and what Google will not like. It is read as the feed is, page by page. */
export async function feedReport(
  context: Context,
  store: Store,
  locale: string | null = null,
): Promise<ReviewFeedReport> {
  const entryOf = feedEntries(context, store);
  const counted = { reviews: 0, spam: 0, noText: 0, noAddress: 0 };
  const products = new Map<string, boolean>();
  let newest: Date | null = null;
  const pages = inPages(
    (after) => context.db.withStore(store.id, (tx) => feedPage(tx, store.id, after)),
    (rows) => rows,
  );
  for await (const rows of pages) {
    for (const row of rows) {
      const entry = entryOf(row);
      if (!entry && row.text === null && row.title === null) counted.noText += 1;
      else if (!entry) counted.noAddress += 1;
      else if (entry.spam) counted.spam += 1;
      else {
        counted.reviews += 1;
        products.set(row.product_id, entry.product.gtins.length > 0);
        if (newest === null || row.created_at > newest) newest = row.created_at;
      }
    }
  }
  const unmatched = [...products.values()].filter((hasGtin) => !hasGtin).length;
  const age =
    newest === null ? 0 : Math.floor((context.clock.now().getTime() - newest.getTime()) / 86_400_000);
  const words = feedWords(locale ?? store.locale);
  const warn = (code: ReviewFeedReport['warnings'][number]['code'], count: number, holds: boolean) =>
    holds ? [{ code, count, words: words[code](count) }] : [];
  return {
    url: feedAddress(context, store),
    reviews: counted.reviews,
    products: products.size,
    spam: counted.spam,
    newestAt: newest?.toISOString() ?? null,
    warnings: [
      ...warn('few_reviews', counted.reviews, counted.reviews < fewestReviews),
      ...warn('stale', age, age > staleDays),
      ...warn('no_identifiers', unmatched, unmatched > 0),
      ...warn('no_address', counted.noAddress, counted.noAddress > 0),
      ...warn('no_text', counted.noText, counted.noText > 0),
    ],
  };
}
