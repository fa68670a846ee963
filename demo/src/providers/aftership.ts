import { randomUUID } from 'node:crypto';
import { type Beat, carriers, type DemoOrder, type DemoParcel } from '../orders/demo-order.ts';
import { happenings } from '../orders/happenings.ts';
import { clockAt, iso3Of, places } from '../orders/places.ts';
import type { ProviderMessage } from './message.ts';

/** `tracking_update`, as AfterShip sends it: the parcel with all its checkpoints, oldest first. */
export function aftershipUpdate(
  order: DemoOrder,
  parcel: DemoParcel,
  beats: readonly Beat[],
): ProviderMessage {
  const last = beats.at(-1);
  if (!last) throw new Error('AfterShip has nothing to say of a parcel nothing happened to');
  const words = happenings[last.happening];
  const promise = beats.findLast((beat) => beat.promise)?.promise;
  const body = {
    ts: Math.floor(Date.parse(last.at) / 1000),
    event: 'tracking_update',
    event_id: randomUUID(),
    is_tracking_first_tag: beats.length === 1,
    msg: {
      id: `demo${parcel.id}`,
      tracking_number: parcel.trackingNumber,
      slug: carriers[parcel.carrier].aftership,
      title: `#${order.number}`,
      order_id: String(order.externalId),
      order_number: order.number,
      tag: words.aftership[0],
      subtag: words.aftership[1],
      subtag_message: words.message,
      created_at: parcel.shippedAt,
      updated_at: last.at,
      last_updated_at: last.at,
      destination_city: order.destination.city,
      destination_country_iso3: iso3Of(order.destination.city),
      expected_delivery: promise ?? null,
      latest_estimated_delivery: promise
        ? { type: 'specific', source: 'Carrier', datetime: promise, datetime_min: null, datetime_max: null }
        : null,
      return_to_sender: beats.some(({ happening }) => happening === 'returning' || happening === 'returned'),
      signed_by: last.happening === 'delivered_signed' ? (parcel.signedBy ?? null) : null,
      pickup_location: parcel.pickup ? [parcel.pickup.name, ...parcel.pickup.address].join('\n') : null,
      pickup_note: parcel.pickup ? parcel.pickup.hours.join('\n') : null,
      ...legsOf(parcel, beats),
      checkpoints: beats.map((beat) => checkpointOf(parcel, beat)),
    },
  };
  return {
    provider: 'aftership',
    topic: body.event,
    headers: { 'As-Webhook-Version': '2026-07' },
    body: JSON.stringify(body),
  };
}

function legsOf(parcel: DemoParcel, beats: readonly Beat[]) {
  if (!parcel.lastMile || !beats.some((beat) => beat.happening === 'handed_over')) return {};
  const { carrier, trackingNumber } = parcel.lastMile;
  return {
    first_mile: { tracking_number: parcel.trackingNumber, slug: carriers[parcel.carrier].aftership },
    last_mile: { tracking_number: trackingNumber, slug: carriers[carrier].aftership },
  };
}

function checkpointOf(parcel: DemoParcel, beat: Beat) {
  const { message, aftership } = happenings[beat.happening];
  const afterHandOver = parcel.beats.findIndex((one) => one.happening === 'handed_over');
  const byLastMile = parcel.lastMile && afterHandOver >= 0 && parcel.beats.indexOf(beat) > afterHandOver;
  const carrier = byLastMile && parcel.lastMile ? parcel.lastMile.carrier : parcel.carrier;
  return {
    created_at: beat.at,
    checkpoint_time: clockAt(beat.place ?? parcel.origin, beat.at),
    slug: carriers[carrier].aftership,
    tag: aftership[0],
    subtag: aftership[1],
    message,
    city: beat.place,
    state: beat.place && places[beat.place].region,
    country_iso3: beat.place && iso3Of(beat.place),
  };
}
