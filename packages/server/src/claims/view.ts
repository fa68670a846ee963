import type { Claim, ClaimStatus, DoorDecision, Id, StaffClaim } from '@postlude/contract';
import { type Entry, readAudit, standing } from '../case-log/audit.ts';
import { readMessages, shownMessage } from '../case-log/messages.ts';
import type { Context } from '../context.ts';
import { symptomsFor } from '../cover/index.ts';
import type { Tx } from '../db/database.ts';
import { documentAddress } from '../documents/address.ts';
import { shownCovers } from '../passports/covers.ts';
import { textPicker } from '../returns/locale.ts';
import { readUploads } from '../uploads/read-uploads.ts';
import type { ClaimCase } from './case.ts';
import { readCosts } from './costs.ts';
import { doorsOf } from './doors.ts';
import { isAwaited, lifeOf, placeOf } from './life.ts';
import { benefitsUsed, claimsOf, doneOf, summaryOf } from './of-passports.ts';
import { offeredPlace } from './offered.ts';
import { publicStore } from './options.ts';
import { readParcels } from './parcels.ts';
import { sendInPlace, shownLines } from './postal.ts';
import { shownQuote } from './quote-rows.ts';
import { keyOf, logOf } from './store.ts';
import { endStatuses, possibleActions, shopperMay } from './transitions.ts';
import { canUndo } from './undo.ts';

/** A claim as its shopper sees it, in a language. */
export async function showClaim(
  tx: Tx,
  context: Context,
  of: ClaimCase,
  locale: string | undefined,
): Promise<Claim> {
  return view(tx, context, of, locale, await readAudit(tx, logOf(of.row)));
}

/** A claim as staff see it. */
export async function showStaffClaim(tx: Tx, context: Context, of: ClaimCase): Promise<StaffClaim> {
  const { row, facts } = of;
  const audit = await readAudit(tx, logOf(row));
  return {
    claim: await view(tx, context, of, undefined, audit),
    email: facts.reader.email,
    policyVersion: row.policy_version,
    quotes: of.quotes.map((quote) => shownQuote(quote, facts.today)),
    costs: await readCosts(tx, keyOf(row)),
    audit: audit.map(({ at, restore: _, sequence: __, ...entry }) => ({ ...entry, at: at.toISOString() })),
    actions: possibleActions(lifeOf(of), canUndo(of, audit)),
  };
}

async function view(
  tx: Tx,
  context: Context,
  of: ClaimCase,
  asked: string | undefined,
  audit: readonly Entry[],
): Promise<Claim> {
  const { row, facts, policy, quotes, now } = of;
  const { line, sold, reader, store } = facts;
  const key = keyOf(row);
  const locale = asked ?? row.locale ?? reader.locale ?? store.locale;
  const pick = textPicker(locale, store.locale);
  const messages = await readMessages(tx, logOf(row));
  const uploads = await readUploads(tx, context, key.storeId, [
    row.claim_id,
    ...messages.map(({ id }) => id),
  ]);
  const parcels = await readParcels(tx, of);
  const claims = (await claimsOf(tx, key.storeId, [row.passport_id])).get(row.passport_id) ?? [];
  const life = lifeOf(of);
  const symptom = symptomsFor(policy, sold, line).find(({ id }) => id === row.symptom);
  const place = placeOf(row, policy);
  const quote = quotes.findLast(({ state }) => state !== 'withdrawn');
  const comesIn = row.resolution === 'repair' || row.resolution === 'replacement';
  return {
    ...summaryOf(row),
    passportId: facts.id,
    orderId: reader.orderId,
    title: line.title,
    variant: line.variant,
    imageUrl: line.imageUrl,
    serial: facts.serial,
    route: row.route,
    symptomLabel: symptom ? pick(symptom.label) : null,
    description: row.description,
    since: row.since,
    uploads: [...(uploads.get(row.claim_id) ?? [])],
    resolution: row.resolution,
    place: place
      ? offeredPlace(pick, place)
      : comesIn || isAwaited(of)
        ? await sendInPlace(tx, of, locale)
        : null,
    address: row.address && { lines: shownLines(row.address, locale) },
    events: eventsOf(audit),
    question: row.question,
    declined: row.declined && { ...row.declined, stillOpen: await stillOpen(tx, { ...of, claims }) },
    quote: quote ? shownQuote(quote, facts.today) : null,
    inbound: parcels.inbound,
    outbound: parcels.outbound,
    documents: isAwaited(of)
      ? [
          {
            kind: 'packing_slip',
            url: documentAddress(context, { storeId: key.storeId, kind: 'claim_slip', id: key.claimId }, now),
          },
        ]
      : [],
    messages: messages.map((message) => shownMessage<Id<'claimMessage'>>(message, uploads)),
    expectedOn: row.expected_on,
    covers: shownCovers(facts, { done: doneOf(claims), benefitsUsed: benefitsUsed(claims) }, locale),
    canCancel: shopperMay('cancel', life),
    canTellParcel: canTellParcel(of),
    store: publicStore(store),
    refreshAfter: endStatuses.has(row.status) ? null : (parcels.refreshAfter ?? 300),
  };
}

const canTellParcel = (of: ClaimCase): boolean => {
  const to = lifeOf(of);
  return isAwaited(of) && (to.status === 'waiting' || shopperMay('tell_parcel', to));
};

/** Each step that led to another status and was not taken back. */
const eventsOf = (audit: readonly Entry[]): Claim['events'] =>
  standing(audit)
    .filter(({ before, after }) => before !== after)
    .map(({ at, after, note }) => ({ at: at.toISOString(), status: after as ClaimStatus, note }));

/** The doors that are open beside the one that was declined. */
async function stillOpen(tx: Tx, of: ClaimCase): Promise<DoorDecision[]> {
  const doors = await doorsOf(tx, of);
  return doors.filter(({ state, route }) => state === 'open' && route !== of.row.route);
}

/** The id of a row's claim. */
export const idOfClaim = (row: { readonly claim_id: string }): Id<'claim'> => row.claim_id as Id<'claim'>;
