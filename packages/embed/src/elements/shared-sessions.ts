import type { Session, SessionRequest } from '@postlude/contract';
import type { WidgetSettings } from '../settings.ts';

/** An open session, and when it was opened in milliseconds since 1970. */
export interface SharedSession {
  readonly session: Session;
  readonly at: number;
}

interface Entry {
  readonly promise: Promise<SharedSession>;
  readonly aborting: AbortController;
  /** How many widgets wait for it. */
  waiting: number;
  /** When it ends, once it is open. */
  open?: SharedSession;
}

/** The page's sessions by what opened them. They end of their own accord, so there are never many. */
const entries = new Map<string, Entry>();

/** What two widgets have in common that share a session; null for a lookup and a gift's code, which are each widget's own. */
export function sessionKey(
  { api, store }: Pick<WidgetSettings, 'api' | 'store'>,
  request: SessionRequest,
): string | null {
  return request.by === 'proof' ? [api, store, request.order, request.proof].join('\n') : null;
}

/** True when a session opens nothing any more. */
export const hasEnded = ({ expiresAt }: Session): boolean => Date.parse(expiresAt) <= Date.now();

/**
 * The session of a key: the one that is open or being opened for another widget of the page, otherwise what `open` gives.
 * The request is aborted when the last of those who wait for it leaves; one that failed or has ended is made anew.
 * @param useless the token of a session the caller had already: it does not want that one again
 */
export function shareSession(
  key: string,
  useless: string | undefined,
  signal: AbortSignal,
  open: (signal: AbortSignal) => Promise<Session>,
): Promise<SharedSession> {
  let entry = entries.get(key);
  const known = entry?.open?.session;
  if (!entry || (known && (known.token === useless || hasEnded(known)))) {
    entry = start(key, open);
  }
  return join(entry, key, signal);
}

function start(key: string, open: (signal: AbortSignal) => Promise<Session>): Entry {
  const aborting = new AbortController();
  const promise = open(aborting.signal).then(
    (session) => {
      entry.open = { session, at: Date.now() };
      return entry.open;
    },
    (error: unknown) => {
      forget(key, entry);
      throw error;
    },
  );
  const entry: Entry = { promise, aborting, waiting: 0 };
  entries.set(key, entry);
  return entry;
}

function join(entry: Entry, key: string, signal: AbortSignal): Promise<SharedSession> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      reject(signal.reason);
      entry.waiting--;
      if (entry.waiting > 0 || entry.open) return;
      forget(key, entry);
      entry.aborting.abort();
    };
    if (signal.aborted) return reject(signal.reason);
    entry.waiting++;
    signal.addEventListener('abort', leave, { once: true });
    entry.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function forget(key: string, entry: Entry): void {
  if (entries.get(key) === entry) entries.delete(key);
}
