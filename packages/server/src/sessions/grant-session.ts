import type { Session } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { OrderKey } from '../orders/read-known.ts';
import { readShopperOrder } from '../orders/read-order.ts';
import { giftView } from './gift-view.ts';
import { issueToken, sessionLifetime } from './token.ts';

/** Opens a session for an order, once it is certain who asks. */
export async function grantSession(
  tx: Tx,
  context: Context,
  { storeId, orderId }: OrderKey,
  gift = false,
): Promise<Session> {
  const now = context.clock.now();
  const order = await readShopperOrder(tx, { storeId, orderId }, now);
  if (!order) throw new ApiProblem('not_found');
  const expiresAt = new Date(Math.floor((now.getTime() + sessionLifetime) / 1000) * 1000);
  const token = issueToken(context.secrets, {
    storeId: storeId as `sto_${string}`,
    orderId: order.id,
    gift,
    expiresAt,
  });
  return { token, expiresAt: expiresAt.toISOString(), order: gift ? giftView(order) : order };
}
