import { isDeepStrictEqual } from 'node:util';
import type { Id, IdKind } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson } from '../db/values.ts';
import { newId } from '../secrets/ids.ts';

/** A version of a policy of a store. Version 0 is what every store starts with. */
export interface PolicyVersion<Kind extends IdKind, Policy> {
  readonly id: Id<Kind>;
  readonly version: number;
  /** RFC 3339 in UTC. For version 0: since the store is there. */
  readonly validFrom: string;
  readonly policy: Policy;
}

/** What a kind of policy is kept in: rows that are added and never changed. */
export interface PolicyKind<Kind extends IdKind, Policy> {
  readonly table: 'return_policies' | 'warranty_policies' | 'review_policies';
  readonly id: Kind;
  /** Id of version 0, which is in no row and has the digits of its store. */
  readonly idAtStart: (digits: string) => Id<Kind>;
  readonly atStart: Policy;
}

interface Row<Policy> {
  readonly policy_id: string;
  readonly version: number;
  readonly valid_from: Date;
  readonly policy: Policy;
}

/** The versions of one kind of policy. */
export interface PolicyVersions<Kind extends IdKind, Policy> {
  /** The policy for what is filed now. Throws when the store is not there. */
  inForce(tx: Tx, storeId: string): Promise<PolicyVersion<Kind, Policy>>;
  /** The policy as it was in one version; null when there never was that version. */
  ofVersion(tx: Tx, storeId: string, version: number): Promise<PolicyVersion<Kind, Policy> | null>;
  /** Every version, newest first, down to version 0. */
  list(tx: Tx, storeId: string): Promise<PolicyVersion<Kind, Policy>[]>;
  /**
   * Makes a policy the one in force, as a new version unless it says what the one in force says already. Writers wait for
   * each other, so that versions are consecutive.
   */
  write(tx: Tx, storeId: string, policy: Policy, now: Date): Promise<PolicyVersion<Kind, Policy>>;
}

/** Keeps the versions of a kind of policy. */
export function policyVersions<Kind extends IdKind, Policy>(
  kind: PolicyKind<Kind, Policy>,
): PolicyVersions<Kind, Policy> {
  const table = sql.table(kind.table);
  const stored = (row: Row<Policy>): PolicyVersion<Kind, Policy> => ({
    id: row.policy_id as Id<Kind>,
    version: row.version,
    validFrom: row.valid_from.toISOString(),
    policy: row.policy,
  });

  async function atStart(tx: Tx, storeId: string): Promise<PolicyVersion<Kind, Policy>> {
    const store = await tx
      .selectFrom('stores')
      .select('created_at')
      .where('store_id', '=', storeId)
      .executeTakeFirstOrThrow();
    return beginning(storeId, store.created_at);
  }

  const beginning = (storeId: string, createdAt: Date): PolicyVersion<Kind, Policy> => ({
    id: kind.idAtStart(storeId.slice('sto_'.length)),
    version: 0,
    validFrom: createdAt.toISOString(),
    policy: kind.atStart,
  });

  async function inForce(tx: Tx, storeId: string) {
    // One round trip, whether the store has said anything or not: nearly everything asks for it.
    const { rows } = await sql<Row<Policy> | { readonly policy_id: null; readonly created_at: Date }>`
      select stores.created_at, said.* from stores left join lateral (
        select policy_id, version, valid_from, policy from ${table} as each
        where each.store_id = stores.store_id order by version desc limit 1
      ) as said on true
      where stores.store_id = ${storeId}`.execute(tx);
    const [row] = rows;
    if (row === undefined) return atStart(tx, storeId);
    return row.policy_id === null ? beginning(storeId, row.created_at) : stored(row);
  }

  return {
    inForce,
    async ofVersion(tx, storeId, version) {
      if (version === 0) return atStart(tx, storeId);
      const { rows } = await sql<Row<Policy>>`
        select policy_id, version, valid_from, policy from ${table}
        where store_id = ${storeId} and version = ${version}`.execute(tx);
      return rows[0] === undefined ? null : stored(rows[0]);
    },
    async list(tx, storeId) {
      const { rows } = await sql<Row<Policy>>`
        select policy_id, version, valid_from, policy from ${table}
        where store_id = ${storeId} order by version desc`.execute(tx);
      return [...rows.map(stored), await atStart(tx, storeId)];
    },
    async write(tx, storeId, policy, now) {
      // Keys that refer to the store are not held up by this lock.
      await tx
        .selectFrom('stores')
        .select('store_id')
        .where('store_id', '=', storeId)
        .forNoKeyUpdate()
        .executeTakeFirstOrThrow();
      const before = await inForce(tx, storeId);
      const json = toJson(policy);
      if (isDeepStrictEqual(JSON.parse(json), JSON.parse(toJson(before.policy)))) return before;
      // A version never begins before the one it follows, whatever the clocks of two machines say.
      const validFrom = new Date(Math.max(now.getTime(), Date.parse(before.validFrom)));
      const id = newId(kind.id, now.getTime());
      const version = before.version + 1;
      await sql`
        insert into ${table} (store_id, policy_id, version, valid_from, policy)
        values (${storeId}, ${id}, ${version}, ${validFrom.toISOString()}, ${json}::jsonb)`.execute(tx);
      return { id, version, validFrom: validFrom.toISOString(), policy };
    },
  };
}
