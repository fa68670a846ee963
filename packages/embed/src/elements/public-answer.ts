import type { WidgetSettings } from '../settings.ts';

/**
 * Reads something anybody may read of a store, without the client's code. Rejects with the `code` of the problem, or with
 * `unreachable`.
 * @param path behind the backend's address, with or without parameters
 * @param isRight whether what came is what was asked for, as far as a look can tell
 */
export async function readPublic<Answer>(
  { api, store }: Pick<WidgetSettings, 'api' | 'store'>,
  path: string,
  isRight: (answer: Partial<Record<keyof Answer, unknown>>) => boolean,
  signal: AbortSignal,
): Promise<Answer> {
  const url = `${api.replace(/\/*$/, path)}${path.includes('?') ? '&' : '?'}store=${encodeURIComponent(store)}`;
  let response: Response | undefined;
  let answer: (Partial<Record<keyof Answer, unknown>> & { code?: unknown; requestId?: unknown }) | null =
    null;
  try {
    response = await fetch(url, { credentials: 'omit', signal });
    answer = await response.json();
  } catch (cause) {
    if (!response) throw failure('unreachable', null, cause);
  }
  if (!response?.ok) throw failure(answer?.code ?? `http_${response?.status}`, answer?.requestId);
  if (!answer || !isRight(answer)) throw failure('contract_violated', null);
  return answer as Answer;
}

const failure = (code: unknown, requestId: unknown, cause?: unknown): Error =>
  Object.assign(new Error(`It could not be read: ${code}.`, { cause }), { code, requestId });
