import type { ClaimFiling } from '@postlude/contract';
import { addEntry } from '../case-log/audit.ts';
import { nextNumber } from '../case-log/number.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { type OwnersCall, ownedBy } from '../passports/owned-by.ts';
import { newId } from '../secrets/ids.ts';
import { attachUploads } from '../uploads/attach.ts';
import { type ClaimCase, readCase, unitOf } from './case.ts';
import { checkFiling } from './check-filing.ts';
import { doorsOf } from './doors.ts';
import { tellEvent } from './events.ts';
import { checkClaimsOf } from './limits.ts';
import { mailShopper } from './mails/send.ts';
import { knownAddress } from './postal.ts';
import { type ClaimRow, holdUnit, insertClaim, logOf } from './store.ts';

/** What became of a filing. */
export interface Filed {
  readonly of: ClaimCase;
  /** False when it was there already. */
  readonly isNew: boolean;
}

/** What is filed, about which unit, and in which language. */
export interface AskedFiling {
  readonly passportId: string;
  readonly filing: ClaimFiling;
  readonly locale: string | undefined;
}

/**
 * Files a claim: its unit is held, everything is read and decided anew, and the claim, its entry in the audit and the event
 * that tells of it are there together or not at all.
 *
 * @throws ApiProblem `not_found`, `too_many`, `upload_unknown`, and whatever `checkFiling` throws.
 */
export async function fileClaim(
  tx: Tx,
  context: Context,
  call: OwnersCall,
  { passportId, filing, locale }: AskedFiling,
): Promise<Filed> {
  const { storeId, session } = call;
  const { orderId } = session;
  const now = context.clock.now();
  await ownedBy(tx, call, passportId);
  await holdUnit(tx, { storeId, orderId, passportId });
  // Read again: it may have been handed over, or claimed, while this one waited.
  const facts = await ownedBy(tx, call, passportId);
  const unit = await unitOf(tx, facts, now);
  const same = facts.reader.isOwner
    ? await filedJustNow(tx, { storeId, orderId, passportId }, filing, now)
    : null;
  if (same) return { of: await readCase(tx, same, now), isNew: false };
  checkClaimsOf(unit.claims);
  const doors = await doorsOf(tx, unit);
  const checked = checkFiling(unit, doors, filing, await knownAddress(tx, { storeId, orderId }));
  const claimId = newId('claim', now.getTime());
  const row = await insertClaim(tx, {
    store_id: storeId,
    claim_id: claimId,
    passport_id: passportId,
    order_id: orderId,
    ...(await nextNumber(tx, 'claims', storeId, facts.reader.orderNumber)),
    route: filing.route,
    status: 'received',
    locale: locale ?? null,
    policy_version: unit.policyVersion,
    symptom: checked.symptom?.id ?? null,
    description: filing.description.trim(),
    since: filing.since,
    resolution: filing.resolution,
    place_id: checked.place?.id ?? null,
    address: toMaybeJson(checked.address),
    filed: toJson(filing),
    decision: toJson(doors),
    back_shipped: false,
    revision: 1,
    created_at: now,
    updated_at: now,
  });
  await addEntry(tx, logOf(row), {
    sequence: 1,
    at: now,
    by: 'shopper',
    action: 'file',
    before: null,
    after: 'received',
    note: null,
    data: { route: filing.route, resolution: filing.resolution },
    restore: null,
  });
  await attach(tx, { storeId, orderId, to: claimId, now }, filing.uploads ?? []);
  const of = await readCase(tx, row, now);
  await tellEvent(tx, 'claim.received', of);
  await mailShopper(tx, context, 'received', of);
  return { of, isNew: true };
}

async function attach(
  tx: Tx,
  about: { storeId: string; orderId: string; to: string; now: Date },
  ids: readonly string[],
): Promise<void> {
  try {
    await attachUploads(tx, { ...about, ids });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    throw new ApiProblem(error.code, {
      fields: { uploads: 'One of these files is not there.' },
      cause: error,
    });
  }
}

/** The same filing of a moment ago: a second tab, or a page that lost the answer and its Idempotency-Key with it. */
async function filedJustNow(
  tx: Tx,
  about: { readonly storeId: string; readonly orderId: string; readonly passportId: string },
  filing: ClaimFiling,
  now: Date,
): Promise<ClaimRow | null> {
  const row = await tx
    .selectFrom('claims')
    .selectAll()
    .where('store_id', '=', about.storeId)
    .where('passport_id', '=', about.passportId)
    .where('order_id', '=', about.orderId)
    .where('status', 'not in', ['done', 'declined', 'cancelled'])
    .where('created_at', '>', new Date(now.getTime() - sameFilingWithin))
    .executeTakeFirst();
  return row && filingKey(row.filed) === filingKey(filing) ? row : null;
}

const sameFilingWithin = 60_000;

const filingKey = (filing: ClaimFiling): string =>
  JSON.stringify([
    filing.route,
    filing.symptom,
    filing.description,
    filing.since,
    filing.resolution,
    filing.placeId ?? null,
    filing.uploads ?? [],
    filing.address ? Object.entries(filing.address).toSorted(([a], [b]) => (a < b ? -1 : 1)) : null,
  ]);
