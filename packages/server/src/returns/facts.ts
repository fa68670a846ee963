import type { Order, RouteKind } from '@postlude/contract';
import { type CatalogueVariant, readVariants } from '../catalogue/read-variants.ts';
import type { Tx } from '../db/database.ts';
import { isOwnOrder } from '../orders/own-source.ts';
import { type OrderKey, readKnownOrder } from '../orders/read-known.ts';
import { readSoldOrder, type SoldLine, type SoldOrder } from '../orders/read-sold.ts';
import { policyInForce, policyOfVersion, type StoredPolicy } from '../policy/store.ts';
import type { Delivery, RightsFacts } from '../rights/index.ts';
import {
  offeredMethods,
  type ReturnUnits,
  type SettlementRequest,
  settle,
  withParts,
} from '../settlement/index.ts';
import { type KnownOrder, readOrder } from '../tracking/index.ts';
import { fulfilmentOf } from '../tracking/items.ts';
import { earlierUnits } from './earlier.ts';
import { givenBefore, refundsBeside, worthKept } from './given.ts';
import { withoutReserved } from './reserved.ts';
import { type ReturnItemRow, type ReturnRow, readItems, readReturnsOf } from './store.ts';

/** What is known of an order and its returns. */
export interface OrderFacts {
  readonly sold: SoldOrder;
  readonly known: KnownOrder;
  readonly policy: StoredPolicy;
  /** All returns of the order, of shopper and gift's receiver, oldest first. */
  readonly returns: readonly ReturnRow[];
  /** The items of all of them. */
  readonly items: readonly ReturnItemRow[];
  readonly isGift: boolean;
  readonly now: Date;
}

/** Everything a return of an order is decided from. */
export interface ReturnFacts extends OrderFacts {
  readonly order: Order;
  readonly variants: ReadonlyMap<string, readonly CatalogueVariant[]>;
}

/** What to read facts for. */
export interface FactsFor extends OrderKey {
  readonly isGift: boolean;
  readonly now: Date;
  /** The version a return was filed under; the one in force unless told. */
  readonly policyVersion?: number;
}

/** Reads what a return that is there already is shown and settled with; null when the store has no such order. */
export async function readOrderFacts(tx: Tx, asked: FactsFor): Promise<OrderFacts | null> {
  const { storeId, isGift, now, policyVersion } = asked;
  const known = await readKnownOrder(tx, asked);
  const sold = await readSoldOrder(tx, asked);
  if (!known || !sold) return null;
  const policy =
    policyVersion === undefined
      ? await policyInForce(tx, storeId)
      : ((await policyOfVersion(tx, storeId, policyVersion)) ?? (await policyInForce(tx, storeId)));
  const returns = await readReturnsOf(tx, asked);
  const items = await readItems(
    tx,
    storeId,
    returns.map((each) => each.return_id),
  );
  return { sold, known, policy, returns, items, isGift, now };
}

/** Reads everything in a handful of queries; null when the store has no such order. */
export async function readFacts(tx: Tx, asked: FactsFor): Promise<ReturnFacts | null> {
  const facts = await readOrderFacts(tx, asked);
  return facts && withVariants(tx, asked.storeId, facts, null);
}

/** Adds what can be had in exchange. What the return that is being changed exchanges for may be chosen again. */
export async function withVariants(
  tx: Tx,
  storeId: string,
  facts: OrderFacts,
  changing: string | null,
): Promise<ReturnFacts> {
  const { sold, known, now } = facts;
  const products = [...new Set(sold.lines.flatMap(({ productId }) => (productId ? [productId] : [])))];
  const listed = await readVariants(tx, storeId, products, sold.source);
  const variants = await withoutReserved(tx, listed, { storeId, source: sold.source, except: changing });
  return { ...facts, order: readOrder(known, now), variants };
}

/** The facts as the rights take them. `without` leaves out the units of one return: the one that is being changed. */
export function rightsFactsOf(facts: ReturnFacts, without: string | null = null): RightsFacts {
  const { sold, policy, known, isGift, now, returns, items } = facts;
  return {
    order: {
      ...sold,
      // What was not bought here cannot be cancelled, sent back or complained about to a carrier.
      lines: isOwnOrder(sold.source) ? [] : sold.lines,
      refunds: refundsBeside(sold, returns, items).map((refund) => ({
        ...refund,
        items: withParts(sold, refund.items),
      })),
    },
    deliveries: deliveriesOf(facts),
    policy: policy.policy,
    earlier: earlierUnits(sold, returns, items, without),
    timeZone: known.store.timeZone,
    isGift,
    now: now.toISOString(),
    hasVariants: (line) => otherVariants(facts, line).length > 0,
    worth: worthsOf(facts, without),
  };
}

function deliveriesOf({ known, order }: ReturnFacts): Delivery[] {
  const parcels = new Map<string, number>();
  const rows = new Map(known.shipments.map((row) => [row.id, row]));
  for (const row of rows.values()) {
    parcels.set(fulfilmentOf(row), (parcels.get(fulfilmentOf(row)) ?? 0) + 1);
  }
  return order.shipments.map((shipment) => {
    const row = rows.get(shipment.id);
    const isShared =
      row !== undefined &&
      (parcels.get(fulfilmentOf(row)) ?? 0) > 1 &&
      row.items.some(({ parcel }) => parcel === null);
    const scans = shipment.events.map(({ at }) => at).sort();
    return {
      shipmentId: shipment.id,
      items: shipment.items,
      status: shipment.status,
      shippedAt: shipment.shippedAt,
      deliveredAt: shipment.deliveredAt,
      lastScanAt: scans.at(-1) ?? null,
      cancelled: shipment.status === 'cancelled',
      sharedAs: isShared ? fulfilmentOf(row) : null,
    };
  });
}

/** Other variants of a line's product that can be had now. */
export function otherVariants(facts: ReturnFacts, line: SoldLine): CatalogueVariant[] {
  const all = (line.productId && facts.variants.get(line.productId)) || [];
  return all.filter((variant) => variant.id !== line.variantId && variant.stock !== 0);
}

/** A request for sums about an order, with what came back before. */
export function requestOf(
  facts: Pick<OrderFacts, 'sold' | 'policy' | 'returns'>,
  about: Pick<SettlementRequest, 'route' | 'units' | 'method' | 'pick'>,
  returnId: string | null,
): SettlementRequest {
  const { sold, policy, returns } = facts;
  return {
    order: sold,
    policy: policy.policy,
    country: sold.country,
    before: givenBefore(sold, returns, returnId),
    keptBefore: worthKept(returns, returnId),
    ...about,
  };
}

/** What all of it would come to by the cheapest way: for the eye, before anything is chosen. */
function worthsOf(facts: ReturnFacts, without: string | null): RightsFacts['worth'] {
  const { policy } = facts.policy;
  const bases = new Map<string, SettlementRequest>();
  const baseOf = (kind: RouteKind): SettlementRequest => {
    const route = kind === 'cancel' || kind === 'delivery_problem' ? kind : 'return';
    // Who withdraws owes what sending back costs and no fee of the store (Directive 2011/83/EU, Articles 13 and 14).
    const isFree = kind === 'withdraw';
    const known = bases.get(`${route} ${isFree}`);
    if (known) return known;
    const request = requestOf(facts, { route, units: [], method: null, pick: () => null }, without);
    const base = isFree ? { ...request, policy: { ...policy, fees: [] } } : request;
    bases.set(`${route} ${isFree}`, base);
    return base;
  };
  return (line, quantity, kind) => {
    const unit: ReturnUnits = {
      lineId: line.id,
      quantity,
      reason: null,
      resolution: 'refund',
      exchange: null,
    };
    const open = { ...baseOf(kind), units: [unit] };
    const methods = offeredMethods(open).methods.toSorted((a, b) => a.price.amount - b.price.amount);
    const settled = settle({ ...open, method: methods[0]?.id ?? null });
    if (settled === null) return null;
    const { refund, breakdown } = settled.settlement;
    const costs = breakdown.rows.filter(({ code }) => code === 'fee' || code === 'method');
    return { refund: refund.amount, cost: costs.reduce((sum, row) => sum - row.amount.amount, 0) };
  };
}
