import type { PromiseChange, TrackingStatus } from '@postlude/contract';
import { readZone, writeInstant } from './calendar.ts';
import type { ParcelEvent, ParcelPromise } from './news.ts';

/** How many changes a ledger shows: the first promise and the latest changes. */
const mostChanges = 50;

/** What may be behind a promise that was moved. */
const reasons: ReadonlySet<TrackingStatus> = new Set(['delayed', 'held', 'attempt_failed', 'exception']);
const movingReasons: ReadonlySet<string> = new Set(['missorted', 'redirected', 'rescheduled']);

/**
 * The promise ledger: what was promised, when it changed, and why if that is known. Oldest first.
 *
 * Each source repeats its promise with every message, so only its *changes* count; otherwise two sources that disagree
 * would seem to change their minds in turns. What was told after the delivery is no promise and is left out; what was
 * promised before stays. The current promise is the last entry.
 */
export function readLedger(
  promises: readonly ParcelPromise[],
  events: readonly ParcelEvent[],
  deliveredAt: number | null,
): PromiseChange[] {
  const told = deliveredAt === null ? promises : promises.filter((each) => each.observedAt <= deliveredAt);
  const entries: ParcelPromise[] = [];
  const lastOfSource = new Map<string, ParcelPromise>();
  for (const promise of told) {
    const before = lastOfSource.get(promise.source);
    lastOfSource.set(promise.source, promise);
    if (before && isSame(before, promise)) continue;
    const last = entries.at(-1);
    if (last && isSame(last, promise)) continue;
    entries.push(promise);
  }
  const ledger = entries.map((promise, index) => {
    const before = entries[index - 1] ?? null;
    return {
      observedAt: writeInstant(promise.observedAt),
      promise: {
        from: promise.from,
        until: promise.until,
        zone: readZone(promise.zone),
        source: promise.promisedBy,
      },
      change: before === null ? ('first' as const) : changeOf(before, promise, entries.slice(0, index - 1)),
      reason: promise.reason ?? (before && reasonBetween(before, promise, events)),
    };
  });
  const [first, ...changes] = ledger;
  return first ? [first, ...changes.slice(1 - mostChanges)] : [];
}

const isSame = (a: ParcelPromise, b: ParcelPromise): boolean => a.from === b.from && a.until === b.until;

const firstDay = (promise: ParcelPromise): string => promise.from ?? promise.until;

/** A promise that had been replaced and comes back word for word was restored; the others are compared by their ends. */
function changeOf(
  before: ParcelPromise,
  now: ParcelPromise,
  earlier: readonly ParcelPromise[],
): PromiseChange['change'] {
  if (earlier.some((promise) => isSame(promise, now))) return 'withdrawn_and_restored';
  const startsLater = firstDay(now) > firstDay(before);
  const startsEarlier = firstDay(now) < firstDay(before);
  const endsLater = now.until > before.until;
  const endsEarlier = now.until < before.until;
  if (!startsEarlier && !endsLater) return 'narrowed';
  if (!startsLater && !endsEarlier) return 'widened';
  return endsLater ? 'later' : 'earlier';
}

/** The latest trouble seen between two promises, when the second is for a later day. */
function reasonBetween(
  before: ParcelPromise,
  now: ParcelPromise,
  events: readonly ParcelEvent[],
): string | null {
  if (now.until <= before.until) return null;
  const trouble = events.findLast(
    (event) =>
      event.at > before.observedAt &&
      event.at <= now.observedAt &&
      event.subStatus !== null &&
      (reasons.has(event.status) || movingReasons.has(event.subStatus)),
  );
  return trouble?.subStatus ?? null;
}
