import type { ClaimAddress, OfferedPlace } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { PostalAddress } from '../labels/label.ts';
import { postalLines } from '../labels/postal-lines.ts';
import { policyInForce } from '../policy/store.ts';
import { addressFor } from '../returns/address.ts';
import type { ClaimCase } from './case.ts';
import { placeOf } from './life.ts';

const postal = (address: ClaimAddress): PostalAddress => ({
  name: address.name,
  company: null,
  lines: address.lines,
  city: address.city,
  region: address.region ?? null,
  postcode: address.postcode ?? null,
  country: address.country,
  phone: null,
  email: null,
});

/** Where an order was sent to; null unless a parcel could be sent there again. */
export async function knownAddress(
  tx: Tx,
  { storeId, orderId }: { readonly storeId: string; readonly orderId: string },
): Promise<ClaimAddress | null> {
  const order = await tx
    .selectFrom('orders')
    .select('destination')
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  const { name, lines, city, country, region = null, postcode = null } = order?.destination ?? {};
  if (!name || !lines?.length || !city || !country) return null;
  return { name, lines: [...lines], city, region, postcode, country };
}

/** An address as a page shows it. */
export const shownLines = (address: ClaimAddress, locale: string): string[] =>
  postalLines(postal(address), locale);

/** Where a device is sent in to: the place of the claim, or the address the store's returns go to. */
export async function storeAddressFor(tx: Tx, of: ClaimCase): Promise<PostalAddress | null> {
  const place = placeOf(of.row, of.policy);
  const country = of.facts.country;
  if (place && place.address.length > 0) {
    return { ...nowhere, name: place.name, lines: place.address, country: country ?? '' };
  }
  const { policy } = await policyInForce(tx, of.row.store_id);
  const found = addressFor(policy, country);
  return found && postal(found);
}

const nowhere: PostalAddress = {
  name: '',
  company: null,
  lines: [],
  city: '',
  region: null,
  postcode: null,
  country: '',
  phone: null,
  email: null,
};

/** The same for a claim that was filed without a place, as a place. */
export async function sendInPlace(tx: Tx, of: ClaimCase, locale: string): Promise<OfferedPlace | null> {
  const address = await storeAddressFor(tx, of);
  if (!address) return null;
  const [, ...lines] = postalLines(address, locale);
  return {
    id: 'send_in',
    kind: 'send_in',
    name: address.name,
    address: lines,
    hours: [],
    url: null,
    note: null,
  };
}
