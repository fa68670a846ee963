import { mapShopify } from '@postlude/contract/mappings';
import { countryCode } from '../countries.ts';
import type { Fact, ParcelFact, ShipmentFact, TrackingFact } from '../facts.ts';
import {
  addressAt,
  countAt,
  idAt,
  recordsAt,
  required,
  textAt,
  webAddress,
  wordAt,
  wordsAt,
} from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { calendarDate, instant, writtenOffset } from '../moments.ts';
import { versionOf } from '../versions.ts';
import type { ShopifyContext } from './shopify-context.ts';
import { emptyTracking, placeEvents, rawWords } from './tracking.ts';

/** How many parcels one fulfilment may have. */
const maxParcels = 100;

// https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillment
const notGone = new Set(['pending', 'open']);
const calledOff = new Set(['cancelled', 'error', 'failure']);

/** A fulfilment: what of an order left, in which parcels. */
export function readFulfilment(
  fulfilment: JsonRecord,
  context: ShopifyContext & { readonly orderExternalId?: string },
): Fact[] {
  const { timeZone, triggeredAt, unknown } = context;
  const time = (key: string) => instant(wordAt(fulfilment, key), timeZone);
  const state = wordAt(fulfilment, 'status') ?? 'success';
  const word = wordAt(fulfilment, 'shipment_status');
  const content: Omit<ShipmentFact, 'version'> = {
    kind: 'shipment',
    source: 'shopify',
    orderExternalId: required(idAt(fulfilment, 'order_id') ?? context.orderExternalId ?? null, 'order_id'),
    externalId: required(idAt(fulfilment, 'id'), 'id'),
    // A request that failed put nothing into a parcel either.
    cancelled: calledOff.has(state),
    shippedAt: notGone.has(state) ? null : time('created_at'),
    parcels: parcelsOf(fulfilment),
    items: recordsAt(fulfilment, 'line_items').flatMap((line) => {
      const lineExternalId = idAt(line, 'id');
      const quantity = countAt(line, 'quantity') ?? 0;
      return lineExternalId === null || quantity === 0 ? [] : [{ lineExternalId, quantity }];
    }),
    status: word === null ? null : unknown.note(mapShopify(word), { shipment_status: word }),
  };
  return [
    { ...content, version: versionOf(time('updated_at') ?? time('created_at'), [triggeredAt], content) },
  ];
}

/** One parcel a number; the address at the same place in its list belongs to it. */
function parcelsOf(fulfilment: JsonRecord): ParcelFact[] {
  const carrierName = textAt(fulfilment, 'tracking_company', 128);
  const listed = wordsAt(fulfilment, 'tracking_numbers');
  const single = wordAt(fulfilment, 'tracking_number');
  const numbers = [...new Set(listed.length > 0 ? listed : single === null ? [] : [single])];
  const address = addressAt(fulfilment, 'tracking_url');
  const addresses = wordsAt(fulfilment, 'tracking_urls', 2048);
  if (numbers.length === 0) {
    const trackingUrl = address ?? webAddress(addresses[0] ?? null);
    return [{ trackingNumber: null, carrierName, trackingUrl }];
  }
  return numbers.slice(0, maxParcels).map((trackingNumber, index) => ({
    trackingNumber,
    carrierName,
    // The single address repeats the first of the list and is right for the first parcel only.
    trackingUrl: webAddress(addresses[index] ?? null) ?? (index === 0 ? address : null),
  }));
}

/** One event of a fulfilment. It tells of itself only: the state of the whole parcel is left to the events together. */
export function readFulfilmentEvent(event: JsonRecord, context: ShopifyContext): Fact[] {
  const { timeZone, triggeredAt, unknown } = context;
  const time = (key: string) => instant(wordAt(event, key), timeZone);
  const status = wordAt(event, 'status');
  const estimated = wordAt(event, 'estimated_delivery_at');
  const until = calendarDate(estimated);
  const at = time('updated_at') ?? time('created_at') ?? time('happened_at');
  const city = textAt(event, 'city', 255);
  const region = textAt(event, 'province', 255);
  const country = countryCode(wordAt(event, 'country'));
  const told = placeEvents(
    [
      {
        time: wordAt(event, 'happened_at') ?? wordAt(event, 'created_at'),
        placeKey: null,
        build: (when) => ({
          externalId: idAt(event, 'id'),
          when,
          mapped: unknown.note(mapShopify(status), { status }),
          message: textAt(event, 'message', 500),
          place: city === null && region === null && country === null ? null : { city, region, country },
          carrierName: null,
          raw: rawWords(event, ['status', 'message']),
        }),
      },
    ],
    timeZone,
  );
  const content: Omit<TrackingFact, 'version'> = {
    ...emptyTracking('shopify', {
      by: 'shipment',
      source: 'shopify',
      externalId: required(idAt(event, 'fulfillment_id'), 'fulfillment_id'),
    }),
    raw: rawWords(event, ['id', 'status']),
    events: told,
    promise:
      until === null || at === null
        ? null
        : {
            observedAt: at,
            from: null,
            until,
            zone: writtenOffset(estimated),
            source: 'carrier',
            reason: null,
          },
  };
  required(told[0] ?? null, 'happened_at');
  return [{ ...content, version: versionOf(at, [triggeredAt], content) }];
}
