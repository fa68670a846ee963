import type { ReviewPolicy, Store } from '@postlude/contract';
import type { Handlers } from '../http/implement.ts';
import { saveReviewPolicy } from './save.ts';
import { listReviewPolicyVersions, reviewPolicyInForce, type StoredReviewPolicy } from './store.ts';
import { reviewPolicyWords } from './words.ts';

/** Answers the endpoints about the review policy. */
export const reviewPolicyRoutes = {
  async getReviewPolicy({ store, query, inStore }) {
    return shownReviewPolicy(await inStore((tx) => reviewPolicyInForce(tx, store.id)), store, query.locale);
  },

  async putReviewPolicy({ store, query, body, context, inStore }) {
    const now = context.clock.now();
    const stored = await inStore((tx) => saveReviewPolicy(tx, store.id, body, now));
    return shownReviewPolicy(stored, store, query.locale);
  },

  async listReviewPolicies({ store, query, inStore }) {
    const versions = await inStore((tx) => listReviewPolicyVersions(tx, store.id));
    return { items: versions.map((version) => shownReviewPolicy(version, store, query.locale)) };
  },
} satisfies Partial<Handlers>;

/** A version as it travels, in words of the language asked for or the store's own. */
export const shownReviewPolicy = (
  stored: StoredReviewPolicy,
  store: Store,
  locale: string | undefined,
): ReviewPolicy => ({
  ...stored,
  words: reviewPolicyWords(stored.policy, { locale: locale ?? store.locale, store }),
});
