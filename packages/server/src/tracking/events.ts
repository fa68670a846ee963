import type { TrackingEvent, TrackingStatus } from '@postlude/contract';
import { carrierByName } from '../carriers/index.ts';
import { readInstant, writeInstant, zoneSlack } from './calendar.ts';
import type { ParcelEvent } from './news.ts';
import { compareTexts } from './reading.ts';

/** How many events a parcel shows. */
export const mostEvents = 100;

/** Two sources that tell of one scan may differ by this much. */
const tolerance = 2 * 60_000;

/** What happens to a parcel once, so that two sources that tell it at the same time mean the same thing in other words. */
const happensOnce: ReadonlySet<TrackingStatus> = new Set([
  'label_created',
  'out_for_delivery',
  'available_for_pickup',
  'delivered',
  'returned',
]);

/**
 * The events a shopper sees: newest first, at most a hundred, each physical event once.
 *
 * Two sources mean the same event when they tell the same status within two minutes (or at the same wall clock, where
 * one of them gave no zone) in words that do not contradict each other. The fuller account is shown; what only the
 * other one knows is added. One source is believed to know its own events: only its exact repetitions are left out.
 */
export function tellEvents(oldestFirst: readonly ParcelEvent[]): TrackingEvent[] {
  const kept: ParcelEvent[][] = [];
  // Several accounts of one event need room; what is older than this cannot be among the newest hundred.
  for (const event of oldestFirst.slice(-mostEvents * 4).reverse()) {
    const same = findSame(kept, event);
    if (same) same.push(event);
    else kept.push([event]);
  }
  return kept
    .slice(0, mostEvents)
    .map(tell)
    .sort((a, b) => compareTexts(b.at, a.at));
}

/** The accounts of the same event told so far, the nearest in time if there are several; none further than zones can be. */
function findSame(kept: readonly ParcelEvent[][], event: ParcelEvent): ParcelEvent[] | null {
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const accounts = kept[index] ?? [];
    const [lead] = accounts;
    if (!lead || lead.at - event.at > zoneSlack + tolerance) return null;
    if (isSame(lead, event) && isNews(accounts, event)) return accounts;
  }
  return null;
}

function isSame(a: ParcelEvent, b: ParcelEvent): boolean {
  if (a.status !== b.status) return false;
  if (a.source === b.source) {
    return a.at === b.at && a.subStatus === b.subStatus && a.message === b.message && samePlace(a, b);
  }
  return sameTime(a, b) && (happensOnce.has(a.status) || areCompatible(a.message, b.message));
}

/** A second source's second event is not the first source's one: it tells two. */
const isNews = (all: readonly ParcelEvent[], event: ParcelEvent): boolean =>
  all.every(
    (each) => each.source !== event.source || (each.at === event.at && each.message === event.message),
  );

function sameTime(a: ParcelEvent, b: ParcelEvent): boolean {
  if (Math.abs(a.at - b.at) <= tolerance) return true;
  if (a.offset !== null && b.offset !== null) return false;
  const left = readInstant(`${a.localTime}Z`);
  const right = readInstant(`${b.localTime}Z`);
  return left !== null && right !== null && Math.abs(left - right) <= tolerance;
}

const samePlace = (a: ParcelEvent, b: ParcelEvent): boolean =>
  a.place?.city === b.place?.city &&
  a.place?.region === b.place?.region &&
  a.place?.country === b.place?.country;

const wordsOf = (message: string | null): ReadonlySet<string> =>
  new Set((message ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Nothing said, or at least half of the shorter text's words in the other one. */
function areCompatible(left: string | null, right: string | null): boolean {
  const a = wordsOf(left);
  const b = wordsOf(right);
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of short) if (long.has(word)) shared += 1;
  return shared * 2 >= short.size;
}

/** The fullest account leads: a known zone, then a place, then the longer words. The others fill its gaps. */
function tell(all: readonly ParcelEvent[]): TrackingEvent {
  const [first, ...others] = [...all].sort(
    (a, b) =>
      Number(b.offset !== null) - Number(a.offset !== null) ||
      Number(hasPlace(b)) - Number(hasPlace(a)) ||
      (b.message?.length ?? 0) - (a.message?.length ?? 0) ||
      a.at - b.at ||
      compareTexts(a.source, b.source) ||
      compareTexts(a.id, b.id),
  );
  const lead = first as ParcelEvent;
  const place = (hasPlace(lead) ? lead : others.find(hasPlace))?.place ?? null;
  const carrierName =
    lead.carrierName ?? others.find((each) => each.carrierName !== null)?.carrierName ?? null;
  return {
    id: lead.id,
    at: writeInstant(lead.at),
    localTime: lead.localTime,
    offset: lead.offset,
    status: lead.status,
    subStatus: lead.subStatus ?? others.find((each) => each.subStatus !== null)?.subStatus ?? null,
    message: lead.message ?? others.find((each) => each.message !== null)?.message ?? null,
    place: place && { city: place.city, region: place.region, country: place.country },
    carrier: carrierName === null ? null : carrierByName(carrierName),
  };
}

const hasPlace = (event: ParcelEvent): boolean =>
  event.place !== null &&
  (event.place.city !== null || event.place.region !== null || event.place.country !== null);
