import type { Context } from '../context.ts';
import type { StoredLabel } from '../db/schema/send-it-back.ts';
import { labelAdapterOf } from '../labels/adapter-of.ts';
import { type Label, type LabelAdapter, LabelError, type LabelRequest } from '../labels/label.ts';
import { subjectOfNumber } from '../tracking/known.ts';
import { holdCaseOf, readCase } from './case.ts';
import { mailShopper } from './mails/send.ts';
import { packedItems, shopperAddress, storeAddress } from './postal.ts';
import { type Changes, written } from './record.ts';
import { shipIfLeft } from './shipping.ts';
import { holdReturn, type ReturnKey, updateReturn } from './store.ts';
import { labelAtEnd, needsNoLabel } from './void-labels.ts';

/** How long one who makes a label has it to himself, in milliseconds. */
const held = 120_000;
/** Tries while a carrier is away, before somebody has to look. */
const mostAttempts = 5;
/** Labels made in one turn. */
const mostAtOnce = 20;

/**
 * Makes the labels that approved returns wait for. The carrier is asked outside of any transaction: one says that it is being
 * done, the next keeps what came of it. A process that dies in between leaves a label that is asked for again and is, with the
 * carrier, the same.
 */
export async function makeLabels(context: Context): Promise<{ made: number; failed: number }> {
  const now = context.clock.now();
  const waiting = await context.db.withSystem((tx) =>
    tx
      .selectFrom('returns')
      .select(['store_id as storeId', 'return_id as returnId'])
      .where((is) => is(is.ref('label', '->>').key('state'), '=', 'waiting'))
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
  const report = { made: 0, failed: 0 };
  for (const key of waiting) {
    if (context.stopping.aborted) break;
    const outcome = await makeLabel(context, key);
    if (outcome !== null) report[outcome] += 1;
  }
  return report;
}

interface Task {
  readonly adapter: LabelAdapter;
  readonly request: LabelRequest;
}

async function makeLabel(context: Context, key: ReturnKey): Promise<'made' | 'failed' | null> {
  const task = await reserve(context, key);
  if (task === null) return null;
  if ('error' in task) return keepFailure(context, key, task.error);
  try {
    await keepLabel(context, key, await task.adapter.create(task.request, context.stopping));
    return 'made';
  } catch (error) {
    if (error instanceof LabelError) return keepFailure(context, key, error);
    throw error;
  }
}

/** Takes a label into hand: nobody else asks for it meanwhile. Null when there is nothing to do any more. */
async function reserve(context: Context, key: ReturnKey): Promise<Task | { error: LabelError } | null> {
  const now = context.clock.now();
  return context.db.withStore(key.storeId, async (tx) => {
    const of = await holdCaseOf(tx, key, now);
    const { row } = of;
    const { label } = row;
    const isHeld = label?.heldUntil != null && label.heldUntil >= now.toISOString();
    if (label?.state !== 'waiting' || isHeld) return null;
    const { store } = of.known;
    const locale = of.sold.locale ?? store.locale;
    const slip = { storeName: store.name, lastDay: row.send_by, instructions: null, locale, now };
    const adapter = await labelAdapterOf(tx, context, key.storeId, slip);
    if (needsNoLabel(row.status)) {
      await updateReturn(tx, key, written({ label: labelAtEnd(label, row.status, now) }));
      return null;
    }
    if (row.status !== 'approved' || adapter.name === 'packing_slip') {
      await updateReturn(tx, key, written({ label: null }));
      return null;
    }
    const next: StoredLabel = {
      ...label,
      attempts: label.attempts + 1,
      heldUntil: new Date(now.getTime() + held).toISOString(),
    };
    await updateReturn(tx, key, written({ label: next }));
    const to = storeAddress(of.policy.policy, of.sold.country);
    const from = await shopperAddress(tx, row);
    if (!to)
      return {
        error: new LabelError('address_invalid', 'The policy has no return address for this country.'),
      };
    if (!from || from.lines.length === 0)
      return {
        error: new LabelError('address_invalid', 'The street the parcel comes from is not known.'),
      };
    const request = {
      returnNumber: row.number,
      orderNumber: of.sold.number,
      from,
      to,
      items: packedItems(of),
      parcel: null,
      currency: of.sold.currency,
    };
    return { adapter, request };
  });
}

async function keepLabel(context: Context, key: ReturnKey, label: Label): Promise<void> {
  const now = context.clock.now();
  await context.db.withStore(key.storeId, async (tx) => {
    const row = await holdReturn(tx, key);
    const { carrierName, trackingNumber, pdf, providerId, labelUrl, qr, cost } = label;
    const stored: StoredLabel = {
      state: 'ready',
      attempts: row.label?.attempts ?? 1,
      heldUntil: null,
      error: null,
      made: { providerId, labelUrl, qr, cost, isKept: pdf !== null },
    };
    if (needsNoLabel(row.status)) {
      await updateReturn(tx, key, written({ label: labelAtEnd(stored, row.status, now) }));
      return;
    }
    const set: Changes = {
      label: stored,
      carrier_name: carrierName || null,
      tracking_number: trackingNumber,
      subject: trackingNumber === null ? null : subjectOfNumber(trackingNumber),
    };
    const made = await updateReturn(tx, key, { ...written(set), updated_at: now });
    if (pdf) {
      const bytes = Buffer.from(pdf);
      await tx
        .insertInto('return_labels')
        .values({ store_id: key.storeId, return_id: key.returnId, pdf: bytes })
        .onConflict((conflict) => conflict.columns(['store_id', 'return_id']).doUpdateSet({ pdf: bytes }))
        .execute();
    }
    const of = await readCase(tx, made, now);
    if (row.label?.state !== 'ready') await mailShopper(tx, context, 'label', of, { label: pdf });
    await shipIfLeft(tx, of);
  });
}

/** A carrier that is away is asked again, later each time; everything else waits for staff, who see why. */
async function keepFailure(context: Context, key: ReturnKey, error: LabelError): Promise<'failed' | null> {
  const now = context.clock.now();
  return context.db.withStore(key.storeId, async (tx) => {
    const row = await holdReturn(tx, key);
    if (row.label === null) return null;
    if (needsNoLabel(row.status)) {
      const label = labelAtEnd({ ...row.label, heldUntil: null }, row.status, now);
      await updateReturn(tx, key, written({ label }));
      return null;
    }
    const goesOn = error.isTransient && row.label.attempts < mostAttempts;
    const pause = 30_000 * 2 ** row.label.attempts;
    const label: StoredLabel = {
      ...row.label,
      state: goesOn ? 'waiting' : 'failed',
      error: error.message,
      heldUntil: goesOn ? new Date(now.getTime() + pause).toISOString() : null,
    };
    await updateReturn(tx, key, { ...written({ label }), updated_at: now });
    return goesOn ? null : 'failed';
  });
}
