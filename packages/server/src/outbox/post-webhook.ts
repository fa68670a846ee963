import type { IncomingMessage } from 'node:http';
import { Refused, requestGuarded } from './guarded-request.ts';
import type { Outcome } from './outcome.ts';
import type { Reachable } from './reachable.ts';
import { redact } from './redact.ts';

/** A webhook about to be sent. */
export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly reachable: Reachable;
  /** Milliseconds from looking up the name to the status line. */
  readonly timeout: number;
  /** Aborted when the process stops. */
  readonly signal: AbortSignal;
}

/** Bytes of an answer that are looked at. */
const mostAnswer = 1_024;
/** Milliseconds the rest of an answer may take once its status is known. */
const answerPatience = 1_000;

/**
 * Sends one webhook. Resolves with what became of it, never rejects. Where it goes is guarded by `requestGuarded`.
 */
export async function postWebhook(post: WebhookPost): Promise<Outcome> {
  const timeout = AbortSignal.timeout(post.timeout);
  try {
    const response = await begin(post, AbortSignal.any([post.signal, timeout]));
    const status = response.statusCode ?? 0;
    const answer = redact(await beginningOf(response));
    return { status, answer: answer === '' ? null : answer, ...verdict(status) };
  } catch (error) {
    const none = { status: null, answer: null };
    if (post.signal.aborted) return { ...none, error: 'The backend was stopped.', means: 'stopped' };
    if (timeout.aborted) {
      return { ...none, error: `There was no answer in ${post.timeout / 1_000} seconds.`, means: 'hung' };
    }
    return { ...none, error: sentenceOf(error) };
  }
}

function verdict(status: number): Pick<Outcome, 'error' | 'means'> {
  if (status >= 200 && status < 300) return { error: null };
  // Standard Webhooks: 410 is how a receiver says that it wants nothing more.
  if (status === 410) return { error: 'The endpoint answered 410: it wants nothing more.', means: 'gone' };
  if (status >= 300 && status < 400) {
    return { error: `The endpoint answered ${status}; redirects are not followed.` };
  }
  return { error: `The endpoint answered ${status}.` };
}

function begin(post: WebhookPost, signal: AbortSignal): Promise<IncomingMessage> {
  const body = Buffer.from(post.body);
  const headers = { ...post.headers, 'content-type': 'application/json', 'content-length': body.length };
  const { reachable } = post;
  return requestGuarded({ url: new URL(post.url), method: 'POST', headers, body, reachable, signal });
}

/** The first bytes of an answer as text. Its status counts already, so a slow or endless rest changes nothing. */
function beginningOf(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const patience = setTimeout(() => done(), answerPatience);
    const done = () => {
      clearTimeout(patience);
      response.destroy();
      resolve(Buffer.concat(parts).subarray(0, mostAnswer).toString('utf8'));
    };
    response.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size >= mostAnswer) done();
    });
    response.once('end', done);
    response.once('close', done);
    response.on('error', done);
  });
}

function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (error instanceof Refused)
    return 'The address is not in the public internet, and OUTGOING_NETWORKS does not allow it.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The name of the endpoint leads nowhere (${code}).`;
  if (code === 'ECONNREFUSED') return 'Nobody listens at the endpoint (ECONNREFUSED).';
  return `The endpoint could not be reached (${code}).`;
}
