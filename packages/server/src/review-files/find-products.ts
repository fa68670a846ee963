import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { storableText } from '../db/values.ts';
import type { FileReview } from './judge-review.ts';

/** The product a review is put with. */
export interface FoundProduct {
  readonly id: string;
  readonly title: string;
}

/** Finds the product a file means; null when nobody knows it. */
export type FindProduct = (product: FileReview['product']) => FoundProduct | null;

/** The last part of a product's address, in SQL: see `handleOf`. */
const handle = sql`regexp_replace(regexp_replace(product_url, '[?#].*$', ''), '^.*/([^/]+)/*$', '\\1')`;

/**
 * Looks up all products of some rows at once. An id of the catalogue counts first, then a handle of its addresses. An id nobody knows
 * is kept as it is: it may be sold no more. A handle alone has to be known, as one of the catalogue or as the id of a product.
 */
export async function findProducts(
  tx: Tx,
  storeId: string,
  wanted: readonly FileReview['product'][],
): Promise<FindProduct> {
  const ids = named(wanted.flatMap(({ id, handle: name }) => [id, name]));
  const handles = named(wanted.map(({ handle: name }) => name));
  const { rows } = await sql<{ id: string; title: string; handle: string | null }>`
    select external_id as id, title, ${handle} as handle from products
    where store_id = ${storeId} and (external_id = any(${ids}::text[]) or ${handle} = any(${handles}::text[]))
    order by on_sale, version_at`.execute(tx);
  const byId = new Map(rows.map(({ id, title }) => [id, { id, title }] as const));
  const byHandle = new Map(rows.map(({ id, title, handle: name }) => [name, { id, title }] as const));
  return ({ id, handle: name, title }) => {
    const known = (id !== null && byId.get(id)) || (name !== null && byHandle.get(name)) || null;
    if (known) return known;
    if (id !== null) return { id, title: title ?? name ?? id };
    return (name !== null && byId.get(name)) || null;
  };
}

const named = (names: readonly (string | null)[]): string[] => [
  ...new Set(names.filter((name): name is string => name !== null).map(storableText)),
];
