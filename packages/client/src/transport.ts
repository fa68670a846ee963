import ky from 'ky';
import { refusalOf, type TransportAnswer } from './answer.ts';
import { type Budget, openBudget, type Sleep, sleep as sleepOnTimer } from './budget.ts';
import { NetworkError } from './errors.ts';
import { isTransient, pauseAfter } from './retry.ts';

/** How a transport is made. */
export interface TransportOptions {
  /** Where the backend answers, with any path before `/v1`: `https://postlude.example`, `https://shop.example/apps/postlude`. */
  readonly baseUrl: string;
  /** The publishable key (`pk_…`). Calls of a storefront need it, calls of staff do not. */
  readonly store?: string | undefined;
  /** Instead of the global `fetch`, looked up anew at every call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds until a call gives up, all tries and pauses counted. 10 000 unless told. */
  readonly deadline?: number | undefined;
  /** How often a call that may be repeated is tried again. 2 unless told. */
  readonly retries?: number | undefined;
  /** For tests: waits instead of `setTimeout`. */
  readonly sleep?: Sleep | undefined;
  /** For tests: instead of `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** For tests: instead of `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** A request on its way out. */
export interface TransportRequest {
  readonly method: string;
  /** Below the base address, escaped, with its query: `/v1/orders/ord_…`. */
  readonly path: string;
  /** True when the publishable key goes along as `?store=`. */
  readonly withStore: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob;
  /** True when sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
  /** Milliseconds, where a call takes longer than the transport's own deadline. */
  readonly deadline?: number | undefined;
  /** Instead of the transport's, for this call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** True when it is to arrive even when the page goes. */
  readonly keepalive?: boolean | undefined;
}

/** What carries calls to the server. One method, so that a test can stand in for it. */
export interface Transport {
  /** Resolves with a 2xx or 304; everything else rejects with a `PostludeError`. */
  send(request: TransportRequest): Promise<TransportAnswer>;
}

/**
 * Makes what the endpoint functions send through: a total deadline, bounded retries with jitter, `Retry-After`, abort.
 * Creating it sends nothing and keeps nothing global.
 *
 * @throws TypeError when the base address is not an http(s) address.
 * @example
 * ```ts
 * const transport = createTransport({ store: 'pk_…', baseUrl: 'https://postlude.example' });
 * const session = await openSession(transport, { by: 'lookup', order: '1001', contact: 'mia@example.com' });
 * ```
 */
export function createTransport(options: TransportOptions): Transport {
  const base = baseAddress(options.baseUrl);
  const { store, deadline = 10_000, retries = 2, random = Math.random, now = Date.now } = options;
  const wait = options.sleep ?? sleepOnTimer;
  // Looked up late and called as a function of the window: a bound copy would miss what the page puts around it later.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  /** ky sends one try; its own retries know neither a total deadline nor a body that breaks off, and cap `Retry-After`. */
  async function once(url: string, request: TransportRequest, headers: Headers, budget: Budget) {
    let response: Response;
    let body: string;
    try {
      response = await ky(url, {
        method: request.method,
        headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        // A followed redirect turns a POST into a GET, or hands its body to another host.
        redirect: request.method === 'GET' ? 'follow' : 'manual',
        signal: budget.signal,
        ...(request.keepalive ? { keepalive: true } : {}),
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        fetch: request.fetch ?? fetch,
      });
      body = await response.text();
    } catch (cause) {
      const offline = globalThis.navigator?.onLine === false;
      return { error: new NetworkError(offline ? 'offline' : 'unreachable', cause), wait: null };
    }
    if (response.ok || response.status === 304) {
      return { answer: { status: response.status, body, etag: response.headers.get('etag') } };
    }
    return refusalOf(response, body, now());
  }

  return {
    async send(request) {
      const url = addressOf(base, request, store);
      // Made here, outside of what is retried: a header that cannot be sent is the caller's mistake, not the network's.
      const headers = new Headers(request.headers);
      const budget = openBudget({
        deadline: request.deadline ?? deadline,
        signal: request.signal,
        now,
        sleep: wait,
      });
      try {
        for (let attempt = 0; ; attempt++) {
          const outcome = await budget.run(() => once(url, request, headers, budget));
          if ('answer' in outcome) return outcome.answer;
          const { error } = outcome;
          const pause = outcome.wait ?? pauseAfter(attempt, random);
          const again = request.repeatable && attempt < retries && isTransient(error);
          // A pause that does not fit is not waited for: the error that tells `retryAt` is worth more at once.
          if (!again || pause >= budget.remaining()) throw error;
          budget.note(error);
          await budget.run(() => wait(pause, budget.signal));
        }
      } finally {
        budget.close();
      }
    },
  };
}

function baseAddress(baseUrl: string): string {
  let url: URL;
  try {
    url = new URL(baseUrl, globalThis.location?.href);
  } catch (cause) {
    throw new TypeError(`baseUrl must be an address like https://postlude.example, not “${baseUrl}”.`, {
      cause,
    });
  }
  if (!/^https?:$/.test(url.protocol))
    throw new TypeError(`baseUrl must be http or https, not ${url.protocol}`);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function addressOf(base: string, { path, withStore }: TransportRequest, store: string | undefined): string {
  if (!withStore) return base + path;
  if (!store)
    throw new TypeError('This call needs the publishable key: createTransport({ store: "pk_…", … }).');
  return `${base}${path}${path.includes('?') ? '&' : '?'}store=${encodeURIComponent(store)}`;
}
