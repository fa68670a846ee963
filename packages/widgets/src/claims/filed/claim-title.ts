import type { Claim } from '@postlude/contract';
import type { ClaimsUi } from '../ui.ts';

/** The headline of a claim. */
export const claimTitle = (ui: ClaimsUi, { status }: Pick<Claim, 'status'>): string =>
  ui.known(`claim.title.${status}`) ?? ui.say('claim.title.other');
