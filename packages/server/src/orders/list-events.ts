import { type EndpointOutput, TrackingStatus } from '@postlude/contract';
import type { listTrackingEvents } from '@postlude/contract/endpoints';
import { type Selectable, sql } from 'kysely';
import { carrierByName } from '../carriers/index.ts';
import type { Tx } from '../db/database.ts';
import type { TrackingEventsTable } from '../db/schema.ts';
import { defaultLimit, instantPattern, pageOf, readCursor } from '../http/cursor.ts';
import { subjectOfNumber, subjectOfShipment } from '../tracking/known.ts';
import { findShipment, type ShipmentKey } from './add-tracking.ts';
import { recycledAfter } from './read-known.ts';

/** A page of every stored event of a parcel, as each source told it, newest first. Null when the order has no such parcel. */
export async function listEvents(
  tx: Tx,
  key: ShipmentKey,
  { cursor, limit = defaultLimit }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<EndpointOutput<typeof listTrackingEvents> | null> {
  const shipment = await findShipment(tx, key);
  if (!shipment) return null;
  const { source, externalId, trackingNumber, placedAt } = shipment;
  const ofNumber = trackingNumber === null ? null : subjectOfNumber(trackingNumber);
  let query = tx
    .selectFrom('tracking_events')
    .selectAll()
    .where('store_id', '=', key.storeId)
    .where(
      sql<boolean>`(subject = ${subjectOfShipment(source, externalId)} or (
        subject = ${ofNumber} and at >= ${placedAt}::timestamptz - ${recycledAfter}::interval))`,
    )
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit + 1);
  const after = readCursor(cursor, [instantPattern, /^evt_[0-9a-f]{32}$/]);
  if (after) {
    query = query.where(
      sql<boolean>`(at, event_id) < (${after[0]}::timestamptz, ${after[1]}::text collate "C")`,
    );
  }
  const rows = await query.execute();
  return pageOf(rows, limit, entryOf, (row) => [row.at.toISOString(), row.event_id]);
}

type Entry = EndpointOutput<typeof listTrackingEvents>['items'][number];

function entryOf(row: Selectable<TrackingEventsTable>): Entry {
  const status = TrackingStatus.safeParse(row.status);
  return {
    event: {
      id: row.event_id as Entry['event']['id'],
      at: row.at.toISOString(),
      localTime: row.local_time,
      offset: row.utc_offset,
      status: status.success ? status.data : 'exception',
      subStatus: row.sub_status,
      message: row.message,
      place: row.place,
      carrier: row.carrier_name === null ? null : carrierByName(row.carrier_name),
    },
    source: row.source,
    raw: row.raw,
    receivedAt: row.received_at.toISOString(),
  };
}
