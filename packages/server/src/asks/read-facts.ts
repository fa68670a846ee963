import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { isOwnOrder } from '../orders/own-source.ts';
import { type OrderKey, readKnownOrder } from '../orders/read-known.ts';
import { readSoldOrder, type SoldOrder } from '../orders/read-sold.ts';
import { readItems, readReturnsOf } from '../returns/store.ts';
import { reviewPolicyInForce, type StoredReviewPolicy } from '../review-policy/store.ts';
import { reviewsOfLines } from '../reviews/of-lines.ts';
import { readOrder } from '../tracking/index.ts';
import { warrantyPolicyInForce } from '../warranty-policy/store.ts';
import type { Arrival, AskFacts, LineFacts } from './facts.ts';
import { gainOf, readRegistered } from './gain.ts';
import { unitsGone } from './gone.ts';
import { readHolds } from './holds.ts';
import { readShopper } from './read-shopper.ts';
import type { ShopperFacts } from './shopper-facts.ts';
import { type AskRow, askedFactOf, readAskedElsewhere, readAsksOf } from './store.ts';

/** The facts of an order, with the rows and the policy they were made of. */
export interface AsksOfOrder {
  readonly key: OrderKey;
  readonly facts: AskFacts;
  /** Told to what is asked of the shopper alone; null where nothing is. */
  readonly shopper: ShopperFacts | null;
  readonly sold: SoldOrder;
  /** The asks there are, by kind and line. */
  readonly rows: readonly AskRow[];
  readonly policy: StoredReviewPolicy;
  /** The store's. */
  readonly timeZone: string;
}

/**
 * Reads everything the asks of an order are decided from, in a handful of queries; null when the store has no such order. No
 * stars, no text and no sum of money is among it, but in what is told of the shopper to what asks for a recommendation.
 */
export async function readAskFacts(tx: Tx, key: OrderKey, now: Date): Promise<AsksOfOrder | null> {
  const { storeId } = key;
  const known = await readKnownOrder(tx, key);
  const sold = await readSoldOrder(tx, key);
  if (!known || !sold) return null;
  const policy = await reviewPolicyInForce(tx, storeId);
  const warranty = await warrantyPolicyInForce(tx, storeId);
  const returns = await readReturnsOf(tx, key);
  const items = await readItems(
    tx,
    storeId,
    returns.map((row) => row.return_id),
  );
  const { timeZone } = known.store;
  const holds = await readHolds(tx, key, { sold, returns, items, timeZone, now });
  const registered = await readRegistered(tx, key);
  const rows = await readAsksOf(tx, key);
  const asked = [...rows, ...(await readAskedElsewhere(tx, key))].map(askedFactOf);
  const siblings = await sameProducts(tx, key);
  const elsewhere = await reviewedElsewhere(tx, key);
  const reviews = await reviewsOfLines(tx, storeId, [
    ...sold.lines.map(({ id }) => id),
    ...siblings.map((row) => row.line_id),
  ]);
  const { shipments } = readOrder(known, now);

  const lines = sold.lines.map((line): LineFacts => {
    const parts = partsOf(sold, line.id);
    const arrivals = parts.flatMap((id) => arrivalsOf(shipments, id));
    const units = registered.get(line.id);
    const others = [
      ...siblings.filter((row) => row.product_id === line.productId).map((row) => row.line_id),
      ...sold.lines
        .filter(({ id, productId }) => id !== line.id && productId !== null && productId === line.productId)
        .map(({ id }) => id),
    ];
    const written = [
      ...others.flatMap((id) => reviews.get(id)?.sentAt.getTime() ?? []),
      ...elsewhere.flatMap((row) => (row.product_id === line.productId ? row.at.getTime() : [])),
    ];
    return {
      line,
      isPart: line.bundleOf !== null,
      arrivals,
      gone: unitsGone(sold, returns, items, line.id),
      handedOver: units?.handedOver ?? false,
      holds: uniqueHolds(parts.flatMap((id) => holds.get(id) ?? [])),
      registration: {
        registeredAt: units?.registeredAt ?? null,
        gain: gainOf(warranty.policy, { sold, line, arrivals, timeZone }),
      },
      review: reviews.get(line.id) ?? null,
      productReviewedAt: written.length === 0 ? null : new Date(Math.max(...written)),
    };
  });
  const { form, asks: settings } = policy.policy;
  const facts: AskFacts = {
    now,
    order: {
      id: sold.id,
      country: sold.country,
      placedAt: new Date(sold.placedAt),
      cancelledAt: sold.cancelledAt === null ? null : new Date(sold.cancelledAt),
      isSale: !isOwnOrder(sold.source),
    },
    lines,
    asked,
    settings,
    takesMedia: form.photos !== 'off' || form.videos !== 'off',
  };
  const shopper = await readShopper(tx, key, { settings, isSale: facts.order.isSale, timeZone, now });
  return { key, facts, shopper, sold, rows, policy, timeZone };
}

/** A line and the parts of it, where it is a bundle: they come, and are sent back, for it. */
function partsOf(sold: SoldOrder, lineId: string): string[] {
  const found = [lineId];
  for (const id of found) {
    found.push(
      ...sold.lines.filter((line) => line.bundleOf === id && !found.includes(line.id)).map((line) => line.id),
    );
  }
  return found;
}

type Shipments = ReturnType<typeof readOrder>['shipments'];

const arrivalsOf = (shipments: Shipments, lineId: string): Arrival[] =>
  shipments
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ items, shippedAt, deliveredAt }) =>
      items
        .filter((item) => item.lineId === lineId)
        .map(({ quantity }) => ({
          quantity,
          shippedAt: shippedAt === null ? null : new Date(shippedAt),
          deliveredAt: deliveredAt === null ? null : new Date(deliveredAt),
        })),
    );

const uniqueHolds = <One extends { readonly id: string }>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

/** When the shopper of an order reviewed its products where the imported reviews come from. Whatever they said there. */
const reviewedElsewhere = (tx: Tx, { storeId, orderId }: OrderKey) =>
  tx
    .selectFrom('orders')
    .innerJoin('order_lines', (join) =>
      join
        .onRef('order_lines.store_id', '=', 'orders.store_id')
        .onRef('order_lines.order_id', '=', 'orders.order_id'),
    )
    .innerJoin('reviews', (join) =>
      join
        .onRef('reviews.store_id', '=', 'orders.store_id')
        .onRef('reviews.email_key', '=', 'orders.email_key')
        .onRef('reviews.product_id', '=', 'order_lines.product_id')
        .on('reviews.origin', '=', 'import'),
    )
    .select(['reviews.product_id', sql<Date>`max(reviews.created_at)`.as('at')])
    .where('orders.store_id', '=', storeId)
    .where('orders.order_id', '=', orderId)
    .groupBy('reviews.product_id')
    .execute();

/** Most lines of other orders that are looked at for a review of the same product. */
const mostSiblings = 200;

/** Lines of the shopper's other orders with a product of this one. */
const sameProducts = (tx: Tx, { storeId, orderId }: OrderKey) =>
  tx
    .selectFrom('orders as mine')
    .innerJoin('orders as others', (join) =>
      join
        .onRef('others.store_id', '=', 'mine.store_id')
        .onRef('others.email_key', '=', 'mine.email_key')
        .onRef('others.source', '=', 'mine.source')
        .onRef('others.order_id', '<>', 'mine.order_id'),
    )
    .innerJoin('order_lines', (join) =>
      join
        .onRef('order_lines.store_id', '=', 'others.store_id')
        .onRef('order_lines.order_id', '=', 'others.order_id'),
    )
    .select(['order_lines.line_id', 'order_lines.product_id'])
    .where('mine.store_id', '=', storeId)
    .where('mine.order_id', '=', orderId)
    .where('order_lines.product_id', 'in', (from) =>
      from
        .selectFrom('order_lines as own')
        .select('own.product_id')
        .where('own.store_id', '=', storeId)
        .where('own.order_id', '=', orderId)
        .where('own.product_id', 'is not', null),
    )
    .orderBy('others.placed_at', 'desc')
    .limit(mostSiblings)
    .execute();
