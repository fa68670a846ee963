import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ownOrderSources } from '../orders/own-source.ts';
import { readFacts, rightsFactsOf } from '../returns/facts.ts';
import { matchesItem, withdrawalPeriod } from '../rights/index.ts';
import { emailKey, numberKey } from '../sessions/contact.ts';
import type { MarkFacts } from './marks.ts';

/** The order a declaration is about, as far as we can tell, and what it says of the declaration. */
export interface OrderOf {
  readonly orderId: string;
  readonly facts: NonNullable<MarkFacts['order']>;
}

/** Most orders with one number that are looked at. */
const mostCandidates = 20;

/**
 * Finds the order of a declaration. People write `Order no. 1001` where a number is asked for, so single words of it are
 * tried too. Of several orders with the number the one placed with the same address is meant.
 */
export async function orderOf(
  tx: Tx,
  context: Context,
  storeId: string,
  declared: { readonly contract: string; readonly email: string },
): Promise<OrderOf | null> {
  const keys = [...new Set([declared.contract, ...declared.contract.split(/[\s:,;]+/)].map(numberKey))];
  const found = await tx
    .selectFrom('orders')
    .select(['order_id', 'email_key'])
    .where('store_id', '=', storeId)
    .where('source', 'not in', [...ownOrderSources])
    .where(
      'number_key',
      'in',
      keys
        .filter((key) => key !== '')
        .slice(0, 20)
        .concat(''),
    )
    .orderBy('placed_at', 'desc')
    .orderBy('order_id', 'desc')
    .limit(mostCandidates)
    .execute();
  const wanted = emailKey(declared.email);
  const row = found.find(({ email_key: email }) => email === wanted) ?? found[0];
  if (row === undefined) return null;
  const now = context.clock.now();
  const known = await readFacts(tx, { storeId, orderId: row.order_id, isGift: false, now });
  if (known === null) return null;
  const facts = rightsFactsOf(known);
  const exempt = facts.policy.withdrawal.exempt ?? [];
  return {
    orderId: row.order_id,
    facts: {
      contactFits: row.email_key === wanted,
      isDelivered: known.order.status === 'delivered',
      lastDay: withdrawalPeriod(facts)?.lastDay ?? null,
      hasExemptItems: facts.order.lines.some((line) =>
        exempt.some((match) => matchesItem(match, facts.order, line)),
      ),
    },
  };
}
