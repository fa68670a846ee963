import type { ClaimAddress, ClaimFiling } from '@postlude/contract';
import { needsAddress, placesOf } from './choice.ts';
import type { FilingState, TypedAddress } from './state.ts';

/** The choice as the wire takes it; null while it has no route or no resolution. */
export function toClaimFiling({ options, choice, files }: FilingState): ClaimFiling | null {
  const { route, symptom, description, since, resolution, addressKind } = choice;
  if (!route || !resolution) return null;
  const uploads = files.flatMap(({ uploadId }) => (uploadId ? [uploadId] : []));
  const asksPlace = placesOf(options, choice).length > 0;
  const isOther = needsAddress(options, choice) && addressKind === 'other';
  return {
    route,
    symptom,
    description: description.trim(),
    since,
    // Ids came from the store and go back to it as they are.
    uploads: uploads as NonNullable<ClaimFiling['uploads']>,
    resolution,
    placeId: asksPlace ? choice.placeId : null,
    ...(isOther ? { address: sentAddress(choice.address) } : {}),
  };
}

/** An address without what was left empty. */
function sentAddress(typed: TypedAddress): ClaimAddress {
  const { name, line1, line2, city, region, postcode, country } = typed;
  return {
    name: name.trim(),
    lines: [line1, line2].map((line) => line.trim()).filter(Boolean),
    city: city.trim(),
    region: region.trim() || null,
    postcode: postcode.trim() || null,
    country,
  };
}
