import type { Store, WarrantyPolicy } from '@postlude/contract';
import type { Handlers } from '../http/implement.ts';
import { saveWarrantyPolicy } from './save.ts';
import { listWarrantyPolicyVersions, type StoredWarrantyPolicy, warrantyPolicyInForce } from './store.ts';
import { warrantyWords } from './words.ts';

/** Answers the endpoints about the warranty policy. */
export const warrantyPolicyRoutes = {
  async getWarrantyPolicy({ store, query, inStore }) {
    return shownWarrantyPolicy(
      await inStore((tx) => warrantyPolicyInForce(tx, store.id)),
      store,
      query.locale,
    );
  },

  async putWarrantyPolicy({ store, query, body, context, inStore }) {
    const now = context.clock.now();
    const stored = await inStore((tx) => saveWarrantyPolicy(tx, store.id, body, now));
    return shownWarrantyPolicy(stored, store, query.locale);
  },

  async listWarrantyPolicies({ store, query, inStore }) {
    const versions = await inStore((tx) => listWarrantyPolicyVersions(tx, store.id));
    return { items: versions.map((version) => shownWarrantyPolicy(version, store, query.locale)) };
  },
} satisfies Partial<Handlers>;

/** A version as it travels, in words of the language asked for or the store's own. */
export const shownWarrantyPolicy = (
  stored: StoredWarrantyPolicy,
  store: Store,
  locale: string | undefined,
): WarrantyPolicy => ({
  ...stored,
  words: warrantyWords(stored.policy, { locale: locale ?? store.locale, store }),
});
