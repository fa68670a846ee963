import { mapShippo, type ShippoWords } from '@postlude/contract/mappings';
import { type Adapter, type ReadContext, type Reading, UnreadableMessage } from '../adapter.ts';
import { countryCode } from '../countries.ts';
import type { PromiseFact, TrackingFact } from '../facts.ts';
import { flagAt, recordAt, recordsAt, required, textAt, wordAt } from '../fields.ts';
import { type JsonRecord, parseJsonObject } from '../json.ts';
import { calendarDate, instant } from '../moments.ts';
import { verifyShippo } from '../signatures/shippo.ts';
import { versionOf } from '../versions.ts';
import { describeBy } from './describe.ts';
import { type DraftEvent, firstPromise, placeEvents, rawWords, UnknownWords } from './tracking.ts';

/**
 * Shippo. Reads the webhook (`{ event: "track_updated", data }`) and a track as the API gives it. Shippo sends no id with a
 * message and says that its webhooks are not idempotent: the bytes tell a repetition.
 * https://docs.goshippo.com/docs/tracking/webhooks
 */
export const shippo: Adapter = {
  provider: 'shippo',
  verify: verifyShippo,
  isPing: () => false,
  describe: (message) => describeBy(message, (body) => ({ topic: wordAt(body, 'event'), id: null })),
  read(message, context) {
    const body = parseJsonObject(message.body);
    const event = wordAt(body, 'event');
    if (event === null) return readTrack(body, context);
    if (event !== 'track_updated') return { ignored: `Shippo’s event ${event} says nothing of a parcel.` };
    const track = recordAt(body, 'data');
    if (track === null) {
      throw new UnreadableMessage('field_missing', 'The event holds no track: “data” is missing.');
    }
    return readTrack(track, context);
  },
};

function readTrack(track: JsonRecord, { timeZone }: ReadContext): Reading {
  const unknown = new UnknownWords();
  const current = recordAt(track, 'tracking_status');
  const history = recordsAt(track, 'tracking_history');
  // A track that was only just registered has a state and no history yet.
  const told = history.length > 0 || current === null ? history : [current];
  const events = placeEvents(
    told.map((scan) => draftEvent(scan, unknown)),
    timeZone,
  );
  const status = current && wordAt(current, 'status') !== null ? mapScan(current, unknown) : null;
  const updatedAt = updatedAtOf(current, history, timeZone) ?? events.at(-1)?.when.at ?? null;
  const estimate = estimateAt(track, 'eta');
  const content: Omit<TrackingFact, 'version'> = {
    kind: 'tracking',
    source: 'shippo',
    subject: {
      by: 'number',
      trackingNumber: required(wordAt(track, 'tracking_number'), 'tracking_number'),
    },
    status,
    raw: { ...rawWords(current, ['status', 'status_details']), ...rawSubstatus(current) },
    carrierName: textAt(track, 'carrier', 128),
    events,
    promise: estimate && updatedAt !== null ? { observedAt: updatedAt, ...estimate } : null,
    pickup: null,
    proof: null,
    legs: [],
    actionUrl: null,
  };
  const fact: TrackingFact = { ...content, version: versionOf(updatedAt, [], content) };
  const first = firstPromise(fact, estimateAt(track, 'original_eta'), events[0]?.when.at ?? null);
  return { facts: first ? [first, fact] : [fact], unknown: unknown.list() };
}

/** Shippo does not date the track itself: it is as new as the newest record in it. */
function updatedAtOf(
  current: JsonRecord | null,
  history: readonly JsonRecord[],
  timeZone: string,
): string | null {
  let newest: string | null = null;
  for (const record of current ? [current, ...history] : history) {
    for (const key of ['object_updated', 'object_created']) {
      const at = instant(wordAt(record, key), timeZone);
      if (at !== null && (newest === null || at > newest)) newest = at;
    }
  }
  return newest;
}

function wordsOf(scan: JsonRecord): ShippoWords & { code: string | null } {
  const substatus = recordAt(scan, 'substatus');
  return {
    status: wordAt(scan, 'status'),
    code: wordAt(substatus, 'code'),
    actionRequired: flagAt(substatus, 'action_required'),
  };
}

function mapScan(scan: JsonRecord, unknown: UnknownWords) {
  const words = wordsOf(scan);
  return unknown.note(mapShippo(words), { status: words.status, substatus: words.code });
}

function rawSubstatus(scan: JsonRecord | null): Record<string, unknown> {
  const substatus = recordAt(scan, 'substatus');
  return substatus ? { substatus: rawWords(substatus, ['code', 'text', 'action_required']) } : {};
}

function draftEvent(scan: JsonRecord, unknown: UnknownWords): DraftEvent {
  const location = recordAt(scan, 'location');
  const city = textAt(location, 'city', 255);
  const region = textAt(location, 'state', 255);
  const country = countryCode(wordAt(location, 'country'));
  return {
    time: localTimeOf(scan),
    placeKey: city === null && region === null ? null : `${country}/${region}/${city}`,
    build: (when) => ({
      // The state and the last entry of the history are one scan under two ids, so an id of Shippo's names nothing.
      externalId: null,
      when,
      mapped: mapScan(scan, unknown),
      message: textAt(scan, 'status_details', 500) ?? textAt(recordAt(scan, 'substatus'), 'text', 500),
      place: city === null && region === null && country === null ? null : { city, region, country },
      carrierName: null,
      raw: { ...rawWords(scan, ['status', 'status_details']), ...rawSubstatus(scan) },
    }),
  };
}

/**
 * Shippo puts a `Z` behind the wall clock a carrier gave, whatever its zone: recorded scans of “out for delivery” would
 * otherwise have been known hours after they happened and hours before the van left. So the `Z` says nothing.
 */
const localTimeOf = (scan: JsonRecord): string | null =>
  wordAt(scan, 'status_date')?.replace(/Z$/i, '') ?? null;

function estimateAt(track: JsonRecord, key: string): Omit<PromiseFact, 'observedAt'> | null {
  const until = calendarDate(wordAt(track, key));
  return until === null ? null : { from: null, until, zone: null, source: 'carrier', reason: null };
}
