import type { AuditEntry, RegistrationStatus } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import type { RegistrationRow } from '../passports/facts.ts';

/** An entry as it is read. */
export interface Entry {
  readonly sequence: number;
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly before: string | null;
  readonly after: string;
  readonly note: string | null;
  readonly data: Record<string, unknown>;
  readonly restore: Record<string, unknown> | null;
}

/** Reads the audit of a registration, oldest first. */
export const readAudit = (tx: Tx, row: RegistrationRow): Promise<Entry[]> =>
  tx
    .selectFrom('registration_audit')
    .select(['sequence', 'at', 'by', 'action', 'before', 'after', 'note', 'data', 'restore'])
    .where('store_id', '=', row.store_id)
    .where('registration_id', '=', row.registration_id)
    .orderBy('sequence')
    .execute();

/** Adds an entry. Its sequence is the registration's revision after it. */
export async function addEntry(tx: Tx, row: RegistrationRow, entry: Entry): Promise<void> {
  await tx
    .insertInto('registration_audit')
    .values({
      store_id: row.store_id,
      registration_id: row.registration_id,
      ...entry,
      data: toJson(entry.data),
      restore: toMaybeJson(entry.restore),
    })
    .execute();
}

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
  await addEntry(tx, row, {
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
