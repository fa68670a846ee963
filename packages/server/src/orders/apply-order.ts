import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import type { LineFact, OrderFact } from '../ingest/facts.ts';
import { mailboxOf } from '../referrals/fraud/mailbox.ts';
import { personKey } from '../referrals/fraud/names.ts';
import { newId } from '../secrets/ids.ts';
import { emailKey, numberKey, phoneDigits, postcodeKey } from '../sessions/contact.ts';
import { claimTokenKey } from './buyer-keys.ts';
import { type Applying, givesWay } from './newer.ts';

/** Writes an order and its lines, unless a newer version is there. Returns false when it is. */
export async function applyOrder(
  tx: Tx,
  storeId: string,
  fact: OrderFact,
  now: Date,
  applying: Applying,
): Promise<boolean> {
  const row = {
    number: fact.number,
    number_key: numberKey(fact.number),
    placed_at: fact.placedAt,
    currency: fact.currency,
    locale: fact.locale,
    email: fact.email,
    email_key: fact.email === null ? null : emailKey(fact.email) || null,
    mailbox_key: fact.email === null ? null : mailboxOf(fact.email),
    person_key: personKey(fact.destination),
    phone: fact.phone,
    phone_digits: fact.phone === null ? null : phoneDigits(fact.phone) || null,
    postcode_keys: [...new Set(fact.postcodes.map(postcodeKey))].filter((key) => key !== '').sort(),
    destination: toMaybeJson(fact.destination),
    total_amount: fact.total?.amount ?? null,
    total_currency: fact.total?.currency ?? null,
    taxes_included: fact.taxesIncluded,
    shipping_amount: fact.shipping?.price ?? null,
    shipping_tax: fact.shipping?.tax ?? null,
    cancelled_at: fact.cancelledAt,
    customer_key: fact.customerId === null ? null : `${fact.source}:${fact.customerId}`,
    discount_codes: [...fact.discountCodes],
    claim_token: fact.referralToken === null ? null : claimTokenKey(fact.referralToken),
    payment_key: fact.paymentFingerprint && (applying.keys?.payment(fact.paymentFingerprint) ?? null),
    network_key: fact.address && (applying.keys?.network(fact.address) ?? null),
    paid: fact.paid,
    version_at: fact.version.at,
    version_tie: fact.version.tie,
    updated_at: now,
  };
  const written = await tx
    .insertInto('orders')
    .values({
      store_id: storeId,
      order_id: newId('order', now.getTime()),
      source: fact.source,
      external_id: fact.externalId,
      created_at: now,
      ...row,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['store_id', 'source', 'external_id'])
        .doUpdateSet(row)
        .where(givesWay('orders', applying)),
    )
    .returning('order_id')
    .executeTakeFirst();
  // The row of the order is locked from here on, so nobody else writes its lines meanwhile.
  if (!written) return false;
  await replaceLines(tx, storeId, written.order_id, fact.lines, now);
  return true;
}

/** One parameter however many lines there are: a statement takes 65 535 at most. Lines keep their ids over updates. */
async function replaceLines(
  tx: Tx,
  storeId: string,
  orderId: string,
  lines: readonly LineFact[],
  now: Date,
): Promise<void> {
  const byExternalId = new Map(lines.map((line) => [line.externalId, line]));
  const rows = [...byExternalId.values()].map((line, position) => ({
    line_id: newId('line', now.getTime()),
    external_id: line.externalId,
    position,
    title: line.title,
    variant: line.variant,
    sku: line.sku,
    product_id: line.productId,
    variant_id: line.variantId,
    product_type: line.productType,
    tags: line.tags,
    bundle_external_id: line.bundleExternalId,
    quantity: line.quantity,
    removed: line.removed,
    unit_price_amount: line.unitPrice?.amount ?? null,
    unit_price_currency: line.unitPrice?.currency ?? null,
    discount_amount: line.discount,
    tax_amount: line.tax,
    image_url: line.imageUrl,
    product_url: line.productUrl,
    shippable: line.shippable,
  }));
  await tx
    .deleteFrom('order_lines')
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .where(sql<boolean>`external_id <> all(${[...byExternalId.keys()]}::text[])`)
    .execute();
  if (rows.length === 0) return;
  await sql`
    insert into order_lines (
      store_id, order_id, line_id, external_id, position, title, variant, sku, product_id, variant_id, product_type,
      tags, bundle_external_id, quantity, removed, unit_price_amount, unit_price_currency, discount_amount,
      tax_amount, image_url, product_url, shippable
    )
    select ${storeId}, ${orderId}, line_id, external_id, position, title, variant, sku, product_id, variant_id,
      product_type, tags, bundle_external_id, quantity, removed, unit_price_amount, unit_price_currency,
      discount_amount, tax_amount, image_url, product_url, shippable
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as line (
      line_id text, external_id text, position integer, title text, variant text, sku text, product_id text,
      variant_id text, product_type text, tags text[], bundle_external_id text, quantity integer, removed integer,
      unit_price_amount bigint, unit_price_currency text, discount_amount bigint, tax_amount bigint, image_url text,
      product_url text, shippable boolean
    )
    on conflict (store_id, order_id, external_id) do update set
      position = excluded.position, title = excluded.title, variant = excluded.variant, sku = excluded.sku,
      product_id = excluded.product_id, variant_id = excluded.variant_id, product_type = excluded.product_type,
      tags = excluded.tags, bundle_external_id = excluded.bundle_external_id,
      quantity = excluded.quantity, removed = excluded.removed,
      unit_price_amount = excluded.unit_price_amount, unit_price_currency = excluded.unit_price_currency,
      discount_amount = excluded.discount_amount, tax_amount = excluded.tax_amount,
      image_url = excluded.image_url, product_url = excluded.product_url, shippable = excluded.shippable
  `.execute(tx);
}
