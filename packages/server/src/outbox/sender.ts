import type { Context } from '../context.ts';
import { attempt } from './attempt.ts';
import { type Claimed, claim, endLeases } from './claim.ts';
import { reachableBy } from './reachable.ts';

/** How a sender goes about it. */
export interface SenderOptions {
  /** Deliveries in flight at the same time; 16 unless told. */
  readonly most?: number;
  /** Milliseconds a webhook may take; 15 seconds unless told. */
  readonly timeout?: number;
  /** Milliseconds between two looks for what is due; 1 second unless told. */
  readonly pause?: number;
}

/** Sends what is due, beside requests. */
export interface Sender {
  /** Sends everything that is due now, and resolves when it was all tried. */
  sendDue(): Promise<void>;
  /** Goes on looking for what is due until it is stopped. */
  start(): Promise<void>;
  /** Takes on nothing new, waits for what is in flight up to the configured time, then breaks it off. */
  stop(): Promise<void>;
}

/** Makes a sender. Any number of them may work on one database, in one process or in many. */
export function createSender(context: Context, options: SenderOptions = {}): Sender {
  const { most = 16, timeout = 15_000, pause = 1_000 } = options;
  const reachable = reachableBy(context.config.outgoingNetworks);
  const breakOff = new AbortController();
  const inFlight = new Map<Promise<void>, string>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let filling: Promise<number> | null = null;
  let measuredAt = 0;

  /** Takes as many as there are free places. One at a time, so that two do not fill the same place. */
  function fill(): Promise<number> {
    filling ??= take().finally(() => {
      filling = null;
    });
    return filling;
  }

  async function take(): Promise<number> {
    const free = most - inFlight.size;
    if (free <= 0 || stopped) return 0;
    const claimed = await claim(context, free, countsInFlight());
    for (const one of claimed) begin(one);
    return claimed.length;
  }

  function countsInFlight(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const receiver of inFlight.values()) counts[receiver] = (counts[receiver] ?? 0) + 1;
    return counts;
  }

  function begin(claimed: Claimed): void {
    const { storeId, deliveryId } = claimed;
    const running: Promise<void> = attempt(context, claimed, { reachable, timeout, signal: breakOff.signal })
      // The lease ends by itself, and the next one tries.
      .catch((error: unknown) =>
        context.log.warn({ err: error, storeId, deliveryId }, 'a delivery could not be recorded now'),
      )
      .finally(() => inFlight.delete(running));
    inFlight.set(running, claimed.receiver);
  }

  async function look(): Promise<void> {
    try {
      // As soon as a place is free the next one goes out; the pause is only for when there is nothing to do.
      do {
        if (performance.now() - measuredAt > 15_000) await measure();
      } while ((await fill()) > 0 && !stopped && (await oneIsDone()));
    } catch (error) {
      context.log.warn({ err: error }, 'what is due to go out could not be read');
    }
    if (!stopped) lookIn(pause);
  }

  function lookIn(milliseconds: number): void {
    timer = setTimeout(() => {
      looking = look();
    }, milliseconds);
  }

  /** Resolves with true when one of those in flight has come to its end. */
  async function oneIsDone(): Promise<true> {
    // A race of nobody would never end.
    if (inFlight.size > 0) await Promise.race(inFlight.keys());
    return true;
  }

  async function measure(): Promise<void> {
    measuredAt = performance.now();
    const row = await context.db.withSystem((tx) =>
      tx
        .selectFrom('deliveries')
        .select((select) => select.fn.min('created_at').as('oldest'))
        .where('state', '=', 'waiting')
        .executeTakeFirst(),
    );
    const oldest = row?.oldest ?? null;
    const age = oldest === null ? 0 : context.clock.now().getTime() - oldest.getTime();
    context.metrics.outgoingOldest.set(age / 1_000);
  }

  let stopping: Promise<void> | null = null;
  function stop(): Promise<void> {
    stopping ??= end();
    return stopping;
  }

  async function end(): Promise<void> {
    stopped = true;
    clearTimeout(timer);
    const limit = setTimeout(() => breakOff.abort(), context.config.shutdownTimeout);
    await filling?.catch(() => undefined);
    await Promise.all([looking, ...inFlight.keys()]);
    clearTimeout(limit);
  }

  return {
    async sendDue() {
      while ((await fill()) > 0 || inFlight.size > 0) await oneIsDone();
    },
    async start() {
      if (context.db.kind === 'pglite') await endLeases(context);
      // Together with the requests in flight, so that the time for both is not added up.
      context.stopping.addEventListener('abort', () => void stop(), { once: true });
      lookIn(0);
    },
    stop,
  };
}
