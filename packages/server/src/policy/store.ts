import { isDeepStrictEqual } from 'node:util';
import type { Id, ReturnPolicyInput } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { newId } from '../secrets/ids.ts';
import { defaultPolicy } from './defaults.ts';

/** A version of a store's return policy. Version 0 is what every store starts with. */
export interface StoredPolicy {
  readonly id: Id<'policy'>;
  readonly version: number;
  /** RFC 3339 in UTC. For version 0: since the store is there. */
  readonly validFrom: string;
  readonly policy: ReturnPolicyInput;
}

/** The policy for what is filed now. Throws when the store is not there. */
export async function policyInForce(tx: Tx, storeId: string): Promise<StoredPolicy> {
  const newest = await versions(tx, storeId).limit(1).executeTakeFirst();
  return newest === undefined ? policyAtStart(tx, storeId) : storedOf(newest);
}

/** The policy as it was in one version; null when there never was that version. */
export async function policyOfVersion(
  tx: Tx,
  storeId: string,
  version: number,
): Promise<StoredPolicy | null> {
  if (version === 0) return policyAtStart(tx, storeId);
  const found = await versions(tx, storeId).where('version', '=', version).executeTakeFirst();
  return found === undefined ? null : storedOf(found);
}

/** Every version, newest first, down to version 0. */
export async function listPolicies(tx: Tx, storeId: string): Promise<StoredPolicy[]> {
  const written = await versions(tx, storeId).execute();
  return [...written.map(storedOf), await policyAtStart(tx, storeId)];
}

/**
 * Makes a policy the one in force, as a new version unless it says what the one in force says already. Writers wait for
 * each other, so that versions are consecutive.
 */
export async function writePolicy(
  tx: Tx,
  storeId: string,
  policy: ReturnPolicyInput,
  now: Date,
): Promise<StoredPolicy> {
  // Keys that refer to the store are not held up by this lock.
  await tx
    .selectFrom('stores')
    .select('store_id')
    .where('store_id', '=', storeId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const before = await policyInForce(tx, storeId);
  const json = toJson(policy);
  if (isDeepStrictEqual(JSON.parse(json), JSON.parse(toJson(before.policy)))) return before;
  // A version never begins before the one it follows, whatever the clocks of two machines say.
  const validFrom = new Date(Math.max(now.getTime(), Date.parse(before.validFrom)));
  const id = newId('policy', now.getTime());
  const version = before.version + 1;
  await tx
    .insertInto('return_policies')
    .values({ store_id: storeId, policy_id: id, version, valid_from: validFrom, policy: json })
    .execute();
  return { id, version, validFrom: validFrom.toISOString(), policy };
}

const versions = (tx: Tx, storeId: string) =>
  tx.selectFrom('return_policies').selectAll().where('store_id', '=', storeId).orderBy('version', 'desc');

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

const storedOf = (row: Row): StoredPolicy => ({
  id: row.policy_id as Id<'policy'>,
  version: row.version,
  validFrom: row.valid_from.toISOString(),
  policy: row.policy,
});

/** Version 0 is in no row: it is as old as the store and has its id. */
async function policyAtStart(tx: Tx, storeId: string): Promise<StoredPolicy> {
  const store = await tx
    .selectFrom('stores')
    .select('created_at')
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow();
  return {
    id: `pol_${storeId.slice('sto_'.length)}`,
    version: 0,
    validFrom: store.created_at.toISOString(),
    policy: defaultPolicy,
  };
}
