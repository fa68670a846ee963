import { isDeepStrictEqual } from 'node:util';
import type { Id, ReferralProgrammeInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { toJson } from '../../db/values.ts';
import { newId } from '../../secrets/ids.ts';

/** A version of a programme. */
export interface StoredProgramme {
  readonly id: Id<'referralProgramme'>;
  readonly version: number;
  /** RFC 3339 in UTC. */
  readonly validFrom: string;
  /** Since when the programme is there: `validFrom` of its first version. */
  readonly createdAt: string;
  readonly programme: ReferralProgrammeInput;
}

interface Row {
  readonly programme_id: string;
  readonly version: number;
  readonly valid_from: Date;
  readonly created_at: Date;
  readonly programme: ReferralProgrammeInput;
}

const stored = (row: Row): StoredProgramme => ({
  id: row.programme_id as Id<'referralProgramme'>,
  version: row.version,
  validFrom: row.valid_from.toISOString(),
  createdAt: row.created_at.toISOString(),
  programme: row.programme,
});

/** Versions with the moment their programme began, newest programme and newest version first. */
const versions = (tx: Tx, storeId: string) =>
  tx
    .selectFrom('referral_programmes as each')
    .innerJoin('referral_programmes as first', (join) =>
      join
        .onRef('first.store_id', '=', 'each.store_id')
        .onRef('first.programme_id', '=', 'each.programme_id')
        .on('first.version', '=', 1),
    )
    .select([
      'each.programme_id',
      'each.version',
      'each.valid_from',
      'each.programme',
      'first.valid_from as created_at',
    ])
    .where('each.store_id', '=', storeId)
    .orderBy('each.programme_id', 'desc')
    .orderBy('each.version', 'desc');

/** A programme for what is claimed now; null when the store has none with this id. */
export async function programmeInForce(
  tx: Tx,
  storeId: string,
  programmeId: string,
): Promise<StoredProgramme | null> {
  const row = await versions(tx, storeId)
    .where('each.programme_id', '=', programmeId)
    .limit(1)
    .executeTakeFirst();
  return row ? stored(row) : null;
}

/** A programme as it was in one version; null when there never was that version. */
export async function programmeOfVersion(
  tx: Tx,
  storeId: string,
  programmeId: string,
  version: number,
): Promise<StoredProgramme | null> {
  const row = await versions(tx, storeId)
    .where('each.programme_id', '=', programmeId)
    .where('each.version', '=', version)
    .executeTakeFirst();
  return row ? stored(row) : null;
}

/** The version in force of every programme of a store, the newest programme first. */
export async function programmesInForce(tx: Tx, storeId: string): Promise<StoredProgramme[]> {
  const rows = await versions(tx, storeId).distinctOn('each.programme_id').execute();
  return rows.map(stored);
}

/** Every version of a programme, newest first; empty when the store has none with this id. */
export async function listProgrammeVersions(
  tx: Tx,
  storeId: string,
  programmeId: string,
): Promise<StoredProgramme[]> {
  const rows = await versions(tx, storeId).where('each.programme_id', '=', programmeId).execute();
  return rows.map(stored);
}

/** Begins a programme. */
export async function addProgramme(
  tx: Tx,
  storeId: string,
  programme: ReferralProgrammeInput,
  now: Date,
): Promise<StoredProgramme> {
  const id = newId('referralProgramme', now.getTime());
  return write(tx, storeId, { id, version: 1, programme, createdAt: now.toISOString() }, now);
}

/**
 * Makes another version of a programme the one in force, unless it says what the one in force says already. Writers wait for each
 * other, so that versions are consecutive. Null when the store has no such programme.
 */
export async function changeProgramme(
  tx: Tx,
  storeId: string,
  programmeId: string,
  programme: ReferralProgrammeInput,
  now: Date,
): Promise<StoredProgramme | null> {
  // Keys that refer to the store are not held up by this lock.
  await tx
    .selectFrom('stores')
    .select('store_id')
    .where('store_id', '=', storeId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const before = await programmeInForce(tx, storeId, programmeId);
  if (before === null) return null;
  if (isDeepStrictEqual(JSON.parse(toJson(programme)), JSON.parse(toJson(before.programme)))) return before;
  // A version never begins before the one it follows, whatever the clocks of two machines say.
  const from = new Date(Math.max(now.getTime(), Date.parse(before.validFrom)));
  return write(tx, storeId, { ...before, version: before.version + 1, programme }, from);
}

async function write(
  tx: Tx,
  storeId: string,
  { id, version, programme, createdAt }: Omit<StoredProgramme, 'validFrom'>,
  from: Date,
): Promise<StoredProgramme> {
  const json = toJson(programme);
  await sql`
    insert into referral_programmes (store_id, programme_id, version, valid_from, programme)
    values (${storeId}, ${id}, ${version}, ${from.toISOString()}, ${json}::jsonb)`.execute(tx);
  // As it is kept: what cannot be stored was left out of its texts.
  const kept = JSON.parse(json) as ReferralProgrammeInput;
  return { id, version, validFrom: from.toISOString(), createdAt, programme: kept };
}
