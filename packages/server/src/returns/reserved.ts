import type { ReturnFiling } from '@postlude/contract';
import { sql } from 'kysely';
import type { CatalogueVariant } from '../catalogue/read-variants.ts';
import type { Tx } from '../db/database.ts';
import type { SoldOrder } from '../orders/read-sold.ts';

type Variants = ReadonlyMap<string, readonly CatalogueVariant[]>;

/** Whose stock is looked at, and the return whose own units are not in its way. */
interface ReservedFor {
  readonly storeId: string;
  readonly source: SoldOrder['source'];
  readonly except: string | null;
}

/**
 * Holds the variants that a filing exchanges for until the transaction ends, so that two who want the last one ask one after
 * the other. To be called before their stock is read.
 */
export async function holdVariants(tx: Tx, storeId: string, { items }: ReturnFiling): Promise<void> {
  const names = [
    ...new Set(
      items.flatMap(({ exchangeFor }) => (exchangeFor ? [`${storeId} ${exchangeFor.variantId}`] : [])),
    ),
  ];
  if (names.length === 0) return;
  // Everybody takes them in the same order, so that two never wait for each other in a circle.
  await sql`
    select pg_advisory_xact_lock(${variantLockClass}, lock)
    from (select distinct hashtext(name) as lock from unnest(${names}::text[]) as name order by lock) as locks`.execute(
    tx,
  );
}

/** The first half of the advisory locks taken here, so that they meet no others. */
const variantLockClass = 7031;

/**
 * The variants with what is left of their stock: units promised to open returns are spoken for. Once a return is settled the
 * shop has been told to send them, and its own stock says so.
 */
export async function withoutReserved(
  tx: Tx,
  variants: Variants,
  { storeId, source, except }: ReservedFor,
): Promise<Variants> {
  const counted = [...variants.values()].flat().filter(({ stock }) => stock !== null && stock > 0);
  if (counted.length === 0) return variants;
  const { rows } = await sql<{ id: string; units: number }>`
    select item.exchange ->> 'variantId' as id, sum(item.quantity)::integer as units
    from return_items as item
    join returns as open on open.store_id = item.store_id and open.return_id = item.return_id
    join orders as placed on placed.store_id = open.store_id and placed.order_id = open.order_id
    where item.store_id = ${storeId} and item.exchange is not null
      and item.exchange ->> 'variantId' = any(${counted.map(({ id }) => id)}::text[])
      and open.status in ('requested', 'approved', 'shipped', 'received', 'inspected')
      and open.return_id <> ${except ?? ''} and placed.source = ${source}
    group by 1`.execute(tx);
  if (rows.length === 0) return variants;
  const reserved = new Map(rows.map(({ id, units }) => [id, units]));
  const left = (variant: CatalogueVariant): CatalogueVariant =>
    variant.stock === null
      ? variant
      : { ...variant, stock: Math.max(0, variant.stock - (reserved.get(variant.id) ?? 0)) };
  return new Map([...variants].map(([product, listed]) => [product, listed.map(left)]));
}
