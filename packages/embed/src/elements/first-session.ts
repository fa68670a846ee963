import type { Session } from '@postlude/contract';
import type { FirstAnswer } from '../widget.ts';

/** How long the first answer may take, in milliseconds; as long as any other call of the client. */
const deadline = 10_000;

/** Something went wrong with the first answer, in the words the widget's model understands. `passing`: another try may well succeed. */
const failed = (code: string, passing: boolean, problem: Readonly<Record<string, unknown>> = {}): Error =>
  Object.assign(new Error(code), problem, { code, passing });

/** True when the client may try what the first answer failed with. */
export const isPassing = (error: unknown): boolean =>
  (error as { readonly passing?: unknown } | null)?.passing === true;

/**
 * Reads the answer the loader asked for, which several widgets may do. The schema is checked later, when the client's code
 * is there anyway; here is only made sure that there is an order to draw. Rejects when `signal` aborts, and with the code
 * `timeout` when the answer takes too long.
 */
export function readFirstSession(first: FirstAnswer, signal: AbortSignal): Promise<Session> {
  return new Promise((resolve, reject) => {
    const late = () => {
      first.aborting.abort();
      reject(failed('timeout', false));
    };
    const leave = () => {
      first.aborting.abort();
      reject(signal.reason);
    };
    const timer = setTimeout(late, deadline);
    signal.addEventListener('abort', leave, { once: true });
    first.body = first.body || readBody(first.response, isSession);
    first.body.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
    });
  });
}

/** Reads an answer that is JSON. Rejects with the code of the problem, with `unreachable`, or with `contract_violated` where it is not right. */
export async function readBody<Body>(
  answer: Promise<Response>,
  isRight: (value: unknown) => value is Body,
): Promise<Body> {
  const response = await answer.catch(() => {
    throw failed('unreachable', true);
  });
  const body: Record<string, unknown> | undefined = await response.json().catch(() => {});
  if (response.ok && isRight(body)) return body;
  // What is no JSON at all may have broken off on its way.
  if (response.ok) throw failed('contract_violated', !body);
  // Whoever reads a code takes what is no text for none.
  throw failed((body?.code as string) || `http_${response.status}`, response.status >= 500, body);
}

/** True for what can be drawn as an order with its session. */
export function isSession(value: unknown): value is Session {
  const session = value as Partial<Session> | null | undefined;
  return typeof session?.token === 'string' && Array.isArray(session.order?.shipments);
}
