import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toMaybeJson } from '../db/values.ts';
import type { PackedItemFact, ParcelFact, ShipmentFact } from '../ingest/facts.ts';
import { newId } from '../secrets/ids.ts';
import { subjectOfNumber, subjectOfShipment } from '../tracking/known.ts';
import { type Applying, givesWay } from './newer.ts';

const noParcel: ParcelFact = { trackingNumber: null, carrierName: null, trackingUrl: null };

/**
 * Writes a fulfilment: one row per parcel and its items, in place of what was there, unless that is newer. Returns false
 * when it is. Parcel 0 is always there; its row carries the version and is the lock for all the others.
 */
export async function applyShipment(
  tx: Tx,
  storeId: string,
  fact: ShipmentFact,
  now: Date,
  applying: Applying,
): Promise<boolean> {
  const [first = noParcel, ...others] = fact.parcels;
  if (!(await writeParcel(tx, storeId, fact, first, 0, now, applying))) return false;
  for (const [place, parcel] of others.entries())
    await writeParcel(tx, storeId, fact, parcel, place + 1, now, applying);
  await tx
    .deleteFrom('shipments')
    .where('store_id', '=', storeId)
    .where('source', '=', fact.source)
    .where('external_id', '=', fact.externalId)
    .where('parcel', '>', others.length)
    .execute();
  await replaceItems(tx, storeId, fact);
  return true;
}

async function writeParcel(
  tx: Tx,
  storeId: string,
  fact: ShipmentFact,
  parcel: ParcelFact,
  place: number,
  now: Date,
  applying: Applying,
): Promise<boolean> {
  const number = parcel.trackingNumber?.trim() || null;
  const row = {
    order_external_id: fact.orderExternalId,
    subject: number === null ? subjectOfShipment(fact.source, fact.externalId) : subjectOfNumber(number),
    tracking_number: number,
    carrier_name: parcel.carrierName,
    tracking_url: parcel.trackingUrl,
    cancelled: fact.cancelled,
    shipped_at: fact.shippedAt,
    status: toMaybeJson(fact.status),
    version_at: fact.version.at,
    version_tie: fact.version.tie,
    updated_at: now,
  };
  const written = await tx
    .insertInto('shipments')
    .values({
      store_id: storeId,
      shipment_id: newId('shipment', now.getTime()),
      source: fact.source,
      external_id: fact.externalId,
      parcel: place,
      created_at: now,
      ...row,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['store_id', 'source', 'external_id', 'parcel'])
        .doUpdateSet(row)
        .where(givesWay('shipments', applying)),
    )
    .returning('shipment_id')
    .executeTakeFirst();
  return written !== undefined;
}

async function replaceItems(tx: Tx, storeId: string, fact: ShipmentFact): Promise<void> {
  await tx
    .deleteFrom('shipment_items')
    .where('store_id', '=', storeId)
    .where('source', '=', fact.source)
    .where('shipment_external_id', '=', fact.externalId)
    .execute();
  if (fact.items.length === 0) return;
  // A platform may name a line twice in one fulfilment (bundles): the units add up.
  await sql`
    insert into shipment_items (store_id, source, shipment_external_id, line_external_id, parcel, quantity)
    select ${storeId}, ${fact.source}, ${fact.externalId}, line, parcel, least(sum(quantity), 2147483647)
    from unnest(
      ${fact.items.map((item) => item.lineExternalId)}::text[],
      ${fact.items.map((item) => parcelOf(item, fact.parcels.length))}::integer[],
      ${fact.items.map((item) => item.quantity)}::integer[]
    ) as item (line, parcel, quantity)
    group by line, parcel
  `.execute(tx);
}

/** A parcel that the fulfilment does not have says nothing. */
const parcelOf = ({ parcel }: PackedItemFact, parcels: number): number =>
  parcel !== undefined && parcel < parcels ? parcel : untoldParcel;

/** Stands in `shipment_items` for a parcel nobody told. */
const untoldParcel = -1;
