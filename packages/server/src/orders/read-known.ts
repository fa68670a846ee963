import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { KnownOrder } from '../tracking/known.ts';
import { joinCatalogue, lineImage, linePage } from './line-catalogue.ts';

/** Most events read of one subject: a card shows 100, and the rules need some more to see a whole journey. */
const eventsPerSubject = 250;

/**
 * News about a tracking number from longer than this before the order was placed is about another parcel: carriers use
 * numbers again. A little earlier is possible, because shops pick up orders from elsewhere late.
 */
export const recycledAfter = '3 days';

/** Which order to read. */
export interface OrderKey {
  readonly storeId: string;
  readonly orderId: string;
}

/**
 * Reads everything known of an order in one round trip, for the rules to judge. Null when the store has no such order.
 */
export async function readKnownOrder(tx: Tx, { storeId, orderId }: OrderKey): Promise<KnownOrder | null> {
  const { rows } = await sql<{ known: KnownOrder }>`
    with placed as materialized (
      select * from orders where store_id = ${storeId} and order_id = ${orderId}
    ),
    parcels as materialized (
      select shipments.*, 'shipment:' || shipments.source || ':' || shipments.external_id as own_subject
      from shipments join placed using (store_id)
      where shipments.source = placed.source and shipments.order_external_id = placed.external_id
    ),
    -- A number is used again by its carrier one day; a fulfilment's id never is.
    subjects as materialized (
      select subject, placed.placed_at - ${recycledAfter}::interval as since
      from parcels cross join placed where subject like 'number:%'
      union
      select own_subject, '-infinity'::timestamptz from parcels
    ),
    pieces as materialized (
      select shipment_items.shipment_external_id, json_agg(json_build_object(
        'lineExternalId', line_external_id, 'quantity', quantity, 'parcel', nullif(parcel, -1))
        order by line_external_id, parcel) as items
      from shipment_items join placed using (store_id)
      where shipment_items.source = placed.source
        and shipment_external_id in (select external_id from parcels)
      group by shipment_external_id
    )
    select json_build_object(
      'order', json_build_object(
        'id', order_id, 'number', number, 'placedAt', placed_at, 'cancelledAt', cancelled_at,
        'total', case when total_amount is null then null
          else json_build_object('amount', total_amount, 'currency', total_currency) end,
        'destination', case when destination is null then null
          else json_build_object('city', destination->'city', 'country', destination->'country') end
      ),
      'store', (
        select json_build_object('name', name, 'locale', locale, 'timeZone', time_zone, 'contact', contact,
          'stalledAfterDays', stalled_after_days)
        from stores where stores.store_id = placed.store_id
      ),
      'lines', (
        select coalesce(json_agg(json_build_object(
          'id', line_id, 'externalId', order_lines.external_id, 'position', position, 'title', order_lines.title,
          'variant', variant,
          'quantity', quantity, 'removed', removed, 'imageUrl', ${lineImage}, 'productUrl', ${linePage},
          'shippable', shippable) order by position, order_lines.external_id), '[]')
        from order_lines ${joinCatalogue}
        where order_lines.store_id = placed.store_id and order_lines.order_id = placed.order_id
      ),
      'refunds', (
        select coalesce(json_agg(json_build_object('key', source || ':' || external_id, 'items', items)
          order by external_id), '[]')
        from refunds
        where refunds.store_id = placed.store_id and refunds.source = placed.source
          and refunds.order_external_id = placed.external_id
      ),
      'shipments', (
        select coalesce(json_agg(json_build_object(
          'id', shipment_id, 'source', source, 'externalId', external_id, 'parcel', parcel, 'versionAt', version_at,
          'versionTie', version_tie, 'cancelled', cancelled, 'shippedAt', shipped_at,
          'trackingNumber', tracking_number, 'carrierName', carrier_name, 'trackingUrl', tracking_url,
          'items', coalesce(pieces.items, '[]'::json), 'status', status) order by external_id, parcel), '[]')
        from parcels left join pieces on pieces.shipment_external_id = parcels.external_id
      ),
      'tracks', (
        select coalesce(json_agg(json_build_object(
          'subject', subject, 'source', source, 'versionAt', version_at, 'versionTie', version_tie, 'status', status,
          'carrierName', carrier_name, 'pickup', pickup, 'proof', proof, 'legs', legs, 'actionUrl', action_url)
          order by subject, source), '[]')
        from subjects join tracks using (subject)
        where tracks.store_id = placed.store_id and version_at >= since
      ),
      'events', (
        select coalesce(json_agg(json_build_object(
          'id', event_id, 'subject', subject, 'source', source, 'at', at, 'localTime', local_time,
          'offset', utc_offset, 'status', status, 'subStatus', sub_status, 'actionRequired', action_required,
          'message', message, 'place', place, 'carrierName', carrier_name) order by at desc, event_key), '[]')
        from subjects cross join lateral (
          select event_id, event_key, source, at, local_time, utc_offset, status, sub_status, action_required, message,
            place, carrier_name
          from tracking_events
          where tracking_events.store_id = placed.store_id and tracking_events.subject = subjects.subject
            and at >= since
          order by at desc, event_key
          limit ${eventsPerSubject}
        ) as newest
      ),
      'promises', (
        select coalesce(json_agg(json_build_object(
          'subject', subject, 'source', source, 'observedAt', observed_at, 'from', from_date, 'until', until_date,
          'zone', zone, 'promisedBy', promised_by, 'reason', reason) order by observed_at, promise_key), '[]')
        from (
          select *, lag(promise_key) over (
            partition by subject, source order by observed_at, promise_key) as before
          from subjects join promises using (subject)
          where promises.store_id = placed.store_id and observed_at >= since
        ) as told
        where before is distinct from promise_key
      )
    ) as known
    from placed`.execute(tx);
  return rows[0]?.known ?? null;
}
