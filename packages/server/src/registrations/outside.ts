import type { OutsidePurchase, Session, Store } from '@postlude/contract';
import { problems } from '@postlude/contract/problems';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { ensurePassports } from '../passports/read.ts';
import { grantSession } from '../sessions/grant-session.ts';
import { dayIn } from '../tracking/calendar.ts';
import { warrantyPolicyInForce } from '../warranty-policy/store.ts';
import { countOutside } from './outside-limit.ts';
import { writeOwnOrder } from './own-order.ts';
import { productLine } from './products.ts';
import type { Trying } from './tries.ts';

/** Nothing that is registered was bought before this day: what counts from there ends in our time in no plan. */
const firstDay = '1970-01-01';

/** Where a day begins first: what is today there may be told by somebody who is there. */
const earliestZone = 'Pacific/Kiritimati';

/** True for a day on which nothing can have been bought: one to come, or one long before there were receipts. */
export const isImpossibleDay = (day: string, now: Date): boolean =>
  day < firstDay || day > dayIn(earliestZone, now.getTime());

/**
 * Keeps what somebody bought elsewhere as an order of its own and opens a session for it.
 *
 * @throws ApiProblem `not_found` when the store registers nothing that was bought elsewhere; `product_unknown`,
 *   `date_impossible`; `rate_limited`.
 */
export async function tellOutside(
  tx: Tx,
  call: Trying & { readonly context: Context; readonly store: Store },
  told: OutsidePurchase,
): Promise<Session> {
  const { context, storeId, store } = call;
  const now = context.clock.now();
  const { policy } = await warrantyPolicyInForce(tx, storeId);
  if (policy.boughtElsewhere === 'off') throw new ApiProblem('not_found');
  if (isImpossibleDay(told.purchasedOn, now)) {
    throw new ApiProblem('date_impossible', { fields: { purchasedOn: problems.date_impossible.title } });
  }
  await countOutside(tx, call, told.email);
  const line = await productLine(tx, storeId, told);
  if (!line)
    throw new ApiProblem('product_unknown', { fields: { productId: problems.product_unknown.title } });
  const { orderId } = await writeOwnOrder(
    tx,
    {
      storeId,
      source: 'elsewhere',
      placedAt: new Date(`${told.purchasedOn}T12:00:00Z`),
      currency: store.currency,
      country: told.country ?? null,
      locale: told.locale ?? null,
      email: told.email,
      line: { ...line, quantity: told.quantity ?? 1 },
    },
    now,
  );
  await tx
    .insertInto('outside_purchases')
    .values({
      store_id: storeId,
      order_id: orderId,
      purchased_on: told.purchasedOn,
      about: told.about,
      bought_at: told.where.trim(),
      name: told.name?.trim() || null,
      created_at: now,
    })
    .execute();
  await ensurePassports(tx, { storeId, orderId }, now);
  return grantSession(tx, context, { storeId, orderId });
}

/** How long something bought elsewhere is kept while nothing of it is registered, in milliseconds. */
const unfinishedLifetime = 24 * 60 * 60_000;

/** How many one run removes at most; what is left waits for the next one. */
const atOnce = 500;

/** Removes what was told to be bought elsewhere and never registered. Its files follow with the next clean-up of files. */
export async function removeUnfinished(context: Context): Promise<number> {
  const longAgo = new Date(context.clock.now().getTime() - unfinishedLifetime);
  return context.db.withSystem(async (tx) => {
    const rows = await tx
      .selectFrom('outside_purchases')
      .select(['store_id', 'order_id'])
      .where('created_at', '<=', longAgo)
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('registrations')
              .select('registrations.registration_id')
              .whereRef('registrations.store_id', '=', 'outside_purchases.store_id')
              .whereRef('registrations.order_id', '=', 'outside_purchases.order_id'),
          ),
        ),
      )
      .orderBy('created_at')
      .limit(atOnce)
      .execute();
    for (const { store_id, order_id } of rows) {
      // Who registers at this moment holds the order, and has registered it once we have it.
      await tx
        .selectFrom('orders')
        .select('order_id')
        .where('store_id', '=', store_id)
        .where('order_id', '=', order_id)
        .forUpdate()
        .execute();
      await tx
        .deleteFrom('orders')
        .where('store_id', '=', store_id)
        .where('order_id', '=', order_id)
        .where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom('registrations')
                .select('registrations.registration_id')
                .where('registrations.store_id', '=', store_id)
                .where('registrations.order_id', '=', order_id),
            ),
          ),
        )
        .execute();
    }
    return rows.length;
  });
}
