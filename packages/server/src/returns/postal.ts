import type { ReturnPolicyInput } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { LabelRequest, PostalAddress } from '../labels/label.ts';
import type { SoldLine } from '../orders/read-sold.ts';
import { addressFor } from './address.ts';
import type { ReturnCase } from './case.ts';
import type { ReturnRow } from './store.ts';

/** The store's own address as labels take it; null when the policy has none for the country. */
export function storeAddress(policy: ReturnPolicyInput, country: string | null): PostalAddress | null {
  const found = addressFor(policy, country);
  if (!found) return null;
  const { name, lines, city, region = null, postcode = null } = found;
  return {
    name,
    company: null,
    lines,
    city,
    region,
    postcode,
    country: found.country,
    phone: null,
    email: null,
  };
}

/** The shopper's address as far as we keep it. Null when not even the country is known. */
export async function shopperAddress(tx: Tx, row: ReturnRow): Promise<PostalAddress | null> {
  const order = await tx
    .selectFrom('orders')
    .select(['destination', 'email', 'phone'])
    .where('store_id', '=', row.store_id)
    .where('order_id', '=', row.order_id)
    .executeTakeFirst();
  const { city, region, postcode, country, name, lines } = order?.destination ?? {};
  if (!country) return null;
  return {
    name: name ?? '',
    company: null,
    lines: lines ?? [],
    city: city ?? '',
    region: region ?? null,
    postcode: postcode ?? null,
    country,
    phone: order?.phone ?? null,
    email: order?.email ?? null,
  };
}

/** What is in the parcel, as a slip or a label lists it. */
export const packedItems = ({ items, sold }: ReturnCase): LabelRequest['items'] =>
  items.map((item) => {
    const line = sold.lines.find(({ id }) => id === item.line_id);
    return {
      title: line?.title ?? '',
      variant: line?.variant ?? null,
      sku: line?.sku ?? null,
      quantity: item.quantity,
      unitValue: line ? soldFor(line) : null,
    };
  });

/** What one unit was sold for, its share of discounts taken off. */
const soldFor = ({ unitPrice, discount, quantity }: SoldLine): number | null =>
  unitPrice === null ? null : Math.max(0, Math.floor((unitPrice * quantity - discount) / quantity));
