import type { ClaimStep } from './state.ts';

/** Where a problem is put right; the doors unless it says. */
export const placeOfProblem: Readonly<Record<string, ClaimStep>> = {
  route_closed: 'doors',
  symptom_unknown: 'symptom',
  date_impossible: 'details',
  photos_required: 'details',
  upload_unknown: 'details',
  resolution_unavailable: 'solution',
  place_unavailable: 'solution',
  address_required: 'address',
};
