import type { WithdrawalTerms } from '@postlude/contract';
import type { WidgetSettings } from '../settings.ts';
import { readPublic } from './public-answer.ts';

/** Asks for the terms without the client's code, which is not needed before something is declared. */
export const readTerms = (
  settings: Pick<WidgetSettings, 'api' | 'store'>,
  signal: AbortSignal,
): Promise<WithdrawalTerms> =>
  readPublic<WithdrawalTerms>(
    settings,
    '/v1/withdrawal-terms',
    ({ offered, page }) => typeof offered === 'string' && typeof page === 'string',
    signal,
  );
