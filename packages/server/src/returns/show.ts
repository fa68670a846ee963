import type { Return, StaffReturn } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { ReturnCase } from './case.ts';
import { lifeOf } from './life.ts';
import { possibleActions } from './transitions.ts';
import { canUndo } from './undo.ts';
import { viewReturn } from './view.ts';

/** A return as its shopper sees it, in a language. */
export async function showReturn(
  tx: Tx,
  context: Context,
  of: ReturnCase,
  locale: string | undefined,
): Promise<Return> {
  return (await viewReturn(tx, context, of, { locale: locale ?? null, isStaff: false })).return;
}

/** A return as staff see it. */
export async function showStaffReturn(tx: Tx, context: Context, of: ReturnCase): Promise<StaffReturn> {
  const { row } = of;
  const viewed = await viewReturn(tx, context, of, { locale: null, isStaff: true });
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
