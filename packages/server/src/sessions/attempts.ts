import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { SecretBox } from '../secrets/secret-box.ts';

/** How many failures within a span of time lock, and for how long. */
export interface AttemptRule {
  readonly failures: number;
  /** Milliseconds in which failures add up. */
  readonly window: number;
  /** Milliseconds of the lock. */
  readonly lock: number;
}

/** What is counted, and for whom. */
export interface AttemptSubject {
  readonly bucket: 'lookup:address' | 'lookup:order' | 'serial:address' | 'serial:order' | 'transfer:address';
  readonly key: string;
  readonly rule: AttemptRule;
}

const minutes = 60_000;

/** Failures from one address lock the address; failures on one order number lock the number, whether it exists or not. */
export const lookupRules = {
  address: { failures: 20, window: 15 * minutes, lock: 30 * minutes },
  order: { failures: 5, window: 15 * minutes, lock: 30 * minutes },
} as const satisfies Record<string, AttemptRule>;

/**
 * The subjects of one lookup, in the order they are locked. Addresses and order numbers are stored as keyed hashes: to
 * count them nobody has to be able to read them.
 */
export function lookupSubjects(
  secrets: SecretBox,
  lookup: { storeId: string; address: string; numberKey: string },
  rules: { address: AttemptRule; order: AttemptRule } = lookupRules,
): AttemptSubject[] {
  const secret = secrets.derive(`attempts:${lookup.storeId}`);
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');
  return [
    { bucket: 'lookup:address', key: hash(lookup.address), rule: rules.address },
    { bucket: 'lookup:order', key: hash(lookup.numberKey), rule: rules.order },
  ];
}

/**
 * Makes everybody who tries the same thing wait for each other until the transaction ends, and tells until when it is
 * locked (null when it is not). Without the waiting, a hundred tries at once would all be checked before the first
 * failure is counted. Subjects must come in the same order everywhere, so that two never wait for each other.
 */
export async function beginAttempt(
  tx: Tx,
  storeId: string,
  subjects: readonly AttemptSubject[],
  now: Date,
): Promise<Date | null> {
  let lockedUntil: Date | null = null;
  for (const [place, { bucket, key }] of subjects.entries()) {
    await sql`select pg_advisory_xact_lock(${attemptLockClass + place}, hashtext(${`${storeId} ${key}`}))`.execute(
      tx,
    );
    // Read after the lock is held, in a statement of its own: its snapshot then holds what the one before us counted.
    const row = await tx
      .selectFrom('attempt_limits')
      .select('locked_until')
      .where('store_id', '=', storeId)
      .where('bucket', '=', bucket)
      .where('key', '=', key)
      .where('locked_until', '>', now)
      .executeTakeFirst();
    const until = row?.locked_until ?? null;
    if (until && (!lockedUntil || until > lockedUntil)) lockedUntil = until;
  }
  return lockedUntil;
}

/**
 * Counts a failure for every subject, each in one statement that adds up rightly however many run at once, and starts the
 * lock with the last failure that is allowed.
 */
export async function countFailure(
  tx: Tx,
  storeId: string,
  subjects: readonly AttemptSubject[],
  now: Date,
): Promise<void> {
  for (const { bucket, key, rule } of subjects) {
    const windowEnd = new Date(now.getTime() + rule.window);
    const lockEnd = new Date(now.getTime() + rule.lock);
    await sql`
      insert into attempt_limits as known (store_id, bucket, key, count, window_ends_at, locked_until)
      values (${storeId}, ${bucket}, ${key}, 1, ${windowEnd}, ${rule.failures <= 1 ? lockEnd : null})
      on conflict (store_id, bucket, key) do update set
        count = case when known.window_ends_at <= ${now} then 1 else known.count + 1 end,
        window_ends_at = case
          when known.window_ends_at <= ${now} then excluded.window_ends_at else known.window_ends_at end,
        locked_until = case
          when (case when known.window_ends_at <= ${now} then 1 else known.count + 1 end) >= ${rule.failures}::int
            then ${lockEnd}::timestamptz
          else null end`.execute(tx);
  }
}

/** The first half of the advisory locks taken here (one more for each place), so that they meet no others. */
const attemptLockClass = 7010;
