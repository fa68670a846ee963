import type { AuditEntry, RegistrationStatus } from '@postlude/contract';
import { addEntry, type Entry } from '../case-log/audit.ts';
import type { Tx } from '../db/database.ts';
import { toMaybeJson } from '../db/values.ts';
import type { RegistrationRow } from '../passports/facts.ts';

/** A registration where its audit is kept. */
export const logOf = (row: RegistrationRow) =>
  ({ of: 'registration', storeId: row.store_id, caseId: row.registration_id }) as const;

/** An entry as staff read it. */
export const shownEntry = ({ at, by, action, before, after, note, data }: Entry): AuditEntry => ({
  at: at.toISOString(),
  by,
  action,
  before,
  after,
  note,
  data,
});

/** Something that happens to a registration. */
export interface Happening {
  readonly action: string;
  readonly by: string;
  readonly to: RegistrationStatus;
  readonly note?: string | null;
  readonly data?: Record<string, unknown>;
  readonly rejected?: RegistrationRow['rejected'];
  /** What an undo puts back beside status and reason; left out for what cannot be undone. */
  readonly restore?: Record<string, unknown>;
}

/** Writes what happens to a registration that is held, with its entry in the audit, and answers with it as it is then. */
export async function record(
  tx: Tx,
  row: RegistrationRow,
  { action, by, to, note = null, data = {}, rejected = null, restore }: Happening,
  now: Date,
): Promise<RegistrationRow> {
  const revision = row.revision + 1;
  const changed = await tx
    .updateTable('registrations')
    .set({ status: to, rejected: toMaybeJson(rejected), revision, updated_at: now })
    .where('store_id', '=', row.store_id)
    .where('registration_id', '=', row.registration_id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await addEntry(tx, logOf(row), {
    sequence: revision,
    at: now,
    by,
    action,
    before: row.status,
    after: to,
    note,
    data,
    restore: restore ? { ...restore, rejected: row.rejected } : null,
  });
  return changed;
}
