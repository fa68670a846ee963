import type { ClaimStatus } from '@postlude/contract';
import { type Entry, readAudit } from '../case-log/audit.ts';
import { dropMailsOfStep } from '../case-mails/keep.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { ClaimCase } from './case.ts';
import { tellEvent } from './events.ts';
import { stepOf } from './mails/send.ts';
import { settle } from './quote-rows.ts';
import { type Changes, record } from './record.ts';
import { putSerial, type SerialBefore } from './replacement.ts';
import type { StaffWord } from './staff.ts';
import { logOf } from './store.ts';
import { endStatuses } from './transitions.ts';

/** How long an end can be taken back: afterwards the shopper has relied on it. */
const endStandsAfter = 7 * 86_400_000;

interface Restore {
  readonly set?: Changes;
  /** The quote that was made, and the one it took the place of. */
  readonly quote?: string;
  readonly reopens?: string | null;
  readonly serial?: SerialBefore | null;
}

/**
 * Takes back the last action, when it was one of staff and nothing has happened since. The audit keeps both. Taking back
 * twice changes nothing.
 *
 * @throws ApiProblem `action_not_possible`.
 */
export async function undo(tx: Tx, of: ClaimCase, word: StaffWord): Promise<ClaimCase> {
  const { row } = of;
  const audit = await readAudit(tx, logOf(row));
  const last = audit.at(-1);
  if (last?.action === 'undo') return of;
  if (!last || !canUndo(of, audit)) {
    throw new ApiProblem('action_not_possible', {
      detail: 'There is no action of staff that could be taken back, or it can be taken back no more.',
    });
  }
  await dropMailsOfStep(tx, stepOf(row, last.sequence));
  const restore = (last.restore ?? {}) as Restore;
  const quoteKey = { store_id: row.store_id, claim_id: row.claim_id };
  if (restore.quote) await settle(tx, { ...quoteKey, repair_quote_id: restore.quote }, 'withdrawn', null);
  if (restore.reopens) await settle(tx, { ...quoteKey, repair_quote_id: restore.reopens }, 'open', null);
  if (restore.serial) {
    await putSerial(tx, { storeId: row.store_id, passportId: row.passport_id }, restore.serial);
  }
  const serial = restore.serial ? restore.serial.serial : of.facts.serial;
  const reopened = await record(
    tx,
    { ...of, facts: { ...of.facts, serial } },
    {
      action: 'undo',
      by: word.by?.trim() || 'staff',
      to: last.before as ClaimStatus,
      note: word.note?.trim() || null,
      data: { undid: last.sequence, action: last.action },
      set: restore.set ?? {},
    },
  );
  if (last.before !== last.after) await tellEvent(tx, 'claim.reopened', reopened);
  return reopened;
}

/** Whether the last entry can be taken back. */
export function canUndo({ row, claims, now }: ClaimCase, audit: readonly Entry[]): boolean {
  const last = audit.at(-1);
  if (!last?.restore || last.before === null) return false;
  if (!endStatuses.has(row.status) || endStatuses.has(last.before as ClaimStatus)) return true;
  // Another claim was filed since: there is one open claim at most.
  if (claims.some(({ open, summary }) => open && summary.id !== row.claim_id)) return false;
  return now.getTime() - last.at.getTime() < endStandsAfter;
}
