import type { Id } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toMaybeJson } from '../db/values.ts';
import type { ownOrderSources } from '../orders/own-source.ts';
import { newId } from '../secrets/ids.ts';
import { emailKey, numberKey } from '../sessions/contact.ts';
import { randomLetters } from './code.ts';

/** What is bought or taken over. */
export interface OwnLine {
  readonly title: string;
  readonly variant: string | null;
  readonly sku: string | null;
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly productType: string | null;
  readonly tags: readonly string[];
  readonly imageUrl: string | null;
  readonly productUrl: string | null;
  readonly quantity: number;
}

/** An order of its own. */
export interface OwnOrder {
  readonly storeId: string;
  readonly source: (typeof ownOrderSources)[number];
  readonly placedAt: Date;
  readonly currency: string;
  readonly country: string | null;
  readonly locale: string | null;
  readonly email: string;
  readonly line: OwnLine;
}

/**
 * Writes an order for somebody who has none here, so that sessions, files and claims work for them as for everybody: its
 * number (`REG-7K3D9QXM`) and their e-mail open it again. Its line is put into no parcel and has no price.
 */
export async function writeOwnOrder(
  tx: Tx,
  { storeId, source, placedAt, currency, country, locale, email, line }: OwnOrder,
  now: Date,
): Promise<{ readonly orderId: Id<'order'>; readonly lineId: Id<'line'>; readonly number: string }> {
  const orderId = newId('order', now.getTime());
  const lineId = newId('line', now.getTime());
  const number = `REG-${randomLetters(8)}`;
  await tx
    .insertInto('orders')
    .values({
      store_id: storeId,
      order_id: orderId,
      source,
      external_id: orderId,
      number,
      number_key: numberKey(number),
      placed_at: placedAt,
      currency,
      locale,
      email,
      email_key: emailKey(email),
      postcode_keys: [],
      destination: toMaybeJson(country && { city: null, region: null, postcode: null, country }),
      version_at: now,
      version_tie: '',
      created_at: now,
      updated_at: now,
    })
    .execute();
  await tx
    .insertInto('order_lines')
    .values({
      store_id: storeId,
      order_id: orderId,
      line_id: lineId,
      external_id: 'item',
      position: 0,
      title: line.title,
      variant: line.variant,
      sku: line.sku,
      product_id: line.productId,
      variant_id: line.variantId,
      product_type: line.productType,
      tags: sql`${[...line.tags]}::text[]`,
      quantity: line.quantity,
      removed: 0,
      image_url: line.imageUrl,
      product_url: line.productUrl,
      shippable: false,
    })
    .execute();
  return { orderId, lineId, number };
}
