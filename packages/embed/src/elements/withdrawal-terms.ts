import type { WithdrawalTerms } from '@postlude/contract';
import type { WidgetSettings } from '../settings.ts';

/**
 * Asks for the terms without the client's code, which is not needed before something is declared.
 * Rejects with the `code` of the problem, or with `unreachable`.
 */
export async function readTerms(
  { api, store }: Pick<WidgetSettings, 'api' | 'store'>,
  signal: AbortSignal,
): Promise<WithdrawalTerms> {
  const url = api.replace(/\/*$/, '/v1/withdrawal-terms?store=') + encodeURIComponent(store);
  let response: Response | undefined;
  let answer: (Partial<WithdrawalTerms> & { code?: unknown; requestId?: unknown }) | null = null;
  try {
    response = await fetch(url, { credentials: 'omit', signal });
    answer = await response.json();
  } catch (cause) {
    if (!response) throw failure('unreachable', null, cause);
  }
  if (!response?.ok) throw failure(answer?.code ?? `http_${response?.status}`, answer?.requestId);
  if (typeof answer?.offered !== 'string' || typeof answer.page !== 'string')
    throw failure('contract_violated', null);
  return answer as WithdrawalTerms;
}

const failure = (code: unknown, requestId: unknown, cause?: unknown): Error =>
  Object.assign(new Error(`The terms of withdrawal could not be read: ${code}.`, { cause }), {
    code,
    requestId,
  });
