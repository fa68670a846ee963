import type { MappedStatus } from '@postlude/contract';
import type { EventFact, LocalMoment, PromiseFact, Subject, TrackingFact } from '../facts.ts';
import type { JsonRecord } from '../json.ts';
import { type PlacedClock, parseWallClock, placeMoments } from '../moments.ts';
import { bounded, withoutControls } from '../plain-text.ts';

/** How many events of one message are kept; the newest ones. */
export const maxEvents = 500;

/** An event whose time is not yet placed. */
export interface DraftEvent {
  /** The time as the provider wrote it. An event without one cannot be told and is left out. */
  readonly time: string | null;
  /** The same for events at the same place; helps to guess a missing zone. */
  readonly placeKey: string | null;
  readonly build: (when: LocalMoment) => EventFact;
}

/** Places the events of a message in time, oldest first, and keeps the newest of too many. */
export function placeEvents(drafts: readonly DraftEvent[], timeZone: string): EventFact[] {
  const dated: (PlacedClock & DraftEvent)[] = [];
  for (const draft of drafts) {
    const clock = draft.time === null ? null : parseWallClock(draft.time);
    if (clock) dated.push({ ...draft, clock, place: draft.placeKey });
  }
  dated.sort((one, other) => roughTime(one) - roughTime(other));
  const kept = dated.slice(-maxEvents);
  const moments = placeMoments(kept, timeZone);
  const events = kept.flatMap((draft, index) => {
    const when = moments[index];
    return when ? [draft.build(when)] : [];
  });
  return events.sort((one, other) =>
    one.when.at < other.when.at ? -1 : one.when.at > other.when.at ? 1 : 0,
  );
}

const roughTime = ({ clock }: PlacedClock): number => clock.asUtc - (clock.offset ?? 0) * 60_000;

/** The provider's words of a record, as written but for control characters, at most 500 characters of each. */
export function rawWords(record: JsonRecord | null, keys: readonly string[]): Record<string, unknown> {
  const words: Record<string, unknown> = {};
  for (const key of keys) {
    const value = record !== null && Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof value === 'boolean') words[key] = value;
    else if (typeof value === 'string' && value !== '') words[key] = bounded(withoutControls(value), 500);
  }
  return words;
}

/** Collects the words that are in no table, each once. */
export class UnknownWords {
  readonly #words = new Set<string>();

  /** Notes the words of a status that no table knows; gives the status back. */
  note(status: MappedStatus, words: Readonly<Record<string, string | null>>): MappedStatus {
    const told = Object.entries(words).filter(([, word]) => word !== null);
    // Nothing said is nothing unknown. A message of nothing but new words must not fill the table of them.
    if (!status.known && told.length > 0 && this.#words.size < 50) {
      this.#words.add(told.map(([name, word]) => `${name}=${bounded(word ?? '', 100)}`).join(' '));
    }
    return status;
  }

  /** In the order they were met. */
  list(): string[] {
    return [...this.#words];
  }
}

/**
 * What was promised first, as a snapshot older than everything else: a provider that tells the first date beside the
 * current one has told it before. Null when nothing changed, or when it is not known since when it held.
 */
export function firstPromise(
  current: TrackingFact,
  first: Omit<PromiseFact, 'observedAt'> | null,
  since: string | null,
): TrackingFact | null {
  const { promise } = current;
  if (!first || since === null || since >= current.version.at) return null;
  if (promise && promise.until === first.until && promise.from === first.from) return null;
  return {
    ...emptyTracking(current.source, current.subject),
    version: { at: since, tie: '' },
    promise: { observedAt: since, ...first },
  };
}

/** A snapshot that says nothing yet. */
export function emptyTracking(
  source: TrackingFact['source'],
  subject: Subject,
): Omit<TrackingFact, 'version'> {
  return {
    kind: 'tracking',
    source,
    subject,
    status: null,
    raw: {},
    carrierName: null,
    events: [],
    promise: null,
    pickup: null,
    proof: null,
    legs: [],
    actionUrl: null,
  };
}
