import { applyDeletedProduct, applyProduct, applyVariant } from '../catalogue/apply-product.ts';
import type { Tx } from '../db/database.ts';
import { storable } from '../db/values.ts';
import type { Fact } from '../ingest/facts.ts';
import { applyOrder } from './apply-order.ts';
import { applyRefund } from './apply-refund.ts';
import { applyShipment } from './apply-shipment.ts';
import { applyTracking, subjectOf } from './apply-tracking.ts';
import type { Applying } from './newer.ts';

/**
 * Writes facts into the tables. Every fact is safe to apply any number of times and in any order: rows are found by
 * their natural keys, and of two that speak of the same thing the newer version stays.
 *
 * Equal versions are written once more: that changes nothing, and spares a comparison of contents.
 */
export async function applyFacts(
  tx: Tx,
  storeId: string,
  facts: readonly Fact[],
  now: Date,
  applying: Applying = { again: false },
): Promise<void> {
  // In one order everywhere: two messages about the same things then never wait for each other in a circle.
  for (const fact of storable(facts).toSorted(inLockOrder)) {
    switch (fact.kind) {
      case 'order':
        await applyOrder(tx, storeId, fact, now, applying);
        break;
      case 'shipment':
        await applyShipment(tx, storeId, fact, now, applying);
        break;
      case 'refund':
        await applyRefund(tx, storeId, fact);
        break;
      case 'tracking':
        await applyTracking(tx, storeId, fact, now, applying);
        break;
      case 'product':
        await applyProduct(tx, storeId, fact, now, applying);
        break;
      case 'variant':
        await applyVariant(tx, storeId, fact, applying);
        break;
      case 'deleted_product':
        await applyDeletedProduct(tx, storeId, fact, now);
        break;
    }
  }
}

const kinds = [
  'order',
  'shipment',
  'refund',
  'tracking',
  'product',
  'variant',
  'deleted_product',
] as const satisfies readonly Fact['kind'][];

function inLockOrder(a: Fact, b: Fact): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(lockKey(a), lockKey(b));
}

function lockKey(fact: Fact): string {
  return fact.kind === 'tracking'
    ? `${subjectOf(fact.subject)} ${fact.source}`
    : `${fact.source} ${fact.externalId}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
