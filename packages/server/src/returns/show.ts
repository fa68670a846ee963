import type { Return, StaffReturn } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { readCase } from './case.ts';
import { lifeOf } from './life.ts';
import { type ReturnKey, readReturn } from './store.ts';
import { possibleActions } from './transitions.ts';
import { canUndo } from './undo.ts';
import { type ViewedReturn, viewReturn } from './view.ts';

/** A return as its shopper sees it, in a language. */
export async function showReturn(
  tx: Tx,
  context: Context,
  key: ReturnKey,
  locale: string | undefined,
): Promise<Return> {
  return (await read(tx, context, key, { locale: locale ?? null, isStaff: false })).viewed.return;
}

/** A return as staff see it. */
export async function showStaffReturn(tx: Tx, context: Context, key: ReturnKey): Promise<StaffReturn> {
  const { row, of, viewed } = await read(tx, context, key, { locale: null, isStaff: true });
  const isUndoable = await canUndo(tx, row, viewed.audit);
  return {
    return: viewed.return,
    email: of.sold.email,
    policyVersion: row.policy_version,
    decision: row.decision,
    label: row.label && {
      state: row.label.state,
      error: row.label.error,
      carrier: row.carrier_name,
      trackingNumber: row.tracking_number,
    },
    audit: viewed.audit.map(({ at, by, action, before, after, note, data }) => ({
      at: at.toISOString(),
      by,
      action,
      before,
      after,
      note,
      data,
    })),
    actions: possibleActions(lifeOf(row, of.policy), isUndoable),
  };
}

async function read(
  tx: Tx,
  context: Context,
  key: ReturnKey,
  how: { locale: string | null; isStaff: boolean },
) {
  const row = await readReturn(tx, key);
  if (!row) throw new ApiProblem('not_found');
  const now = context.clock.now();
  const of = await readCase(tx, row, now);
  const viewed: ViewedReturn = await viewReturn(tx, context, { row, ...of, ...how, now });
  return { row, of, viewed };
}
