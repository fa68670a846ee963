import type { Provider, Store } from '@postlude/contract';
import type { Clock } from '../context.ts';
import type { Database } from '../db/database.ts';
import { hashKey, type SecretBox } from '../secrets/secret-box.ts';
import { embedPurpose } from './create-store.ts';
import { readStore } from './read-store.ts';
import { readWebhook } from './webhooks.ts';

/** A webhook with every secret that is valid now; none means that nothing may be accepted. */
export interface KnownWebhook {
  readonly storeId: string;
  readonly webhookId: string;
  readonly provider: Provider;
  readonly secrets: readonly string[];
}

/**
 * Finds stores by what callers show. Answers are kept for a few seconds, so that a busy page costs no query; a key that
 * was ended or a setting that was changed by another process is gone after that time. Not to be called inside a transaction.
 */
export interface StoreDirectory {
  /** The store of a publishable key, null when the key is unknown or ended. */
  byPublishableKey(key: string): Promise<Store | null>;
  /** The store of a secret key, null when the key is unknown or ended. */
  bySecretKey(key: string): Promise<Store | null>;
  byId(storeId: string): Promise<Store | null>;
  /** The embed secrets that are valid now, newest first. */
  embedSecrets(storeId: string): Promise<readonly string[]>;
  /** A webhook by the id in its address. */
  webhook(webhookId: string): Promise<KnownWebhook | null>;
  /** Drops what is remembered of a store, after this process changed it. */
  forget(): void;
}

/** How long an answer is kept, in milliseconds. */
export const directoryTtl = 5_000;
const capacity = 2_000;

/** Makes a directory over the database. */
export function createStoreDirectory(deps: {
  db: Database;
  secrets: SecretBox;
  clock: Clock;
}): StoreDirectory {
  const { db, secrets, clock } = deps;
  const remembered = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>();

  function remember<T>(key: string, read: () => Promise<T | null>): Promise<T | null> {
    const now = clock.now().getTime();
    const known = remembered.get(key);
    // Also when the clock was set back: nothing is kept longer than its time.
    if (known !== undefined && now < known.until && known.until - now <= directoryTtl) {
      return known.answer as Promise<T | null>;
    }
    remembered.delete(key);
    if (remembered.size >= capacity) remembered.delete(remembered.keys().next().value ?? '');
    const answer = read();
    const entry = { answer, until: now + directoryTtl };
    remembered.set(key, entry);
    const drop = () => {
      if (remembered.get(key) === entry) remembered.delete(key);
    };
    // What is not there may be there in a moment, and strangers' guesses must not push out what is.
    answer.then((found) => (found === null ? drop() : undefined), drop);
    return answer;
  }

  const byKey = (kind: 'publishable' | 'secret', lookup: string) =>
    remember(`${kind}:${lookup}`, () =>
      db.withSystem(async (tx) => {
        const row = await tx
          .selectFrom('store_keys')
          .select('store_id')
          .where('lookup', '=', lookup)
          .where('kind', '=', kind)
          .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', clock.now())]))
          .executeTakeFirst();
        return row === undefined ? null : readStore(tx, row.store_id);
      }),
    );

  return {
    byPublishableKey: async (key) => (/^pk_[0-9a-f]{32}$/.test(key) ? byKey('publishable', key) : null),
    // Looked up by its hash: what is compared byte by byte tells nothing of the key.
    bySecretKey: async (key) => (/^sk_[0-9a-f]{64}$/.test(key) ? byKey('secret', hashKey(key)) : null),
    byId: (storeId) =>
      remember(`store:${storeId}`, () => db.withStore(storeId, (tx) => readStore(tx, storeId))),
    embedSecrets: async (storeId) =>
      (await remember(`embed:${storeId}`, () =>
        db.withStore(storeId, async (tx) => {
          const rows = await tx
            .selectFrom('store_secrets')
            .select('sealed')
            .where('store_id', '=', storeId)
            .where('kind', '=', 'embed')
            .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', clock.now())]))
            .orderBy('secret_id', 'desc')
            .execute();
          return rows.map((row) => secrets.open(row.sealed, embedPurpose(storeId)));
        }),
      )) ?? [],
    webhook: (webhookId) =>
      remember(`webhook:${webhookId}`, () =>
        db.withSystem((tx) => readWebhook(tx, secrets, webhookId, clock.now())),
      ),
    forget: () => remembered.clear(),
  };
}
