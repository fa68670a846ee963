import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ensurePassports, type PassportFacts, readPassportFacts } from '../passports/read.ts';
import { notRegistrable } from '../passports/readiness.ts';
import { holdOrder } from '../returns/store.ts';
import { dayIn } from '../tracking/calendar.ts';
import { warrantyPolicyInForce } from '../warranty-policy/store.ts';
import { tellEvent } from './events.ts';
import { ruleOf } from './serials.ts';
import { holdPassports, insertRegistration } from './store.ts';

/** How far back deliveries are looked for: longer than a backend may stand still, and not so long that old ones come again. */
const lookBack = 7 * 24 * 60 * 60_000;

/** Parcels one run looks at; what is left waits for the next one. */
const atOnce = 200;

interface Delivered {
  readonly store_id: string;
  readonly order_id: string;
  readonly shipment_id: string;
  /** Since when the store has things register themselves, without a break. */
  readonly since: Date;
}

/**
 * Registers what was delivered since the store says so, where no serial number is needed. Each parcel is looked at once after
 * its delivery is known; looking twice would change nothing. Returns how many units were registered.
 */
export async function registerDeliveries(context: Context): Promise<number> {
  const now = context.clock.now();
  const found = await context.db.withSystem((tx) => delivered(tx, new Date(now.getTime() - lookBack)));
  let registered = 0;
  for (const parcel of found) {
    if (context.stopping.aborted) break;
    registered += await context.db.withStore(parcel.store_id, (tx) => registerParcel(tx, parcel, now));
  }
  context.metrics.registrations.inc({ outcome: 'automatic' }, registered);
  return registered;
}

async function delivered(tx: Tx, since: Date): Promise<Delivered[]> {
  const { rows } = await sql<Delivered>`
    with willing as materialized (
      select store_id, min(valid_from) as since from warranty_policies as said
      where (policy ->> 'registerOnDelivery')::boolean and not exists (
        select from warranty_policies as later
        where later.store_id = said.store_id and later.version > said.version
          and not (later.policy ->> 'registerOnDelivery')::boolean
      )
      group by store_id
    ),
    told as (
      select willing.since, shipments.* from willing join shipments using (store_id)
      where shipments.updated_at >= ${since} and shipments.status ->> 'status' = 'delivered'
      union
      select willing.since, shipments.* from willing join tracks using (store_id)
        join shipments on shipments.store_id = tracks.store_id and shipments.subject = tracks.subject
      where tracks.updated_at >= ${since} and (
        tracks.status ->> 'status' = 'delivered'
        or exists (
          select from tracking_events as news
          where news.store_id = tracks.store_id and news.subject = tracks.subject and news.status = 'delivered'
        )
      )
    )
    select told.store_id, orders.order_id, told.shipment_id, told.since
    from told join orders on orders.store_id = told.store_id and orders.source = told.source
      and orders.external_id = told.order_external_id
    where not told.cancelled and not exists (
      select from delivery_registrations as seen
      where seen.store_id = told.store_id and seen.shipment_id = told.shipment_id
    )
    order by told.shipment_id
    limit ${atOnce}`.execute(tx);
  return rows;
}

async function registerParcel(
  tx: Tx,
  { store_id: storeId, order_id: orderId, shipment_id: shipmentId, since }: Delivered,
  now: Date,
): Promise<number> {
  await holdOrder(tx, { storeId, orderId });
  await tx
    .insertInto('delivery_registrations')
    .values({ store_id: storeId, shipment_id: shipmentId, at: now })
    .onConflict((conflict) => conflict.columns(['store_id', 'shipment_id']).doNothing())
    .execute();
  await ensurePassports(tx, { storeId, orderId }, now);
  const isMeant = (facts: PassportFacts): boolean =>
    facts.shipmentId === shipmentId && cameSince(facts, since) && registersItself(facts);
  const asked = (await readPassportFacts(tx, { storeId, orderId }, now)).filter(isMeant);
  await holdPassports(
    tx,
    storeId,
    asked.map(({ id }) => id),
  );
  // As they are once they are held: who registered meanwhile has a registration already.
  const units = (await readPassportFacts(tx, { storeId, orderId }, now)).filter(isMeant);
  const { version } = await warrantyPolicyInForce(tx, storeId);
  for (const facts of units) {
    const registration = await insertRegistration(
      tx,
      facts,
      {
        status: 'registered',
        automatic: true,
        by: 'rule:register_on_delivery',
        policyVersion: version,
        registeredAt: now,
      },
      now,
    );
    const told = { facts, registration, marketing: null };
    await tellEvent(tx, 'registration.received', told, now);
    await tellEvent(tx, 'registration.approved', told, now);
  }
  return units.length;
}

/** Delivered on the day the store began with it, or later: what came before stays as its shoppers left it. */
const cameSince = ({ deliveredOn, store }: PassportFacts, since: Date): boolean =>
  deliveredOn !== null && deliveredOn >= dayIn(store.timeZone, since.getTime());

/** Never registered, there is nothing to ask, and nothing is in the way. */
const registersItself = (facts: PassportFacts): boolean =>
  facts.registration === null && notRegistrable(facts, false) === null && ruleOf(facts)?.asked !== 'required';
