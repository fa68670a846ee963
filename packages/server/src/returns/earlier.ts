import type { SoldOrder } from '../orders/read-sold.ts';
import type { EarlierUnits } from '../rights/index.ts';
import { withParts } from '../settlement/index.ts';
import { unitsTaken } from './given.ts';
import type { ReturnItemRow, ReturnRow } from './store.ts';

/** The units that returns hold, with the parts of their bundles. `without` leaves out one return: the one that is being changed. */
export function earlierUnits(
  sold: SoldOrder,
  returns: readonly ReturnRow[],
  items: readonly ReturnItemRow[],
  without: string | null,
): EarlierUnits[] {
  return returns
    .filter((row) => row.return_id !== without)
    .flatMap((row) => {
      const named = items
        .filter((item) => item.return_id === row.return_id)
        .map((item) => ({
          lineId: item.line_id as EarlierUnits['lineId'],
          shipmentId: item.shipment_id as EarlierUnits['shipmentId'],
          quantity: unitsTaken(row, item),
        }))
        .filter(({ quantity }) => quantity > 0);
      return withParts(sold, named).map(
        (item): EarlierUnits =>
          'shipmentId' in item ? item : { ...item, shipmentId: parcelOfBundle(sold, named, item.lineId) },
      );
    });
}

/** The parts of a bundle left with the parcel it was in. */
function parcelOfBundle(
  sold: SoldOrder,
  named: readonly EarlierUnits[],
  part: EarlierUnits['lineId'],
): EarlierUnits['shipmentId'] {
  let at: EarlierUnits['lineId'] | null = part;
  for (let depth = 0; at !== null && depth < sold.lines.length; depth += 1) {
    const line = sold.lines.find(({ id }) => id === at);
    at = line?.bundleOf ?? null;
    const bundle = named.find(({ lineId }) => lineId === at);
    if (bundle) return bundle.shipmentId;
  }
  return null;
}
