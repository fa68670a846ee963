import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from './api-problem.ts';

/** How long an answer is kept under its key, in milliseconds. */
export const idempotencyLifetime = 24 * 60 * 60 * 1000;

/** An answer as it is kept: the status and the body, letter by letter. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string;
}

/** A write that carries an Idempotency-Key. */
export interface KeyedRequest {
  readonly storeId: string;
  /** Method and route: the same key at another address is another key. */
  readonly scope: string;
  readonly key: string;
  /** Of everything that makes the request what it is. */
  readonly hash: string;
  readonly now: Date;
}

/** The key a caller sent, or null. */
export function idempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,255}$/.test(header)) return header;
  throw new ApiProblem('invalid_input', {
    fields: { 'Idempotency-Key': 'This must be 1 to 255 visible ASCII characters.' },
  });
}

/** What tells one request from another under the same key. */
export function requestHash(method: string, path: string, body: Uint8Array): string {
  return createHash('sha256').update(`${method} ${path}\n`).update(body).digest('hex');
}

/**
 * Does a write once per key. The kept answer is part of the transaction that does the work: both are there or neither
 * is, so a crash in between leaves nothing behind and the next try does the work. Only what succeeded is kept; a problem
 * rolls everything back, and trying again with the same key is a real try.
 *
 * @throws ApiProblem `idempotency_conflict` when the key was used with another request, `idempotency_in_progress` while
 *   the first one is still being worked on.
 */
export async function once(
  tx: Tx,
  request: KeyedRequest,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const { storeId, scope, key, hash, now } = request;
  const lock = `${storeId} ${scope} ${key}`;
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(${idempotencyLockClass}, hashtext(${lock})) as locked`.execute(tx);
  if (!rows[0]?.locked) {
    throw new ApiProblem('idempotency_in_progress', { retryAt: new Date(now.getTime() + 1000) });
  }

  const kept = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'answer'])
    .where('store_id', '=', storeId)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (kept && kept.request_hash !== hash) throw new ApiProblem('idempotency_conflict');
  if (kept && kept.status !== null && kept.answer !== null) return { status: kept.status, body: kept.answer };

  const answer = await work();
  const row = {
    request_hash: hash,
    status: answer.status,
    answer: answer.body,
    created_at: now,
    expires_at: new Date(now.getTime() + idempotencyLifetime),
  };
  await tx
    .insertInto('idempotency_keys')
    .values({ store_id: storeId, scope, key, ...row })
    .onConflict((conflict) => conflict.columns(['store_id', 'scope', 'key']).doUpdateSet(row))
    .execute();
  return answer;
}

/** The first half of the advisory locks taken here, so that they meet no others. */
const idempotencyLockClass = 7001;
