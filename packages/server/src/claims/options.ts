import { type ClaimOptions, claimRoutes, uploadLimit } from '@postlude/contract';
import { symptomsFor } from '../cover/index.ts';
import type { Tx } from '../db/database.ts';
import { shownCovers } from '../passports/covers.ts';
import { textPicker } from '../returns/locale.ts';
import type { KnownStore } from '../tracking/index.ts';
import type { UnitFacts } from './case.ts';
import { doorsOf, placesFor, resolutionsFor } from './doors.ts';
import { benefitsUsed, doneOf } from './of-passports.ts';
import { offeredPlace, offeredSymptom } from './offered.ts';
import { knownAddress } from './postal.ts';

/** Files that a claim may have. */
const filesPerClaim = 10;

/** Reads every door for a unit, and what a claim asks. */
export async function readOptions(
  tx: Tx,
  unit: UnitFacts,
  asked: { readonly locale?: string | undefined },
): Promise<ClaimOptions> {
  const { facts, claims, policy } = unit;
  const { reader, store } = facts;
  const locale = asked.locale ?? reader.locale ?? store.locale;
  const pick = textPicker(locale, store.locale);
  const address = await knownAddress(tx, { storeId: facts.storeId, orderId: reader.orderId });
  return {
    passportId: facts.id,
    doors: await doorsOf(tx, unit),
    covers: reader.isOwner
      ? shownCovers(facts, { done: doneOf(claims), benefitsUsed: benefitsUsed(claims) }, locale)
      : [],
    symptoms: symptomsFor(policy, facts.sold, facts.line).map((each) => offeredSymptom(pick, each)),
    resolutions: claimRoutes.map((route) => ({ route, kinds: resolutionsFor(route, unit) })),
    places: placesFor(unit).map((each) => offeredPlace(pick, each)),
    claims: claims.filter(({ orderId }) => orderId === reader.orderId).map(({ summary }) => summary),
    addressKnown: address !== null,
    policyVersion: unit.policyVersion,
    uploads: { perItem: filesPerClaim, bytes: uploadLimit },
    store: publicStore(store),
  };
}

/** What everybody may know of a store. */
export const publicStore = ({ name, locale, timeZone, contact }: KnownStore): ClaimOptions['store'] => ({
  name,
  locale,
  timeZone,
  contact,
});
