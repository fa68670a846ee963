import type { Id, PickupPoint, Place, TrackingStatus } from '@postlude/contract';
import type { Source } from '../ingest/facts.ts';
import { clockAtOffset, dayLength, isDay, offsetMinutes, readInstant, writeOffset } from './calendar.ts';
import type {
  KnownEvent,
  KnownLeg,
  KnownOrder,
  KnownPromise,
  KnownShipment,
  KnownStatus,
  KnownTrack,
} from './known.ts';
import { subjectOfNumber, subjectOfShipment } from './known.ts';
import { compareTexts, firstOfEach, rankOf, readStatus, readText } from './reading.ts';

/** A status with what is finer, read with care. */
export interface Said {
  readonly status: TrackingStatus;
  readonly subStatus: string | null;
  readonly actionRequired: boolean;
}

/** An event of a parcel, with its time as a number. */
export interface ParcelEvent extends Said {
  readonly id: Id<'trackingEvent'>;
  readonly source: Source;
  readonly at: number;
  readonly localTime: string;
  readonly offset: string | null;
  readonly message: string | null;
  readonly place: Place | null;
  readonly carrierName: string | null;
}

/** A snapshot of a parcel, with its time as a number. */
export interface ParcelTrack {
  readonly source: Source;
  readonly at: number;
  readonly tie: string;
  readonly said: Said | null;
  readonly carrierName: string | null;
  readonly pickup: PickupPoint | null;
  readonly proof: KnownTrack['proof'];
  readonly legs: readonly KnownLeg[];
  readonly actionUrl: string | null;
}

/** A promise as told at a moment. */
export interface ParcelPromise extends Omit<KnownPromise, 'observedAt' | 'subject'> {
  readonly observedAt: number;
}

/** All news that concern one parcel. */
export interface ParcelNews {
  /** Oldest first, each once; for equal times the one further along last. */
  readonly events: readonly ParcelEvent[];
  /** Newest first. */
  readonly tracks: readonly ParcelTrack[];
  /** Oldest first. */
  readonly promises: readonly ParcelPromise[];
}

interface Rows {
  events: KnownEvent[];
  tracks: KnownTrack[];
  promises: KnownPromise[];
}

const none: Rows = { events: [], tracks: [], promises: [] };

/** The news of an order, ready to be asked for by parcel. */
export type NewsIndex = ReadonlyMap<string, Readonly<Rows>>;

/** Groups the rows of an order by what they are about. */
export function indexNews(known: KnownOrder): NewsIndex {
  const index = new Map<string, Rows>();
  const rowsOf = (subject: string): Rows => {
    const found = index.get(subject) ?? { events: [], tracks: [], promises: [] };
    index.set(subject, found);
    return found;
  };
  for (const row of known.events) rowsOf(row.subject).events.push(row);
  for (const row of known.tracks) rowsOf(row.subject).tracks.push(row);
  for (const row of known.promises) rowsOf(row.subject).promises.push(row);
  return index;
}

/**
 * What is known of one parcel: the news of its number, and the platform's news of its fulfilment.
 *
 * Where a fulfilment has several parcels, the platform's news do not say which one they mean; so they count only for the
 * parcels whose own number nobody has told anything of. Events dated more than a day ahead are not believed until then.
 */
export function newsOf(shipment: KnownShipment, alone: boolean, index: NewsIndex, now: number): ParcelNews {
  const byNumber =
    (shipment.trackingNumber === null ? null : index.get(subjectOfNumber(shipment.trackingNumber))) ?? none;
  const numberSpeaks = [...byNumber.events, ...byNumber.tracks.map((track) => track.status)].some(
    (told) => told !== null && told.status !== 'pending',
  );
  const platformCounts = alone || !numberSpeaks;
  const byShipment =
    (platformCounts ? index.get(subjectOfShipment(shipment.source, shipment.externalId)) : undefined) ?? none;

  const events = [...byNumber.events, ...byShipment.events]
    .map(readEvent)
    .filter((event): event is ParcelEvent => event !== null && event.at <= now + dayLength)
    .sort(compareEvents);
  const tracks = [...byNumber.tracks, ...byShipment.tracks].map(readTrack);
  if (platformCounts) tracks.push(platformTrack(shipment));
  const promises = [...byNumber.promises, ...byShipment.promises].map(readPromise);
  return {
    events: firstOfEach(events, (event) => event.id),
    tracks: tracks.filter((track): track is ParcelTrack => track !== null).sort(compareTracks),
    promises: promises.filter((promise): promise is ParcelPromise => promise !== null).sort(comparePromises),
  };
}

const readSaid = (said: KnownStatus): Said => ({
  status: readStatus(said.status),
  subStatus: readText(said.subStatus),
  actionRequired: said.actionRequired === true,
});

function readEvent(row: KnownEvent): ParcelEvent | null {
  const at = readInstant(row.at);
  if (at === null) return null;
  const minutes = offsetMinutes(row.offset);
  const told = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.exec(row.localTime);
  return {
    ...readSaid(row),
    id: row.id,
    source: row.source,
    at,
    localTime: told?.[1] && isDay(told[1]) ? row.localTime : clockAtOffset(at, minutes ?? 0),
    offset: minutes === null ? null : writeOffset(minutes),
    message: readText(row.message),
    place: row.place,
    carrierName: readText(row.carrierName),
  };
}

const readTrack = (row: KnownTrack): ParcelTrack | null => {
  const at = readInstant(row.versionAt);
  if (at === null) return null;
  return {
    source: row.source,
    at,
    tie: row.versionTie,
    said: row.status === null ? null : readSaid(row.status),
    carrierName: readText(row.carrierName),
    pickup: row.pickup,
    proof: row.proof,
    legs: row.legs,
    actionUrl: row.actionUrl,
  };
};

/** The platform's own word for a fulfilment is a snapshot like any other. */
const platformTrack = (shipment: KnownShipment): ParcelTrack | null => {
  const at = readInstant(shipment.versionAt);
  if (at === null || shipment.status === null) return null;
  const said = readSaid(shipment.status);
  const nothing = { carrierName: null, pickup: null, proof: null, legs: [], actionUrl: null };
  return { source: shipment.source, at, tie: shipment.versionTie, said, ...nothing };
};

const readPromise = (row: KnownPromise): ParcelPromise | null => {
  const observedAt = readInstant(row.observedAt);
  if (observedAt === null || !isDay(row.until)) return null;
  const { source, until, zone, promisedBy } = row;
  // A span that ends before it begins is a day.
  const from = row.from !== null && isDay(row.from) && row.from < until ? row.from : null;
  return { source, observedAt, from, until, zone, promisedBy, reason: readText(row.reason) };
};

/** Oldest first; for equal times the one further along last, then by content, and only then by what we called them. */
const compareEvents = (a: ParcelEvent, b: ParcelEvent): number =>
  a.at - b.at ||
  rankOf(a.status) - rankOf(b.status) ||
  compareTexts(a.localTime, b.localTime) ||
  compareTexts(a.subStatus, b.subStatus) ||
  compareTexts(a.message, b.message) ||
  compareTexts(a.source, b.source) ||
  compareTexts(a.id, b.id);

const compareTracks = (a: ParcelTrack, b: ParcelTrack): number =>
  b.at - a.at ||
  compareTexts(b.tie, a.tie) ||
  compareTexts(a.source, b.source) ||
  (b.said ? rankOf(b.said.status) : -1) - (a.said ? rankOf(a.said.status) : -1) ||
  compareTexts(JSON.stringify(a), JSON.stringify(b));

const comparePromises = (a: ParcelPromise, b: ParcelPromise): number =>
  a.observedAt - b.observedAt ||
  compareTexts(a.until, b.until) ||
  compareTexts(a.from, b.from) ||
  compareTexts(a.source, b.source) ||
  compareTexts(a.promisedBy, b.promisedBy) ||
  compareTexts(a.zone, b.zone) ||
  compareTexts(a.reason, b.reason);
