import { mapAftership } from '@postlude/contract/mappings';
import { type Adapter, type ReadContext, type Reading, UnreadableMessage } from '../adapter.ts';
import { countryCode } from '../countries.ts';
import type { Fact, TrackingFact } from '../facts.ts';
import { addressAt, flagAt, linesAt, recordAt, recordsAt, required, textAt, wordAt } from '../fields.ts';
import { type JsonRecord, parseJsonObject } from '../json.ts';
import { instant, instantOfSeconds } from '../moments.ts';
import { verifyAftership } from '../signatures/aftership.ts';
import { versionOf } from '../versions.ts';
import { firstEstimate, latestEstimate } from './aftership-estimates.ts';
import { describeBy } from './describe.ts';
import { type DraftEvent, firstPromise, placeEvents, rawWords, UnknownWords } from './tracking.ts';

const events = new Set(['tracking_update', 'edd_revise', 'tracking_pending_time']);

/**
 * AfterShip Tracking. Reads the webhook (`{ event, event_id, msg, ts }`), whose `msg` may be the short or the full tracking,
 * and a tracking as the API gives it (`{ data: { tracking } }`).
 * https://www.aftership.com/docs/tracking/webhook/webhook-specifications
 */
export const aftership: Adapter = {
  provider: 'aftership',
  verify: verifyAftership,
  isPing: () => false,
  describe: (message) =>
    describeBy(message, (body) => ({ topic: wordAt(body, 'event'), id: wordAt(body, 'event_id') })),
  read(message, context) {
    const body = parseJsonObject(message.body);
    const event = wordAt(body, 'event');
    if (event !== null && !events.has(event)) {
      return { ignored: `AfterShip’s event ${event} says nothing of a parcel.` };
    }
    const tracking = recordAt(body, 'msg') ?? recordAt(recordAt(body, 'data'), 'tracking');
    if (tracking === null) {
      throw new UnreadableMessage('field_missing', 'The message holds no tracking: “msg” is missing.');
    }
    return readTracking(tracking, instantOfSeconds(wordAt(body, 'ts')), context);
  },
};

function readTracking(tracking: JsonRecord, sentAt: string | null, { timeZone }: ReadContext): Reading {
  const unknown = new UnknownWords();
  const tag = wordAt(tracking, 'tag');
  const subtag = wordAt(tracking, 'subtag');
  const returnToSender = flagAt(tracking, 'return_to_sender') ?? false;
  const status =
    tag === null && subtag === null
      ? null
      : unknown.note(mapAftership({ tag, subtag, returnToSender }), { tag, subtag });
  const told = placeEvents(draftEvents(tracking, unknown), timeZone);
  const updatedAt =
    instant(wordAt(tracking, 'updated_at') ?? wordAt(tracking, 'last_updated_at'), timeZone) ??
    sentAt ??
    told.at(-1)?.when.at ??
    null;
  const estimate = latestEstimate(tracking);
  const content: Omit<TrackingFact, 'version'> = {
    kind: 'tracking',
    source: 'aftership',
    subject: {
      by: 'number',
      trackingNumber: required(wordAt(tracking, 'tracking_number'), 'tracking_number'),
    },
    status,
    raw: rawWords(tracking, ['id', 'tag', 'subtag', 'subtag_message', 'return_to_sender', 'delivery_type']),
    carrierName: textAt(tracking, 'slug', 128),
    events: told,
    promise: estimate && updatedAt !== null ? { observedAt: updatedAt, ...estimate } : null,
    pickup: pickupOf(tracking, status?.status === 'available_for_pickup'),
    proof: proofOf(tracking, status?.status === 'delivered'),
    legs: legsOf(tracking, told),
    actionUrl: addressAt(tracking, 'courier_redirect_link'),
  };
  const fact: TrackingFact = { ...content, version: versionOf(updatedAt, [sentAt], content) };
  const since = instant(wordAt(tracking, 'created_at'), timeZone) ?? told[0]?.when.at ?? null;
  const first = firstPromise(fact, firstEstimate(tracking), since);
  const facts: Fact[] = first ? [first, fact] : [fact];
  return { facts, unknown: unknown.list() };
}

function draftEvents(tracking: JsonRecord, unknown: UnknownWords): DraftEvent[] {
  return recordsAt(tracking, 'checkpoints').map((checkpoint) => {
    const tag = wordAt(checkpoint, 'tag');
    const subtag = wordAt(checkpoint, 'subtag');
    const country = countryCode(wordAt(checkpoint, 'country_iso3') ?? wordAt(checkpoint, 'country_region'));
    const city =
      textAt(checkpoint, 'city', 255) ?? withoutCountry(textAt(checkpoint, 'location', 255), country);
    const region = textAt(checkpoint, 'state', 255);
    return {
      time: wordAt(checkpoint, 'checkpoint_time'),
      placeKey: city === null && country === null ? null : `${country}/${region}/${city}`,
      build: (when) => ({
        externalId: null,
        when,
        mapped: unknown.note(mapAftership({ tag, subtag }), { tag, subtag }),
        message: textAt(checkpoint, 'message', 500) ?? textAt(checkpoint, 'subtag_message', 500),
        place: city === null && region === null && country === null ? null : { city, region, country },
        carrierName: textAt(checkpoint, 'slug', 128),
        raw: rawWords(checkpoint, ['tag', 'subtag', 'subtag_message', 'raw_tag', 'message', 'location']),
      }),
    };
  });
}

/** AfterShip’s `location` is a line such as `NARITA-SHI JP`; the country stands in a field of its own. */
function withoutCountry(location: string | null, country: string | null): string | null {
  if (location === null || country === null || !location.endsWith(country)) return location;
  return location.slice(0, -country.length).replace(/[\s,]+$/, '') || null;
}

function pickupOf(tracking: JsonRecord, isWaiting: boolean): TrackingFact['pickup'] {
  const type = wordAt(tracking, 'delivery_type');
  if (!isWaiting && type !== 'pickup_at_store' && type !== 'pickup_at_courier') return null;
  const [name = null, ...address] = linesAt(tracking, 'pickup_location', 255);
  const notes = linesAt(tracking, 'pickup_note', 255);
  if (name === null && notes.length === 0) return null;
  // The note is whatever the shop wrote; a line with a clock time in it is about opening hours.
  const isHours = (line: string) => /\d\s*(?:[:.h]\s*\d{2}|[ap]\.?m\b|Uhr\b)/i.test(line);
  return {
    name,
    address: [...address, ...notes.filter((line) => !isHours(line))].slice(0, 8),
    hours: notes.filter(isHours),
    code: null,
    until: null,
  };
}

function proofOf(tracking: JsonRecord, isDelivered: boolean): TrackingFact['proof'] {
  const signedBy = textAt(tracking, 'signed_by', 255);
  const leftAt = textAt(tracking, 'delivery_location_type', 255)?.replaceAll('_', ' ') ?? null;
  return isDelivered && (signedBy ?? leftAt) !== null ? { signedBy, leftAt, photoUrl: null } : null;
}

/**
 * The other carriers of the journey. The parcel's own stands first without being told; where somebody had the parcel before
 * it, it is told in its place.
 */
function legsOf(tracking: JsonRecord, told: TrackingFact['events']): TrackingFact['legs'] {
  const own = textAt(tracking, 'slug', 128);
  const first = recordAt(tracking, 'first_mile');
  const begins = textAt(first, 'slug', 128);
  const candidates = [
    first,
    begins !== null && begins !== own ? tracking : null,
    recordAt(tracking, 'last_mile'),
    ...recordsAt(tracking, 'next_couriers').slice(0, 5),
  ];
  const legs = new Map<string, TrackingFact['legs'][number]>();
  for (const candidate of candidates) {
    const carrierName = textAt(candidate, 'slug', 128);
    const isOwn = carrierName === own && candidate !== tracking;
    if (carrierName === null || isOwn || legs.has(carrierName)) continue;
    legs.set(carrierName, {
      carrierName,
      trackingNumber: wordAt(candidate, 'tracking_number'),
      trackingUrl: addressAt(candidate, 'courier_tracking_link'),
      since: told.find((event) => event.carrierName === carrierName)?.when.at ?? null,
    });
  }
  return [...legs.values()];
}
