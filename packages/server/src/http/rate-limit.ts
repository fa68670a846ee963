import { ApiProblem } from './api-problem.ts';

/** How many requests an address may make in a span of time. */
export interface RateLimitOptions {
  readonly requests: number;
  /** Milliseconds. */
  readonly window: number;
  /** Most addresses remembered; beyond it the oldest are forgotten, so that memory stays bounded under attack. */
  readonly addresses?: number;
}

/** Counts requests per key. */
export interface RateLimit {
  /** Counts one; throws `rate_limited` with the time the window ends when it is one too many. */
  take(key: string, now: Date): void;
}

/**
 * A limit against floods, kept in this process: it protects the process and need not be exact across several. What must
 * hold across processes (guessing at contacts) is counted in the database, see `sessions/attempts.ts`.
 */
export function createRateLimit({ requests, window, addresses = 20_000 }: RateLimitOptions): RateLimit {
  const counts = new Map<string, { count: number; endsAt: number }>();
  return {
    take(key, now) {
      const time = now.getTime();
      let entry = counts.get(key);
      if (!entry || entry.endsAt <= time) {
        entry = { count: 0, endsAt: time + window };
        // Set anew, so that the map's order is that of the windows' ends.
        counts.delete(key);
        counts.set(key, entry);
        for (const [oldest, { endsAt }] of counts) {
          if (endsAt > time && counts.size <= addresses) break;
          counts.delete(oldest);
        }
      }
      entry.count += 1;
      if (entry.count > requests) throw new ApiProblem('rate_limited', { retryAt: new Date(entry.endsAt) });
    },
  };
}
