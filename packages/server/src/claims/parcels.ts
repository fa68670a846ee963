import type { Shipment } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { readKnownOrder } from '../orders/read-known.ts';
import { type ParcelOf, type ReturnParcel, readParcelOf } from '../returns/parcel.ts';
import type { ClaimCase } from './case.ts';

/** The parcel to the store and the one back. */
export interface ClaimParcels {
  readonly inbound: Shipment | null;
  readonly outbound: Shipment | null;
  /** In how many seconds one of them is worth asking for again. */
  readonly refreshAfter: number | null;
}

/** Reads both parcels of a claim by the same rules as a delivery. */
export async function readParcels(tx: Tx, of: ClaimCase): Promise<ClaimParcels> {
  const { row, facts } = of;
  if (row.subject === null && row.back_subject === null) return none;
  const known = await readKnownOrder(tx, { storeId: row.store_id, orderId: facts.sold.id });
  if (!known) return none;
  const parcel = (
    parts: Pick<ParcelOf['row'], 'return_id' | 'subject' | 'carrier_name' | 'tracking_number'>,
  ) =>
    readParcelOf(
      tx,
      {
        row: {
          store_id: row.store_id,
          order_id: row.order_id,
          number: row.number,
          created_at: row.created_at,
          ...parts,
        },
        items: [{ line_id: facts.line.id, quantity: 1 }],
        lines: known.lines,
        store: known.store,
      },
      of.now,
    );
  const inbound = await parcel({
    return_id: row.claim_id,
    subject: row.subject,
    carrier_name: row.carrier_name,
    tracking_number: row.tracking_number,
  });
  const outbound = await parcel({
    return_id: beside(row.claim_id),
    subject: row.back_subject,
    carrier_name: row.back_carrier_name,
    tracking_number: row.back_tracking_number,
  });
  return {
    inbound: inbound?.shipment ?? null,
    outbound: outbound?.shipment ?? null,
    refreshAfter: soonest(inbound, outbound),
  };
}

const none: ClaimParcels = { inbound: null, outbound: null, refreshAfter: null };

/** An id of its own for the second parcel of a claim, always the same one. */
const beside = (claimId: string): string =>
  claimId.slice(0, -1) + (Number.parseInt(claimId.slice(-1), 16) ^ 1).toString(16);

function soonest(...parcels: readonly (ReturnParcel | null)[]): number | null {
  const seconds = parcels.flatMap((parcel) => parcel?.refreshAfter ?? []);
  return seconds.length === 0 ? null : Math.min(...seconds);
}
