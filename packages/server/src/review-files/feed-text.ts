import type { Store } from '@postlude/contract';
import type { Context } from '../context.ts';
import { feedEntries, feedPage } from './feed-rows.ts';
import { feedHead, feedReview, feedTail } from './feed-xml.ts';
import { inPages } from './read-pages.ts';

/** The whole feed for Google Product Reviews, in pieces. Google deletes what is missing, so all is in it, always. */
export async function* feedOf(context: Context, store: Store): AsyncGenerator<string> {
  const entryOf = feedEntries(context, store);
  yield feedHead(store.name);
  yield* inPages(
    (after) => context.db.withStore(store.id, (tx) => feedPage(tx, store.id, after)),
    (rows) =>
      rows
        .map(entryOf)
        .map((entry) => (entry ? feedReview(entry) : ''))
        .join(''),
  );
  yield feedTail;
}

/** Where Google fetches it. */
export const feedAddress = ({ config }: Context, { publishableKey }: Store): string =>
  `${config.publicUrl}/feeds/${publishableKey}/google-product-reviews.xml`;
