import type { Claim } from '@postlude/contract';
import type { ClaimsUi } from '../ui.ts';

/** Under which name the sentences about a claim stand: its state, or that its quote has ended unanswered. */
export const sayingOf = ({ status, quote }: Pick<Claim, 'status' | 'quote'>): string =>
  status === 'quoted' && quote?.state === 'expired' ? 'quote_expired' : status;

/** The headline of a claim. */
export const claimTitle = (ui: ClaimsUi, claim: Pick<Claim, 'status' | 'quote'>): string =>
  ui.known(`claim.title.${sayingOf(claim)}`) ?? ui.say('claim.title.other');
