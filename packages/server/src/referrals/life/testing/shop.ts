import type { OrderInput, ReferralProgrammeInput, ShipmentInput } from '@postlude/contract';
import { sql } from 'kysely';
import type { Context } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { addTracking } from '../../../orders/add-tracking.ts';
import { buyerKeys, claimTokenKey } from '../../../orders/buyer-keys.ts';
import { putOrder, putShipment } from '../../../orders/put-by-external-id.ts';
import { newId } from '../../../secrets/ids.ts';
import type { CreatedStore } from '../../../stores/create-store.ts';
import type { TestBackend } from '../../../testing/backend.ts';
import { advocateCodeKey, tillCodeKey } from '../../codes/code-key.ts';
import { programmeToBegin } from '../../programme/defaults.ts';
import { addProgramme, changeProgramme, type StoredProgramme } from '../../programme/store.ts';
import { issueReward } from '../../rewards/issue.ts';
import { earnReward, type RewardRow } from '../../rewards/ledger.ts';
import { lookAtReferrals } from '../look.ts';
import { byFriend, noteReferral } from '../record.ts';
import type { ReferralRow } from '../store.ts';
import { settleQuietly } from '../told.ts';

/** A claim as friends make it. */
export interface TestClaim {
  readonly referralId: string;
  readonly token: string;
  /** The friend's own code; null where the pool is empty or nothing is given. */
  readonly code: string | null;
}

/** Somebody who shares. */
export interface TestAdvocate {
  readonly advocateId: string;
  readonly code: string;
  readonly email: string;
}

/** What an order is made of here, beside what the staff API takes. */
export type TestOrder = Partial<OrderInput> & { readonly id: string };

/** A shop with a programme, at the level of its tables: what pages and staff do is written by the same functions. */
export interface ReferralShop {
  readonly backend: TestBackend;
  readonly shop: CreatedStore;
  readonly storeId: string;
  readonly programme: StoredProgramme;
  in<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  advocate(name: string): Promise<TestAdvocate>;
  claim(advocate: TestAdvocate, email?: string | null): Promise<TestClaim>;
  /** Tells of an order; 60.00 EUR in three lines unless told. Returns its id. */
  order(order: TestOrder, through?: Context): Promise<string>;
  /** Sends everything of an order, and tells of its delivery where that is known. */
  deliver(id: string, at: Date | null): Promise<void>;
  change(programme: ReferralProgrammeInput): Promise<void>;
  /** Moves the clock by days and runs the job. */
  days(count: number): Promise<void>;
  referral(referralId: string): Promise<ReferralRow>;
  referrals(): Promise<ReferralRow[]>;
  rewards(): Promise<RewardRow[]>;
  /** Types of events that went out, in their order, of referrals and rewards. */
  events(): Promise<string[]>;
}

const price = (amount: number) => ({ amount, currency: 'EUR' });

/** Three things for 20.00 EUR each. */
export const testLines = [1, 2, 3].map((at) => ({
  externalId: `l${at}`,
  title: `Cup ${at}`,
  quantity: 1,
  unitPrice: price(2000),
}));

/** The programme of the tests: 10.00 EUR for both by codes of pools, minimum 40.00 EUR, first order only. */
export const testProgramme = programmeToBegin('EUR', 'https://shop.example.com/friends');

/** Opens the shop on a database, with pools of `codes` codes a side. */
export async function openReferralShop(
  backend: TestBackend,
  {
    programme: input = testProgramme,
    codes = 20,
  }: { readonly programme?: ReferralProgrammeInput; readonly codes?: number } = {},
): Promise<ReferralShop> {
  const { context, clock } = backend;
  const shop = await backend.newStore();
  const storeId = shop.store.id;
  const inStore: ReferralShop['in'] = (work) => context.db.withStore(storeId, work);
  const programme = await inStore((tx) => addProgramme(tx, storeId, input, clock.now()));
  await inStore((tx) => fillPools(tx, storeId, programme.id, codes));

  const order: ReferralShop['order'] = ({ id, ...changes }, through = context) => {
    const now = clock.now();
    const whole: OrderInput = {
      number: id,
      placedAt: now.toISOString(),
      updatedAt: now.toISOString(),
      currency: 'EUR',
      total: price(6000),
      taxesIncluded: true,
      destination: { country: 'DE' },
      lines: testLines,
      ...changes,
    };
    return through.db.withStore(storeId, async (tx) => {
      const orderId = await putOrder(tx, storeId, id, whole, now, buyerKeys(context.secrets, storeId));
      await settleQuietly(tx, through, { storeId, orderId }, now);
      return orderId;
    });
  };

  return {
    backend,
    shop,
    storeId,
    programme,
    in: inStore,
    order,
    async advocate(name) {
      const email = `${name}@example.com`;
      const orderId = await order({ id: `own-${name}`, email });
      const advocateId = newId('advocate', clock.now().getTime());
      const code = `${name.toUpperCase()}-7K3M`;
      await inStore((tx) =>
        tx
          .insertInto('referral_advocates')
          .values({
            store_id: storeId,
            advocate_id: advocateId,
            programme_id: programme.id,
            order_id: orderId,
            email,
            email_key: email,
            code,
            code_key: advocateCodeKey(code),
            joined_at: clock.now(),
            updated_at: clock.now(),
          })
          .execute(),
      );
      return { advocateId, code, email };
    },
    claim: (advocate, email = null) =>
      inStore((tx) => claim(tx, context, { storeId, advocate, email }, clock.now())),
    async deliver(id, at) {
      const now = clock.now();
      const parcel: ShipmentInput = {
        trackingNumber: `T-${storeId.slice(-6)}-${id}`,
        shippedAt: now.toISOString(),
        items: testLines.map(({ externalId, quantity }) => ({ lineExternalId: externalId, quantity })),
      };
      await inStore(async (tx) => {
        await putShipment(tx, storeId, { source: 'staff', externalId: id }, id, parcel, now);
        const { order_id: orderId, shipment_id: shipmentId } = await tx
          .selectFrom('shipments')
          .innerJoin('orders', (join) =>
            join
              .onRef('orders.store_id', '=', 'shipments.store_id')
              .onRef('orders.external_id', '=', 'shipments.order_external_id'),
          )
          .select(['order_id', 'shipment_id'])
          .where('shipments.store_id', '=', storeId)
          .where('shipments.external_id', '=', id)
          .executeTakeFirstOrThrow();
        if (at !== null) {
          const events = [{ at: at.toISOString(), status: 'delivered' as const }];
          await addTracking(tx, { storeId, orderId, shipmentId }, { events }, now);
        }
        await settleQuietly(tx, context, { storeId, orderId }, now);
      });
    },
    async change(next) {
      await inStore((tx) => changeProgramme(tx, storeId, programme.id, next, clock.now()));
    },
    async days(count) {
      clock.advance(count * 24 * 60 * 60_000);
      await lookAtReferrals(context);
    },
    referral: (referralId) =>
      inStore((tx) =>
        tx
          .selectFrom('referrals')
          .selectAll()
          .where('store_id', '=', storeId)
          .where('referral_id', '=', referralId)
          .executeTakeFirstOrThrow(),
      ),
    referrals: () =>
      inStore((tx) =>
        tx
          .selectFrom('referrals')
          .selectAll()
          .where('store_id', '=', storeId)
          .orderBy('referral_id')
          .execute(),
      ),
    rewards: () =>
      inStore((tx) =>
        tx.selectFrom('rewards').selectAll().where('store_id', '=', storeId).orderBy('reward_id').execute(),
      ),
    async events() {
      const { rows } = await inStore((tx) =>
        sql<{ type: string }>`
          select type from outbox_events
          where store_id = ${storeId} and type ~ '^(referral|reward)\\.' order by event_id`.execute(tx),
      );
      return rows.map(({ type }) => type);
    },
  };
}

async function fillPools(tx: Tx, storeId: string, programmeId: string, codes: number): Promise<void> {
  const importId = newId('codeImport');
  const rows = (['friend', 'advocate'] as const).flatMap((side) =>
    Array.from({ length: codes }, (_, place) => {
      const code = `${side === 'friend' ? 'HELLO' : 'THANKS'}-${String(place + 1).padStart(4, '0')}`;
      return {
        store_id: storeId,
        code_key: tillCodeKey(code),
        programme_id: programmeId,
        side,
        code,
        import_id: importId,
        place,
      };
    }),
  );
  if (rows.length > 0) await tx.insertInto('reward_codes').values(rows).execute();
}

async function claim(
  tx: Tx,
  context: Context,
  {
    storeId,
    advocate,
    email,
  }: { readonly storeId: string; readonly advocate: TestAdvocate; readonly email: string | null },
  now: Date,
): Promise<TestClaim> {
  const { programme_id: programmeId } = await tx
    .selectFrom('referral_advocates')
    .select('programme_id')
    .where('advocate_id', '=', advocate.advocateId)
    .executeTakeFirstOrThrow();
  const { version, programme } = await tx
    .selectFrom('referral_programmes')
    .select(['version', 'programme'])
    .where('store_id', '=', storeId)
    .where('programme_id', '=', programmeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const token = `rct_${newId('referral', now.getTime()).slice(4)}`;
  const row = await tx
    .insertInto('referrals')
    .values({
      store_id: storeId,
      referral_id: newId('referral', now.getTime()),
      programme_id: programmeId,
      programme_version: version,
      advocate_id: advocate.advocateId,
      state: 'claimed',
      email,
      email_key: email,
      token_key: claimTokenKey(token),
      clicked_at: now,
      claimed_at: now,
      look_again_at: new Date(now.getTime() + (programme.attributionDays + 1) * 86_400_000),
      changed_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await noteReferral(tx, row, { by: byFriend, action: 'claim' }, now);
  if (programme.friend === null) return { referralId: row.referral_id, token, code: null };
  const earned = await earnReward(
    tx,
    {
      storeId,
      referralId: row.referral_id,
      advocateId: advocate.advocateId,
      programmeId,
      side: 'friend',
      reward: programme.friend,
    },
    now,
  );
  const issued = await issueReward(tx, context, { storeId, rewardId: earned.reward_id }, now);
  return { referralId: row.referral_id, token, code: issued?.code ?? null };
}
