import { type Beat, carriers, type DemoOrder, type DemoParcel } from '../orders/demo-order.ts';
import { happenings } from '../orders/happenings.ts';
import { clockAt, places } from '../orders/places.ts';
import type { ProviderMessage } from './message.ts';

/** `track_updated`, as Shippo sends it: the parcel with its history, oldest first. */
export function shippoUpdate(order: DemoOrder, parcel: DemoParcel, beats: readonly Beat[]): ProviderMessage {
  const last = beats.at(-1);
  if (!last) throw new Error('Shippo has nothing to say of a parcel nothing happened to');
  const promises = beats.flatMap((beat) => (beat.promise ? [`${beat.promise}T00:00:00Z`] : []));
  const { city, postcode } = order.destination;
  return {
    provider: 'shippo',
    topic: 'track_updated',
    headers: { 'User-Agent': 'Shippo/Demo' },
    body: JSON.stringify({
      event: 'track_updated',
      test: false,
      data: {
        carrier: carriers[parcel.carrier].shippo,
        tracking_number: parcel.trackingNumber,
        address_from: { city: parcel.origin, country: places[parcel.origin].country },
        address_to: { city, zip: postcode, state: places[city].region, country: places[city].country },
        eta: promises.at(-1) ?? null,
        original_eta: promises[0] ?? null,
        tracking_status: statusOf(beats.length, parcel, last),
        tracking_history: beats.map((beat, index) => statusOf(index + 1, parcel, beat)),
      },
    }),
  };
}

function statusOf(index: number, parcel: DemoParcel, beat: Beat) {
  const { message, shippo } = happenings[beat.happening];
  const [status, code, action_required] = shippo;
  const place = beat.place && places[beat.place];
  return {
    object_id: `${parcel.id}${String(index).padStart(4, '0')}`.padStart(32, '0'),
    object_created: beat.at,
    object_updated: beat.at,
    status,
    substatus: { code, text: message, action_required },
    status_details: message,
    status_date: clockAt(beat.place ?? parcel.origin, beat.at),
    location: place && { city: beat.place, state: place.region, zip: null, country: place.country },
  };
}
