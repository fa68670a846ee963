import type { advocateClosed } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { ownOrderSources } from '../../orders/own-source.ts';
import { readKnownOrder } from '../../orders/read-known.ts';
import type { SessionGrant } from '../../sessions/token.ts';
import { readOrder } from '../../tracking/index.ts';
import { runningProgrammes } from '../programme/running.ts';
import type { StoredProgramme } from '../programme/store.ts';
import { type AdvocateRow, advocatesOf, type Person } from './store.ts';

/** Why somebody cannot take part. */
export type AdvocateClosed = (typeof advocateClosed)[number];

/** Who opened the order. */
export interface Shopper extends Person {
  readonly orderId: string;
  readonly email: string;
  readonly locale: string | null;
  /** As it was written at the address. */
  readonly buyer: string | null;
}

/** The person behind a session; or why there is none to take part. */
export async function shopperOf(
  tx: Tx,
  { storeId, session }: { readonly storeId: string; readonly session: SessionGrant },
): Promise<Shopper | AdvocateClosed> {
  const { orderId } = session;
  const row = await tx
    .selectFrom('orders')
    .select(['email', 'email_key', 'locale', 'source', 'destination'])
    .where('store_id', '=', storeId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  if (!row || session.gift || ownOrderSources.some((source) => source === row.source)) return 'not_offered';
  if (row.email === null || row.email_key === null) return 'no_email';
  const { email, email_key: emailKey, locale, destination } = row;
  return { storeId, orderId, email, emailKey, locale, buyer: destination?.name ?? null };
}

/** What a person may take part in now. */
export interface Participation {
  /** Null: `closed` says why. */
  readonly programme: StoredProgramme | null;
  readonly closed: AdvocateClosed | null;
  /** What they are in that programme; null before they take part. */
  readonly advocate: AdvocateRow | null;
  /** Everything they are, in programmes that are over too. */
  readonly all: readonly AdvocateRow[];
}

/**
 * Which programme a person takes part in: of those that run, one they are in already, else the one that began last of those that
 * let them in.
 */
export async function participation(tx: Tx, person: Person, now: Date): Promise<Participation> {
  const all = await advocatesOf(tx, person);
  const running = await runningProgrammes(tx, person.storeId, now);
  const inOne = running.flatMap((programme) => {
    const advocate = all.find((one) => one.programme_id === programme.id);
    return advocate ? [{ programme, advocate }] : [];
  });
  const open = inOne.find(({ advocate }) => advocate.blocked_at === null);
  if (open) return { ...open, closed: null, all };
  if (inOne.length > 0) return { programme: null, closed: 'blocked', advocate: null, all };
  if (running.length === 0) return { programme: null, closed: 'no_programme', advocate: null, all };
  const orders = await ordersOf(tx, person);
  for (const programme of running) {
    const { from, orders: least } = programme.programme.takePart;
    const has = from === 'order' ? orders.length : await deliveredOf(tx, person.storeId, orders, least, now);
    if (has >= least) return { programme, closed: null, advocate: null, all };
  }
  return { programme: null, closed: 'not_yet', advocate: null, all };
}

/** Most orders of a person that are looked at; a programme asks for no more. */
const mostOrders = 100;

async function ordersOf(tx: Tx, { storeId, emailKey }: Person): Promise<string[]> {
  const rows = await tx
    .selectFrom('orders')
    .select('order_id')
    .where('store_id', '=', storeId)
    .where('email_key', '=', emailKey)
    .where('cancelled_at', 'is', null)
    .where('source', 'not in', [...ownOrderSources])
    .orderBy('placed_at')
    .limit(mostOrders)
    .execute();
  return rows.map((row) => row.order_id);
}

/** How many orders came, counted until there are enough. */
async function deliveredOf(
  tx: Tx,
  storeId: string,
  orders: readonly string[],
  enough: number,
  now: Date,
): Promise<number> {
  let came = 0;
  for (const orderId of orders) {
    const known = await readKnownOrder(tx, { storeId, orderId });
    const shipments = known ? readOrder(known, now).shipments : [];
    if (shipments.some(({ deliveredAt }) => deliveredAt !== null)) came += 1;
    if (came >= enough) break;
  }
  return came;
}
