import type { TrackingStatus } from '@postlude/contract';
import { zoneSlack } from './calendar.ts';
import type { ParcelEvent, ParcelNews, ParcelTrack, Said } from './news.ts';
import { compareTexts, rankOf } from './reading.ts';

/** What is said of a parcel now, and how we know. */
export interface Word extends Said {
  /** When it became so; null when nobody but the shop's own mark says so. */
  readonly at: number | null;
  /** The event behind it; null when only a snapshot says so. */
  readonly event: ParcelEvent | null;
}

interface DatedWord extends Word {
  readonly at: number;
  readonly source: string;
}

const settled: ReadonlySet<TrackingStatus> = new Set(['delivered', 'returned']);
const wayBack: ReadonlySet<TrackingStatus> = new Set(['returning', 'returned']);
const beforeScans: ReadonlySet<TrackingStatus> = new Set(['pending', 'label_created']);
const forwardAgain: ReadonlySet<string> = new Set(['resumed', 'redirected', 'rescheduled']);

/**
 * The current status of a parcel.
 *
 * 1. **Each source has one word**: its newest event, or its snapshot where that is not older than this event. A snapshot
 *    that repeats the event is dated like the event: a provider asked today about a scan of Monday still speaks of Monday.
 *    An event nobody understood (`pending`) is not heard while the source has told one that says something.
 * 2. **Across sources the latest word counts**; of two for the same moment the one further along. `pending` and
 *    `label_created` count only while no source knows more: a carrier that has the parcel knows better than one that waits for it.
 *    So does a mere `in_transit` that no event bears out: platforms date it anew with every change of theirs.
 * 3. **`delivered` and `returned` stay** against what is no scan. A real event that is later ends them (a parcel that was
 *    refused at the door goes back), and so does a snapshot that sees a delivered parcel on its way back. An event without
 *    a zone is later only when it is so in every zone.
 * 4. **A delivery at the end of a way back is a return**: carriers scan `delivered` at the sender's door too. Unless the
 *    parcel was sent forward again in between.
 * 5. Without a word from anybody, what the shop has marked as shipped is on its way. `pending` of a shipped parcel reads
 *    as `label_created`: somebody looks out for it and has not seen it.
 *
 * Old events that come late change nothing but rule 4, because only the newest of each source is heard.
 */
export function currentWord(
  news: ParcelNews,
  shippedAt: number | null,
  hasNumber: boolean,
  now: number,
): Word {
  const shipped = shippedAt !== null && shippedAt <= now;
  const words = [...sourcesOf(news)].map((source) => wordOf(source, news)).filter((word) => word !== null);
  const telling = words.filter((word) => !beforeScans.has(word.status));
  const best = pick(withoutHearsay(telling.length > 0 ? telling : words));
  if (best === null) {
    const status = shipped ? 'in_transit' : hasNumber ? 'label_created' : 'pending';
    return { status, subStatus: null, actionRequired: false, at: null, event: null };
  }
  if (best.status === 'pending' && shipped) return { ...best, status: 'label_created' };
  if (best.status === 'delivered' && cameBack(news.events, best.at)) {
    return { ...best, status: 'returned', subStatus: null, actionRequired: false };
  }
  return best;
}

const sourcesOf = (news: ParcelNews): Set<string> =>
  new Set([...news.events.map((event) => event.source), ...news.tracks.map((track) => track.source)]);

function wordOf(source: string, news: ParcelNews): DatedWord | null {
  const own = news.events.filter((each) => each.source === source);
  const event = own.findLast((each) => each.status !== 'pending') ?? own.at(-1) ?? null;
  const track = news.tracks.find((each) => each.source === source && each.said !== null) ?? null;
  const told = event === null ? null : wordOfEvent(event);
  const seen = track === null ? null : wordOfTrack(track);
  if (told === null || seen === null) return told ?? seen;
  if (seen.at + (told.event?.offset === null ? zoneSlack : 0) < told.at) return told;
  if (seen.status === told.status) {
    const actionRequired = seen.actionRequired || told.actionRequired;
    return { ...told, subStatus: seen.subStatus ?? told.subStatus, actionRequired };
  }
  if (beforeScans.has(seen.status)) return told;
  return settled.has(told.status) && !ends(seen, told) ? told : seen;
}

const wordOfEvent = (event: ParcelEvent): DatedWord => ({
  status: event.status,
  subStatus: event.subStatus,
  actionRequired: event.actionRequired,
  at: event.at,
  event,
  source: event.source,
});

const wordOfTrack = (track: ParcelTrack): DatedWord | null =>
  track.said && { ...track.said, at: track.at, event: null, source: track.source };

/** Leaves out that something moves, where nobody saw it move and a carrier's scan of another source is further along. */
const withoutHearsay = (words: readonly DatedWord[]): readonly DatedWord[] =>
  words.filter(
    (word) =>
      word.event !== null ||
      word.status !== 'in_transit' ||
      !words.some((other) => other.event !== null && rankOf(other.status) > rankOf(word.status)),
  );

/** The word that counts, with what the sources that agree with it know better. */
function pick(words: readonly DatedWord[]): DatedWord | null {
  const sorted = [...words].sort(compareWords);
  const stays = sorted.find((word) => settled.has(word.status) && !words.some((other) => ends(other, word)));
  const best = stays ?? sorted[0];
  if (!best) return null;
  const agreeing = sorted.filter((word) => word.status === best.status);
  return {
    ...best,
    subStatus: best.subStatus ?? agreeing.find((word) => word.subStatus !== null)?.subStatus ?? null,
    actionRequired: agreeing.some((word) => word.actionRequired),
    event: best.event ?? agreeing.find((word) => word.event !== null)?.event ?? null,
  };
}

/** Latest first; of equal times the one further along, then the one that saw it happen. */
const compareWords = (a: DatedWord, b: DatedWord): number =>
  b.at - a.at ||
  rankOf(b.status) - rankOf(a.status) ||
  Number(b.event !== null) - Number(a.event !== null) ||
  compareTexts(a.subStatus, b.subStatus) ||
  compareTexts(a.source, b.source);

/** Whether a later word ends a delivery or a return that was told before. */
function ends(later: DatedWord, stays: DatedWord): boolean {
  if (later.at <= stays.at || later.status === stays.status) return false;
  if (later.event === null) return stays.status === 'delivered' && wayBack.has(later.status);
  const exact = later.event.offset !== null && stays.event?.offset !== null;
  return later.at - stays.at > (exact ? 0 : zoneSlack);
}

function cameBack(events: readonly ParcelEvent[], deliveredAt: number): boolean {
  const turn = events.findLastIndex((event) => wayBack.has(event.status) && event.at <= deliveredAt);
  if (turn < 0) return false;
  return !events
    .slice(turn + 1)
    .some((event) => event.subStatus !== null && forwardAgain.has(event.subStatus));
}
