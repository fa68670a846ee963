import { mapEasypost } from '@postlude/contract/mappings';
import { type Adapter, type ReadContext, type Reading, UnreadableMessage } from '../adapter.ts';
import { countryCode } from '../countries.ts';
import type { PromiseFact, TrackingFact } from '../facts.ts';
import { recordAt, recordsAt, required, textAt, wordAt } from '../fields.ts';
import { type JsonRecord, parseJsonObject } from '../json.ts';
import { calendarDate, instant } from '../moments.ts';
import { verifyEasypost } from '../signatures/easypost.ts';
import { versionOf } from '../versions.ts';
import { describeBy } from './describe.ts';
import { type DraftEvent, placeEvents, rawWords, UnknownWords } from './tracking.ts';

/**
 * EasyPost. Reads the Event around a Tracker (`tracker.created`, `tracker.updated`) and a Tracker alone.
 * https://docs.easypost.com/docs/events, https://docs.easypost.com/docs/trackers
 */
export const easypost: Adapter = {
  provider: 'easypost',
  verify: verifyEasypost,
  isPing: () => false,
  describe: (message) =>
    describeBy(message, (body) => {
      const isEvent = wordAt(body, 'object') === 'Event';
      // A tracker keeps its id through all its changes: only an event's id names one message.
      return isEvent
        ? { topic: wordAt(body, 'description'), id: wordAt(body, 'id') }
        : { topic: wordAt(body, 'object'), id: null };
    }),
  read(message, context) {
    const body = parseJsonObject(message.body);
    if (wordAt(body, 'object') !== 'Event') return readTracker(body, null, context);
    const description = wordAt(body, 'description');
    if (description !== 'tracker.created' && description !== 'tracker.updated') {
      return {
        ignored: `EasyPost’s event ${description ?? 'without a description'} says nothing of a parcel.`,
      };
    }
    const tracker = recordAt(body, 'result');
    if (tracker === null) {
      throw new UnreadableMessage('field_missing', 'The event holds no tracker: “result” is missing.');
    }
    return readTracker(tracker, wordAt(body, 'created_at'), context);
  },
};

function readTracker(tracker: JsonRecord, sent: string | null, { timeZone }: ReadContext): Reading {
  const unknown = new UnknownWords();
  const word = wordAt(tracker, 'status');
  const detail = wordAt(tracker, 'status_detail');
  const status =
    word === null
      ? null
      : unknown.note(mapEasypost({ status: word, detail }), { status: word, status_detail: detail });
  const events = placeEvents(draftEvents(tracker, unknown), timeZone);
  const sentAt = instant(sent, timeZone);
  const updatedAt =
    instant(wordAt(tracker, 'updated_at'), timeZone) ?? sentAt ?? events.at(-1)?.when.at ?? null;
  const carrierName = textAt(tracker, 'carrier', 128);
  const content: Omit<TrackingFact, 'version'> = {
    kind: 'tracking',
    source: 'easypost',
    subject: {
      by: 'number',
      trackingNumber: required(wordAt(tracker, 'tracking_code'), 'tracking_code'),
    },
    status,
    raw: rawWords(tracker, ['id', 'status', 'status_detail', 'is_return', 'finalized']),
    carrierName,
    events,
    promise: promiseOf(tracker, updatedAt),
    pickup: null,
    proof: proofOf(tracker, status?.status === 'delivered'),
    legs: legsOf(carrierName, events),
    actionUrl: null,
  };
  return {
    facts: [{ ...content, version: versionOf(updatedAt, [sentAt], content) }],
    unknown: unknown.list(),
  };
}

function draftEvents(tracker: JsonRecord, unknown: UnknownWords): DraftEvent[] {
  return recordsAt(tracker, 'tracking_details').map((scan) => {
    const status = wordAt(scan, 'status');
    const detail = wordAt(scan, 'status_detail');
    const location = recordAt(scan, 'tracking_location');
    const city = textAt(location, 'city', 255);
    const region = textAt(location, 'state', 255);
    const country = countryCode(wordAt(location, 'country'));
    return {
      time: wordAt(scan, 'datetime'),
      placeKey: city === null && region === null ? null : `${country}/${region}/${city}`,
      build: (when) => ({
        externalId: null,
        when,
        mapped: unknown.note(mapEasypost({ status, detail }), { status, status_detail: detail }),
        message: textAt(scan, 'message', 500) ?? textAt(scan, 'description', 500),
        place: city === null && region === null && country === null ? null : { city, region, country },
        carrierName: textAt(scan, 'source', 128),
        raw: rawWords(scan, ['status', 'status_detail', 'message', 'description', 'carrier_code', 'source']),
      }),
    };
  });
}

/** The local day is the carrier's own; the other is that day's midnight, or a time, and is not in the recipient's zone. */
function promiseOf(tracker: JsonRecord, observedAt: string | null): PromiseFact | null {
  const local = wordAt(recordAt(tracker, 'carrier_detail'), 'est_delivery_date_local');
  const until = calendarDate(local) ?? calendarDate(wordAt(tracker, 'est_delivery_date'));
  if (until === null || observedAt === null) return null;
  return { observedAt, from: null, until, zone: null, source: 'carrier', reason: null };
}

function proofOf(tracker: JsonRecord, isDelivered: boolean): TrackingFact['proof'] {
  const signedBy = textAt(tracker, 'signed_by', 255);
  return isDelivered && signedBy !== null ? { signedBy, leftAt: null, photoUrl: null } : null;
}

/** After a hand-over, the first scan somebody else tells names the next carrier. Its own number is not told. */
function legsOf(carrierName: string | null, events: TrackingFact['events']): TrackingFact['legs'] {
  const handOver = events.findIndex((event) => event.mapped.subStatus === 'handed_over');
  if (handOver < 0) return [];
  const next = events
    .slice(handOver)
    .find((event) => event.carrierName !== null && event.carrierName !== carrierName);
  if (!next?.carrierName) return [];
  return [{ carrierName: next.carrierName, trackingNumber: null, trackingUrl: null, since: next.when.at }];
}
