import type { ReturnStatus } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { StoredLabel } from '../db/schema/send-it-back.ts';
import { labelAdapterOf } from '../labels/adapter-of.ts';
import { LabelError, type VoidOutcome } from '../labels/label.ts';
import { written } from './record.ts';
import { holdReturn, type ReturnKey, updateReturn } from './store.ts';

/** How long one who asks the carrier has it to himself, in milliseconds. */
const held = 120_000;
/** Tries, over some hours: a carrier may say no at first to a label that was bought a moment ago. */
const mostAttempts = 9;
/** Labels taken back in one turn. */
const mostAtOnce = 20;

/** How long a label stays good that staff have no use for any more, in milliseconds: for a day they can take that back. */
const pauseForUndo = 24 * 3_600_000;

const endings: ReadonlySet<ReturnStatus> = new Set(['cancelled', 'declined', 'closed']);

/** Whether nobody needs the label of a return in this status. One that is settled may still be on its way. */
export const needsNoLabel = (status: ReturnStatus): boolean => endings.has(status);

/**
 * What becomes of a label when its return comes to an end before anything was sent: a bought one is to be taken back, and so is
 * one that may have been bought though the answer was lost. While somebody is asking the carrier for it, it stays as it is
 * until that is over.
 */
export function labelAtEnd(label: StoredLabel | null, status: ReturnStatus, now: Date): StoredLabel | null {
  if (label === null || label.attempts === 0) return null;
  const isBeingMade = label.state === 'waiting' && (label.heldUntil ?? '') >= now.toISOString();
  if (isBeingMade) return label;
  const heldUntil = status === 'cancelled' ? null : new Date(now.getTime() + pauseForUndo).toISOString();
  return { ...label, state: 'voiding', attempts: 0, heldUntil, error: null };
}

/** Whether a label cannot be used any more, or nobody knows: its carrier has it back, or was asked to take it. */
export const isGivenBack = (label: StoredLabel | null): boolean =>
  label?.state === 'voided' || (label?.state === 'voiding' && label.attempts > 0);

/** Takes back the labels that nobody needs any more. The carrier is asked outside of any transaction, as when they are made. */
export async function voidLabels(context: Context): Promise<{ voided: number; kept: number }> {
  const now = context.clock.now();
  const waiting = await context.db.withSystem((tx) =>
    tx
      .selectFrom('returns')
      .select(['store_id as storeId', 'return_id as returnId'])
      .where((is) => is(is.ref('label', '->>').key('state'), '=', 'voiding'))
      .where((is) =>
        is.or([
          is(is.ref('label', '->>').key('heldUntil'), 'is', null),
          is(is.ref('label', '->>').key('heldUntil'), '<', now.toISOString()),
        ]),
      )
      .orderBy('updated_at')
      .limit(mostAtOnce)
      .execute(),
  );
  const report = { voided: 0, kept: 0 };
  for (const key of waiting) {
    if (context.stopping.aborted) break;
    const outcome = await voidLabel(context, key);
    if (outcome !== null) report[outcome] += 1;
  }
  return report;
}

async function voidLabel(context: Context, key: ReturnKey): Promise<VoidOutcome['state'] | null> {
  const task = await reserve(context, key);
  if (task === null) return null;
  try {
    return await keep(context, key, await task());
  } catch (error) {
    if (error instanceof LabelError) return keep(context, key, error);
    throw error;
  }
}

/**
 * Takes a label into hand: nobody else asks for it meanwhile. Answers with how the carrier is asked; null when there is nothing
 * to do any more.
 */
function reserve(context: Context, key: ReturnKey): Promise<(() => Promise<VoidOutcome>) | null> {
  const now = context.clock.now();
  return context.db.withStore(key.storeId, async (tx) => {
    const row = await holdReturn(tx, key);
    const { label, number } = row;
    if (label?.state !== 'voiding' || (label.heldUntil ?? '') >= now.toISOString()) return null;
    const heldUntil = new Date(now.getTime() + held).toISOString();
    await updateReturn(tx, key, written({ label: { ...label, attempts: label.attempts + 1, heldUntil } }));
    const slip = { storeName: '', lastDay: null, instructions: null, locale: 'en', now };
    const adapter = await labelAdapterOf(tx, context, key.storeId, slip);
    if (adapter.name === 'packing_slip') return async () => noAccount;
    const known = label.made?.providerId;
    const request = { returnNumber: number, providerId: typeof known === 'string' ? known : null };
    return () => adapter.void(request, context.stopping);
  });
}

const noAccount: VoidOutcome = {
  state: 'kept',
  reason: 'The store has no account with the carrier any more. Take the label back there by hand.',
};

/** What the carrier said, or that it is asked again, later each time. */
async function keep(
  context: Context,
  key: ReturnKey,
  said: VoidOutcome | LabelError,
): Promise<VoidOutcome['state'] | null> {
  const now = context.clock.now();
  return context.db.withStore(key.storeId, async (tx) => {
    const { label } = await holdReturn(tx, key);
    if (label?.state !== 'voiding') return null;
    const next = after(label, said, now);
    await updateReturn(tx, key, { ...written({ label: next }), updated_at: now });
    if (next.state !== 'voided') return next.state === 'kept' ? 'kept' : null;
    // A label that is worth nothing any more is given to nobody.
    await tx
      .deleteFrom('return_labels')
      .where('store_id', '=', key.storeId)
      .where('return_id', '=', key.returnId)
      .execute();
    return 'voided';
  });
}

function after(label: StoredLabel, said: VoidOutcome | LabelError, now: Date): StoredLabel {
  const done = { ...label, heldUntil: null };
  if (!(said instanceof LabelError)) {
    return { ...done, state: said.state, error: said.state === 'kept' ? said.reason : null };
  }
  if (!said.isTransient || label.attempts >= mostAttempts) {
    return { ...done, state: 'kept', error: said.message };
  }
  const pause = 30_000 * 2 ** label.attempts;
  return { ...label, error: said.message, heldUntil: new Date(now.getTime() + pause).toISOString() };
}
