import type { TrackingInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Source, Subject } from '../ingest/facts.ts';
import { applyFacts } from './apply-facts.ts';
import { subjectOf } from './apply-tracking.ts';
import { type EarlierNews, nowAfter, trackingFact } from './staff-facts.ts';

/** A parcel of an order. */
export interface ShipmentKey {
  readonly storeId: string;
  readonly orderId: string;
  readonly shipmentId: string;
}

/** A parcel with what its news are found by. */
export interface FoundShipment {
  readonly source: Source;
  readonly externalId: string;
  readonly trackingNumber: string | null;
  readonly placedAt: Date;
}

/** Finds a parcel of an order; null when the order has none with this id. */
export async function findShipment(tx: Tx, key: ShipmentKey): Promise<FoundShipment | null> {
  const row = await tx
    .selectFrom('shipments')
    .innerJoin('orders', (join) =>
      join
        .onRef('orders.store_id', '=', 'shipments.store_id')
        .onRef('orders.source', '=', 'shipments.source')
        .onRef('orders.external_id', '=', 'shipments.order_external_id'),
    )
    .where('shipments.store_id', '=', key.storeId)
    .where('shipments.shipment_id', '=', key.shipmentId)
    .where('orders.order_id', '=', key.orderId)
    .select(['shipments.source', 'shipments.external_id', 'shipments.tracking_number', 'orders.placed_at'])
    .executeTakeFirst();
  return row
    ? {
        source: row.source as Source,
        externalId: row.external_id,
        trackingNumber: row.tracking_number,
        placedAt: row.placed_at,
      }
    : null;
}

/** Adds what staff know of a parcel. Returns false when the order has no such parcel. */
export async function addTracking(
  tx: Tx,
  key: ShipmentKey,
  input: TrackingInput,
  now: Date,
): Promise<boolean> {
  const shipment = await findShipment(tx, key);
  if (!shipment) return false;
  const { source, externalId, trackingNumber } = shipment;
  const subject: Subject =
    trackingNumber === null ? { by: 'shipment', source, externalId } : { by: 'number', trackingNumber };
  const earlier = await earlierNews(tx, key.storeId, subjectOf(subject));
  const spokenAt = nowAfter(now, earlier.versionAt);
  await applyFacts(tx, key.storeId, [trackingFact(subject, input, earlier, spokenAt)], now);
  return true;
}

/** Two who add something at once wait for each other here, so that none wipes out what the other told first. */
async function earlierNews(
  tx: Tx,
  storeId: string,
  subject: string,
): Promise<EarlierNews & { versionAt: Date | null }> {
  await sql`select pg_advisory_xact_lock(${newsLockClass}, hashtext(${`${storeId} ${subject}`}))`.execute(tx);
  const row = await tx
    .selectFrom('tracks')
    .select(['pickup', 'proof', 'version_at as versionAt'])
    .where('store_id', '=', storeId)
    .where('subject', '=', subject)
    .where('source', '=', 'staff')
    .executeTakeFirst();
  return row ?? { pickup: null, proof: null, versionAt: null };
}

/** The first half of the advisory locks taken here, so that they meet no others. */
const newsLockClass = 7020;
