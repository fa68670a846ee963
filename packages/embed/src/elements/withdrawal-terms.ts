import type { WithdrawalTerms } from '@postlude/contract';
import type { WidgetSettings } from '../settings.ts';
import { readBody } from './first-session.ts';

/** Asks for the terms without the client's code, which is not needed before something is declared. */
export function readTerms(
  { api, store }: Pick<WidgetSettings, 'api' | 'store'>,
  signal: AbortSignal,
): Promise<WithdrawalTerms> {
  const url = api.replace(/\/*$/, '/v1/withdrawal-terms?store=') + encodeURIComponent(store);
  return readBody(fetch(url, { credentials: 'omit', signal }), isTerms);
}

function isTerms(value: unknown): value is WithdrawalTerms {
  const terms = value as Partial<WithdrawalTerms> | null | undefined;
  return typeof terms?.offered === 'string' && typeof terms.page === 'string';
}
