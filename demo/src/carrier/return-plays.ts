import type { StaffReturn } from '@postlude/contract';
import type { DemoOrder, ReturnParcel } from '../orders/demo-order.ts';
import type { Happening } from '../orders/happenings.ts';
import type { ProviderMessage } from '../providers/message.ts';
import { newReturnParcel, returnParcelMoved } from '../returns/return-parcel.ts';
import type { OpenOrder } from '../returns/shopper.ts';
import type { Play } from './plays.ts';

/** The way of a parcel that comes back. */
const wayBack: readonly Happening[] = ['accepted', 'departed', 'arrived', 'delivered'];

/** Ways back that go by parcel; the others have none to follow. */
const byParcel: ReadonlySet<string | undefined> = new Set(['label', 'own_carrier']);

/** What the carrier can do with a return's parcel now. */
export function possibleReturnPlays(order: DemoOrder, { return: one }: StaffReturn): Play[] {
  const moved = parcelOf(order, one.id)?.parcel.beats.at(-1)?.happening;
  if (moved === 'delivered') return [];
  if (moved !== undefined) return ['next', 'deliver'];
  return one.status === 'approved' && byParcel.has(one.method?.kind) ? ['next'] : [];
}

/** The parcel of a return, once it was handed in. */
export const parcelOf = (order: DemoOrder, returnId: string): ReturnParcel | undefined =>
  order.returnParcels.find((one) => one.returnId === returnId);

/**
 * Plays with a return's parcel: hands it in first, which tells the backend its number as the shopper would, then moves it.
 */
export async function playReturn(
  name: Play,
  order: DemoOrder,
  staffReturn: StaffReturn,
  opened: () => Promise<OpenOrder>,
  now: Date,
): Promise<ProviderMessage[]> {
  if (!possibleReturnPlays(order, staffReturn).includes(name)) return [];
  const { return: one } = staffReturn;
  const parcel = parcelOf(order, one.id) ?? (await handIn(order, staffReturn, opened, now));
  const last = parcel.parcel.beats.at(-1)?.happening;
  const happening =
    name === 'deliver' ? 'delivered' : (wayBack[last ? wayBack.indexOf(last) + 1 : 0] ?? 'delivered');
  const place = happening === 'accepted' ? order.destination.city : 'Berlin';
  parcel.parcel.beats.push({ at: now.toISOString(), happening, place });
  return [returnParcelMoved(order, parcel)];
}

async function handIn(
  order: DemoOrder,
  { return: one, label }: StaffReturn,
  opened: () => Promise<OpenOrder>,
  now: Date,
): Promise<ReturnParcel> {
  const told = label?.trackingNumber ?? one.shipment?.trackingNumber ?? null;
  const parcel = newReturnParcel(order, { returnId: one.id, number: one.number, trackingNumber: told }, now);
  if (told === null) await (await opened()).tellParcel(one.id, 'DHL Paket', parcel.parcel.trackingNumber);
  order.returnParcels.push(parcel);
  return parcel;
}
