import type {
  ClaimOptions,
  ClaimResolution,
  ClaimRoute,
  DoorDecision,
  DoorKind,
  OfferedPlace,
  OfferedSymptom,
} from '@postlude/contract';
import { type ClaimChoice, type ClaimStep, claimStepNames } from './state.ts';

const routes: readonly DoorKind[] = ['legal_guarantee', 'warranty', 'repair'] satisfies ClaimRoute[];

/** True for a door that is filed as a claim; the others are opened by other widgets. */
export const isClaimRoute = (route: DoorKind): route is ClaimRoute => routes.includes(route);

/** A choice in which nothing is chosen. */
export const emptyChoice = (country: string): ClaimChoice => ({
  route: null,
  symptom: null,
  help: null,
  description: '',
  since: '',
  resolution: null,
  placeId: null,
  addressKind: 'known',
  address: { name: '', line1: '', line2: '', city: '', region: '', postcode: '', country },
});

/** True for a choice in which something was chosen or typed. */
export const isBegun = ({ route, symptom, description }: ClaimChoice): boolean =>
  Boolean(route && (symptom || description));

/** The door of a route, if it is open. */
export const openDoor = (options: ClaimOptions, route: DoorKind | null): DoorDecision | undefined =>
  options.doors.find((door) => door.route === route && door.state === 'open');

/** The symptom that was chosen, as it is offered. */
export const symptomOf = (options: ClaimOptions, { symptom }: ClaimChoice): OfferedSymptom | undefined =>
  options.symptoms.find(({ id }) => id === symptom);

/** What the chosen route can end with, in the order of preference. */
export const kindsOf = (options: ClaimOptions, { route }: ClaimChoice): readonly ClaimResolution[] =>
  options.resolutions.find((one) => one.route === route)?.kinds ?? [];

/** The places to choose from: only a repair is done somewhere. */
export const placesOf = (
  options: ClaimOptions,
  { resolution }: Pick<ClaimChoice, 'resolution'>,
): readonly OfferedPlace[] => (resolution === 'repair' ? options.places : []);

/** The place that was chosen. */
export const placeOf = (options: ClaimOptions, choice: ClaimChoice): OfferedPlace | undefined =>
  placesOf(options, choice).find(({ id }) => id === choice.placeId);

/** True where something is sent to the shopper, or somebody comes. */
export function needsAddress(options: ClaimOptions, choice: ClaimChoice): boolean {
  if (choice.resolution === 'kit' || choice.resolution === 'replacement') return true;
  if (choice.resolution !== 'repair') return false;
  const kind = placeOf(options, choice)?.kind ?? 'send_in';
  return kind === 'send_in' || kind === 'at_home';
}

/** The steps of a choice, in order. */
export function claimSteps(options: ClaimOptions, choice: ClaimChoice): readonly ClaimStep[] {
  const kinds = kindsOf(options, choice);
  const asksWhat = kinds.length > 1 || (kinds.includes('repair') && options.places.length > 1);
  const has: Readonly<Record<ClaimStep, boolean>> = {
    doors: true,
    symptom: options.symptoms.length > 0,
    help: symptomOf(options, choice)?.help != null,
    details: true,
    solution: asksWhat,
    address: needsAddress(options, choice),
    check: true,
  };
  return claimStepNames.filter((step) => has[step]);
}

/** Which of how many steps it is. The doors come before the first; first help belongs to its symptom. */
export function placeOfStep(
  options: ClaimOptions,
  choice: ClaimChoice,
  step: ClaimStep,
): { readonly n: number; readonly total: number } {
  const counted: readonly ClaimStep[] = claimSteps(options, choice).filter(
    (name) => name !== 'doors' && name !== 'help',
  );
  return { n: Math.max(1, counted.indexOf(step === 'help' ? 'symptom' : step) + 1), total: counted.length };
}

/** The choice with what there is no choice about already chosen, and without what is not on offer (any more). */
export function fitting(options: ClaimOptions, choice: ClaimChoice): ClaimChoice {
  const route = openDoor(options, choice.route) ? choice.route : null;
  const kinds = kindsOf(options, { ...choice, route });
  const kept = kinds.find((kind) => kind === choice.resolution);
  const resolution = kept ?? (kinds.length === 1 ? (kinds[0] ?? null) : null);
  const places = placesOf(options, { resolution });
  const place = places.find(({ id }) => id === choice.placeId) ?? (places.length === 1 ? places[0] : null);
  return {
    ...choice,
    route,
    symptom: symptomOf(options, choice)?.id ?? null,
    resolution,
    placeId: place?.id ?? null,
    addressKind: options.addressKnown ? choice.addressKind : 'other',
  };
}

/** The step to go on with: the wanted one where all before it is whole, or else the first that is not. */
export function stepFrom(
  options: ClaimOptions,
  choice: ClaimChoice,
  wanted: ClaimStep,
  isWhole: (step: ClaimStep) => boolean,
): ClaimStep {
  const steps = claimSteps(options, choice);
  const before = steps.slice(0, Math.max(0, steps.indexOf(wanted)));
  return before.find((step) => !isWhole(step)) ?? (steps.includes(wanted) ? wanted : 'doors');
}
