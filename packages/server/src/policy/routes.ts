import type { ReturnPolicy, Store } from '@postlude/contract';
import type { Handlers } from '../http/implement.ts';
import { savePolicy } from './save-policy.ts';
import { listPolicies, policyInForce, type StoredPolicy } from './store.ts';
import { policyWords } from './words.ts';

/** Answers the endpoints about the return policy. */
export const policyRoutes = {
  async getReturnPolicy({ store, query, inStore }) {
    return shown(await inStore((tx) => policyInForce(tx, store.id)), store, query.locale);
  },

  async putReturnPolicy({ store, query, body, context, inStore }) {
    const now = context.clock.now();
    return shown(await inStore((tx) => savePolicy(tx, store.id, body, now)), store, query.locale);
  },

  async listReturnPolicies({ store, query, inStore }) {
    const versions = await inStore((tx) => listPolicies(tx, store.id));
    return { items: versions.map((version) => shown(version, store, query.locale)) };
  },
} satisfies Partial<Handlers>;

/** A version as it travels, in words of the language asked for or the store's own. */
export function shown(stored: StoredPolicy, store: Store, locale: string | undefined): ReturnPolicy {
  return { ...stored, words: policyWords(stored.policy, { locale: locale ?? store.locale, store }) };
}
