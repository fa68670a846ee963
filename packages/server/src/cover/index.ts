export { type DecidedCover, decideCovers, inTimeToRegister } from './decide-covers.ts';
export { type DoorFacts, decideDoors } from './decide-doors.ts';
export type { CoverFacts, DoneClaim } from './facts.ts';
export { planFor, serialRuleFor, symptomsFor } from './match-plan.ts';
export { addMonths } from './months.ts';
export { type CoverReader, showCovers } from './show-covers.ts';
