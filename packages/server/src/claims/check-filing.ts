import type { ClaimAddress, ClaimFiling, DoorDecision, RepairPlace, Symptom } from '@postlude/contract';
import { symptomsFor } from '../cover/index.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { UnitFacts } from './case.ts';
import { placesFor, resolutionsFor } from './doors.ts';

/** A filing that fits. */
export interface CheckedFiling {
  readonly symptom: Symptom | null;
  readonly place: RepairPlace | null;
  readonly address: ClaimAddress | null;
}

const problem = (code: ConstructorParameters<typeof ApiProblem>[0], field: string, why: string) =>
  new ApiProblem(code, { fields: { [field]: why } });

/**
 * Holds what is filed against the doors and the policy.
 *
 * @throws ApiProblem `route_closed`, `symptom_unknown`, `photos_required`, `date_impossible`, `resolution_unavailable`,
 *   `place_unavailable`, `address_required`, `invalid_input`; `fields` says where.
 */
export function checkFiling(
  unit: UnitFacts,
  doors: readonly DoorDecision[],
  filing: ClaimFiling,
  known: ClaimAddress | null,
): CheckedFiling {
  const door = doors.find(({ route }) => route === filing.route);
  if (door?.state !== 'open') {
    const because = door?.because ?? 'not_offered';
    const why = because === 'cover_ended' ? `${because} ${door?.lastDay ?? ''}`.trim() : because;
    throw problem('route_closed', 'route', why);
  }
  const symptom = symptomOf(unit, filing);
  if (symptom?.photos === 'required' && (filing.uploads ?? []).length === 0) {
    throw problem('photos_required', 'uploads', 'A photo is needed for this.');
  }
  checkDay(unit, filing.since);
  if (filing.description.trim() === '') {
    throw problem('invalid_input', 'description', 'This is missing.');
  }
  if (!resolutionsFor(filing.route, unit).includes(filing.resolution)) {
    throw problem('resolution_unavailable', 'resolution', 'This is not on offer here.');
  }
  const place = chosenPlace(unit, filing);
  const address = needsAddress(filing, place) ? (filing.address ?? known) : null;
  if (address === null && needsAddress(filing, place)) {
    throw problem('address_required', 'address', 'This is missing.');
  }
  return { symptom, place, address };
}

function symptomOf({ policy, facts }: UnitFacts, { symptom }: ClaimFiling): Symptom | null {
  const offered = symptomsFor(policy, facts.sold, facts.line);
  if (symptom === null && offered.length === 0) return null;
  const found = offered.find(({ id }) => id === symptom);
  if (!found) throw problem('symptom_unknown', 'symptom', 'Please choose one of the list.');
  return found;
}

/** Nothing breaks tomorrow, or before it was bought. An item whose day of purchase is only about known may have been bought before. */
function checkDay({ facts }: UnitFacts, since: string): void {
  if (since > facts.today) throw problem('date_impossible', 'since', 'This day is still to come.');
  if (!facts.purchasedAbout && since < facts.purchasedOn) {
    throw problem('date_impossible', 'since', `This day is before it was bought (${facts.purchasedOn}).`);
  }
}

function chosenPlace(unit: UnitFacts, { resolution, placeId = null }: ClaimFiling): RepairPlace | null {
  const offered = resolution === 'repair' ? placesFor(unit) : [];
  if (placeId === null && offered.length === 0) return null;
  const place = offered.find(({ id }) => id === placeId);
  if (!place) throw problem('place_unavailable', 'placeId', 'Please choose one of the places on offer.');
  return place;
}

/** Whether something is sent to the shopper, or somebody comes. */
function needsAddress({ resolution }: ClaimFiling, place: RepairPlace | null): boolean {
  if (resolution === 'refund' || resolution === 'store_credit') return false;
  return place?.kind !== 'in_store' && place?.kind !== 'partner';
}
