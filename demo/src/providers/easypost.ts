import { type Beat, carriers, type DemoParcel } from '../orders/demo-order.ts';
import { happenings } from '../orders/happenings.ts';
import { places } from '../orders/places.ts';
import type { ProviderMessage } from './message.ts';

/** `tracker.updated`, as EasyPost sends it: the tracker with all its details, oldest first. */
export function easypostUpdate(parcel: DemoParcel, beats: readonly Beat[]): ProviderMessage {
  const last = beats.at(-1);
  if (!last) throw new Error('EasyPost has nothing to say of a parcel nothing happened to');
  const [status, status_detail] = happenings[last.happening].easypost;
  const promise = beats.findLast((beat) => beat.promise)?.promise;
  const carrier = carriers[parcel.carrier].easypost;
  return {
    provider: 'easypost',
    topic: 'tracker.updated',
    headers: { 'User-Agent': 'EasyPost/Demo' },
    body: JSON.stringify({
      object: 'Event',
      id: `evt_demo_${parcel.id}_${beats.length}`,
      description: 'tracker.updated',
      mode: 'production',
      status: 'pending',
      created_at: last.at,
      updated_at: last.at,
      previous_attributes: {},
      result: {
        object: 'Tracker',
        id: `trk_demo_${parcel.id}`,
        mode: 'production',
        tracking_code: parcel.trackingNumber,
        carrier,
        status,
        status_detail,
        created_at: parcel.shippedAt,
        updated_at: last.at,
        signed_by: null,
        est_delivery_date: promise ? `${promise}T00:00:00Z` : null,
        tracking_details: beats.map((beat) => detailOf(beat, carrier)),
      },
    }),
  };
}

function detailOf(beat: Beat, source: string) {
  const { message, easypost } = happenings[beat.happening];
  const place = beat.place && places[beat.place];
  return {
    object: 'TrackingDetail',
    message,
    description: message,
    status: easypost[0],
    status_detail: easypost[1],
    datetime: beat.at,
    source,
    tracking_location: {
      object: 'TrackingLocation',
      city: beat.place,
      state: place?.region ?? null,
      country: place?.country ?? null,
      zip: null,
    },
  };
}
