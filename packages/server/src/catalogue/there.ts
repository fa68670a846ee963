import { sql } from 'kysely';

/** The condition under which a row of `product` is in the catalogue: it was not deleted since it was last told of. */
export const isThere = sql<boolean>`(product.deleted_at is null or product.deleted_at < product.version_at)`;
