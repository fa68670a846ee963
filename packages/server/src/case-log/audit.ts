import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';

/** What happened to a case, as it is read. */
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

/** Which case's audit. */
export interface AuditKey {
  readonly of: keyof typeof audits;
  readonly storeId: string;
  readonly caseId: string;
}

/** The table of each kind of case, and its column with the case's id; the other columns are those of `Entry` everywhere. */
const audits = {
  return: ['return_audit', 'return_id'],
  claim: ['claim_audit', 'claim_id'],
  registration: ['registration_audit', 'registration_id'],
  review: ['review_audit', 'review_id'],
  referral: ['referral_audit', 'referral_id'],
} as const;

/** Reads the audit of a case, oldest first. */
export async function readAudit(tx: Tx, { of, storeId, caseId }: AuditKey): Promise<Entry[]> {
  const [table, id] = audits[of];
  const { rows } = await sql<Entry>`
    select sequence, at, "by", action, before, after, note, data, restore
    from ${sql.table(table)}
    where store_id = ${storeId} and ${sql.ref(id)} = ${caseId}
    order by sequence`.execute(tx);
  return rows;
}

/** Adds an entry. Its sequence is the case's revision after it, so that two who act at once cannot both be right. */
export async function addEntry(tx: Tx, { of, storeId, caseId }: AuditKey, entry: Entry): Promise<void> {
  const [table, id] = audits[of];
  const { sequence, at, by, action, before, after, note, data, restore } = entry;
  await sql`
    insert into ${sql.table(table)}
      (store_id, ${sql.ref(id)}, sequence, at, "by", action, before, after, note, data, restore)
    values (${storeId}, ${caseId}, ${sequence}, ${at}, ${by}, ${action}, ${before}, ${after}, ${note},
      ${toJson(data)}, ${toMaybeJson(restore)})`.execute(tx);
}

/** What happened and was not taken back: without what was undone, and without the undoing. */
export function standing(entries: readonly Entry[]): Entry[] {
  const undone = new Set(
    entries.filter(({ action }) => action === 'undo').map(({ data }) => Number(data.undid)),
  );
  return entries.filter(({ action, sequence }) => action !== 'undo' && !undone.has(sequence));
}
