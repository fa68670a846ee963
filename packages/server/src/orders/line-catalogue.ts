import { sql } from 'kysely';

/**
 * Joins `order_lines` with what the catalogue tells of their products, whether or not they are still sold. `placed` must be
 * the order.
 */
export const joinCatalogue = sql`
  left join products on products.store_id = order_lines.store_id and products.source = placed.source
    and products.external_id = order_lines.product_id
  left join product_variants on product_variants.store_id = order_lines.store_id
    and product_variants.source = placed.source
    and product_variants.product_external_id = order_lines.product_id
    and product_variants.external_id = order_lines.variant_id`;

/** The picture of a line: its own, else its variant's, else its product's. */
export const lineImage = sql`coalesce(order_lines.image_url, product_variants.image_url, products.image_url)`;

/** The page of a line's product. */
export const linePage = sql`coalesce(order_lines.product_url, products.product_url)`;

/** What kind of goods a line is. */
export const lineType = sql`coalesce(order_lines.product_type, products.product_type)`;

/** The tags of a line; without any of its own those of its product. */
export const lineTags = sql`case when order_lines.tags = '{}' then coalesce(products.tags, '{}')
  else order_lines.tags end`;
