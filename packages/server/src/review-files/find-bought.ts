import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import { ownOrderSources } from '../orders/own-source.ts';
import { emailKey } from '../sessions/contact.ts';

/** Who reviewed what, and when. */
export interface BoughtBy {
  readonly email: string;
  readonly productId: string;
}

/** How `findBought` names a purchase. */
export const boughtKey = ({ email, productId }: BoughtBy): string => `${emailKey(email)} ${productId}`;

/**
 * Which of some products the store knows to have been bought with an e-mail address, and when first: what makes an imported review
 * verified. Orders that were cancelled, bought elsewhere or taken over prove nothing.
 */
export async function findBought(
  tx: Tx,
  storeId: string,
  wanted: readonly BoughtBy[],
): Promise<ReadonlyMap<string, Date>> {
  if (wanted.length === 0) return new Map();
  const emails = wanted.map(({ email }) => storableText(emailKey(email)));
  const products = wanted.map(({ productId }) => storableText(productId));
  const { rows } = await sql<{ email: string; product: string; at: Date }>`
    select orders.email_key as email, line.product_id as product, min(orders.placed_at) as at
    from (select distinct * from unnest(${emails}::text[], ${products}::text[]) as each (email, product)) as each
    join orders on orders.store_id = ${storeId} and orders.email_key = each.email
      and orders.cancelled_at is null and orders.source <> all(${[...ownOrderSources]}::text[])
    join order_lines as line on line.store_id = orders.store_id and line.order_id = orders.order_id
      and line.product_id = each.product and line.quantity > line.removed
    group by 1, 2`.execute(tx);
  return new Map(rows.map(({ email, product, at }) => [`${email} ${product}`, at] as const));
}
