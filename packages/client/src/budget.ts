import { AbortedError, type PostludeError, TimeoutError } from './errors.ts';

/** Resolves after `ms` milliseconds, or rejects as soon as the signal is aborted. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** The longest `setTimeout` keeps to (2³¹ − 1 ms); anything longer fires at once. */
const longestTimer = 2_147_483_647;

/** `Sleep` on `setTimeout`. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(ms, longestTimer));
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });

/** What a call may use up: one deadline over all its tries and pauses, and the caller's patience. */
export interface Budget {
  /** Aborted when the deadline passes or the caller aborts. */
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remaining(): number;
  /** Starts work and waits for it, but no longer than the budget lasts, even where the work does not listen to the signal. */
  run<T>(start: () => Promise<T>): Promise<T>;
  /** What the try before met, kept as the cause of a timeout. */
  note(failure: unknown): void;
  /** Lets go of the timer and of the caller's signal. */
  close(): void;
}

/**
 * Opens a budget. Built on `AbortController` alone: `AbortSignal.any` and `AbortSignal.timeout` are missing in
 * browsers that are still in use.
 */
export function openBudget(options: {
  deadline: number;
  signal: AbortSignal | undefined;
  now: () => number;
  sleep: Sleep;
}): Budget {
  const { deadline, signal: caller, now } = options;
  const end = now() + deadline;
  const work = new AbortController();
  const timer = new AbortController();
  let over: PostludeError | undefined;
  let met: unknown;

  const stop = (error: PostludeError) => {
    if (over) return;
    over = error;
    work.abort(error);
  };
  const onAbort = () => stop(new AbortedError(caller?.reason));

  if (caller?.aborted) onAbort();
  caller?.addEventListener('abort', onAbort);
  options.sleep(deadline, timer.signal).then(
    () => stop(new TimeoutError(deadline, met)),
    () => undefined,
  );

  return {
    signal: work.signal,
    remaining: () => end - now(),
    run: (start) =>
      new Promise((resolve, reject) => {
        if (over) return reject(over);
        work.signal.addEventListener('abort', () => reject(over), { once: true });
        // What the work throws because it was aborted is of no interest: `over` says why.
        start().then(resolve, (error) => reject(over ?? error));
      }),
    note: (failure) => {
      met = failure;
    },
    close: () => {
      caller?.removeEventListener('abort', onAbort);
      timer.abort();
    },
  };
}
