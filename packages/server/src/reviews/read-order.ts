import type { Store } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { readSoldOrder, type SoldOrder } from '../orders/read-sold.ts';
import { reviewPolicyInForce, type StoredReviewPolicy } from '../review-policy/store.ts';
import type { SessionGrant } from '../sessions/token.ts';
import { readStore } from '../stores/read-store.ts';

/** Who writes about an order of which store. */
export interface WritersCall {
  readonly storeId: string;
  readonly session: SessionGrant;
}

/** An order that is reviewed, with the rules in force. */
export interface ReviewedOrder {
  readonly storeId: string;
  readonly sold: SoldOrder;
  readonly isGift: boolean;
  /** Who bought it, as it was written at the address. */
  readonly buyer: string | null;
  readonly emailKey: string | null;
  readonly policy: StoredReviewPolicy;
  readonly store: Store;
}

/**
 * Reads the order of a session for its reviews.
 *
 * @throws ApiProblem `not_found` for every order but the session's own.
 */
export async function readReviewedOrder(
  tx: Tx,
  { storeId, session }: WritersCall,
  orderId: string,
): Promise<ReviewedOrder> {
  if (session.orderId !== orderId) throw new ApiProblem('not_found');
  const sold = await readSoldOrder(tx, { storeId, orderId });
  const store = await readStore(tx, storeId);
  const row = await tx
    .selectFrom('orders')
    .select(['email_key', 'destination'])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (!sold || !store || !row) throw new ApiProblem('not_found');
  return {
    storeId,
    sold,
    isGift: session.gift,
    buyer: session.gift ? null : (row.destination?.name ?? null),
    emailKey: row.email_key,
    policy: await reviewPolicyInForce(tx, storeId),
    store,
  };
}
