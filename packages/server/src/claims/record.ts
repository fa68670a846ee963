import type { ClaimStatus } from '@postlude/contract';
import type { Updateable } from 'kysely';
import { addEntry } from '../case-log/audit.ts';
import type { Tx } from '../db/database.ts';
import type { ClaimsTable } from '../db/schema/claims.ts';
import { toMaybeJson } from '../db/values.ts';
import type { ClaimCase } from './case.ts';
import { forgetQuestion } from './mails/stale.ts';
import { type ClaimRow, keyOf, logOf, readQuotes, updateClaim } from './store.ts';
import type { LifeAction } from './transitions.ts';

/** Columns of a claim that an action may change and an undo puts back, as values (not as the texts they are written with). */
export type Changes = Partial<
  Pick<
    ClaimRow,
    | 'question'
    | 'asked_from'
    | 'declined'
    | 'expected_on'
    | 'received_on'
    | 'done_on'
    | 'outcome'
    | 'carrier_name'
    | 'tracking_number'
    | 'subject'
    | 'back_carrier_name'
    | 'back_tracking_number'
    | 'back_subject'
    | 'back_shipped'
  >
>;

/** Something that happens to a claim. */
export interface Happening {
  readonly action: LifeAction | 'undo';
  readonly by: string;
  readonly to: ClaimStatus;
  readonly note?: string | null | undefined;
  readonly data?: Record<string, unknown>;
  readonly set?: Changes;
  /** What an undo puts back beside the columns of `set` and the status. Left out for what cannot be undone. */
  readonly restore?: Record<string, unknown>;
}

/** Writes what happens to a claim, with its entry in the audit, and returns the case as it is then. */
export async function record(tx: Tx, of: ClaimCase, happening: Happening): Promise<ClaimCase> {
  const { row, now } = of;
  const { action, by, to, note = null, data = {}, restore } = happening;
  // Whatever leads on from a question ends it.
  const answered: Changes =
    row.status === 'waiting' && to !== 'waiting' ? { question: null, asked_from: null } : {};
  if (row.status === 'waiting' && (to !== 'waiting' || action === 'ask'))
    await forgetQuestion(tx, keyOf(row));
  const set: Changes = { ...answered, ...happening.set };
  const revision = row.revision + 1;
  const before = Object.fromEntries(Object.keys(set).map((key) => [key, row[key as keyof Changes]]));
  const key = keyOf(row);
  const written = 'declined' in set ? { ...set, declined: toMaybeJson(set.declined) } : set;
  const columns = { ...written, status: to, revision, updated_at: now } as Updateable<ClaimsTable>;
  const changed = await updateClaim(tx, key, columns);
  await addEntry(tx, logOf(row), {
    sequence: revision,
    at: now,
    by,
    action,
    before: row.status,
    after: to,
    note,
    data,
    restore: restore ? { ...restore, set: before } : null,
  });
  return { ...of, row: changed, quotes: await readQuotes(tx, key) };
}
