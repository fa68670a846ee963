import { createClient } from '@postlude/client';
import type { Id, OrderInput, ReferralProgrammeInput, RewardSide } from '@postlude/contract';
import { beforeAll } from 'vitest';
import { programmeToBegin } from '../../packages/server/src/referrals/programme/defaults.ts';
import { useWorld, type World } from './host-pages/world.ts';

const currency = 'EUR';
const hours = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();

/** An order of somebody, with what opens it on a page. */
export interface FriendOrder {
  readonly id: Id<'order'>;
  readonly number: string;
  readonly proof: string;
  readonly email: string;
}

/** Somebody who takes part. */
export interface Recommender extends FriendOrder {
  readonly code: string;
  /** What they pass on. */
  readonly link: string;
}

/** A world whose shop has friends brought to it. */
export interface FriendsShop extends World {
  readonly programmeId: string;
  /** Changes the programme the file began with; what is not named is as it was then. */
  programme(changes?: Partial<ReferralProgrammeInput>): Promise<void>;
  /** Fills the pool of a side, of the programme the file began with unless told. */
  codes(side: RewardSide, codes: readonly string[], programme?: string): Promise<void>;
  /** Somebody buys, for 59 euro unless told otherwise. */
  buy(email: string, changes?: Partial<OrderInput>): Promise<FriendOrder>;
  /** What somebody bought arrived, so many hours ago. */
  deliver(order: FriendOrder, hoursAgo: number): Promise<void>;
  /** Somebody buys and takes part. */
  recommend(name: string): Promise<Recommender>;
}

/**
 * Sets up a shop with a referral programme, before the tests of a file: twenty euro for both, from pools whose codes begin with
 * `HELLO` for friends and with `THANKS` for advocates, without a least sum.
 */
export function useFriendsShop(changes: Partial<ReferralProgrammeInput> = {}): () => FriendsShop {
  const world = useWorld();
  const first: ReferralProgrammeInput = {
    ...programmeToBegin(currency, 'https://shop.example.com/friends', 2_000),
    minimumOrder: [],
    ...changes,
  };
  let programmeId = '';
  let last = 70_000;

  const codes: FriendsShop['codes'] = async (side, list, programme = programmeId) => {
    const { staff } = world().backend;
    const file = new Blob([['code', ...list].join('\n')]);
    let { id, state } = await staff.codes.import({ file, programme, side });
    while (state === 'running') ({ id, state } = await staff.codes.get(id));
  };
  const buy: FriendsShop['buy'] = async (email, more = {}) => {
    const number = String(++last);
    const { order, proof } = await world().backend.staff.orders.put(`shop/${number}`, {
      number,
      placedAt: hours(1),
      currency,
      email,
      destination: { name: 'Mara Okafor', city: 'Hamburg', postcode: '20095', country: 'DE' },
      total: { amount: 5_900, currency },
      lines: [{ externalId: 'lamp', title: 'Desk lamp', quantity: 1, productId: 'lamp' }],
      ...more,
    });
    return { id: order.id, number, proof, email };
  };

  beforeAll(async () => {
    ({ id: programmeId } = await world().backend.staff.referralProgrammes.create(first));
    const numbered = (start: string) => Array.from({ length: 40 }, (_, index) => `${start}-${100 + index}`);
    await codes('friend', numbered('HELLO'));
    await codes('advocate', numbered('THANKS'));
  });

  return () => ({
    ...world(),
    programmeId,
    codes,
    buy,
    async programme(more = {}) {
      await world().backend.staff.referralProgrammes.put(programmeId, { ...first, ...more });
    },
    async deliver({ id, number }, hoursAgo) {
      const { shipments } = world().backend.staff;
      const { order } = await shipments.put(
        { orderId: id, externalId: `parcel-${number}` },
        {
          trackingNumber: `JJD${number}`,
          shippedAt: hours(hoursAgo + 24),
          items: [{ lineExternalId: 'lamp', quantity: 1 }],
        },
      );
      const shipmentId = order.shipments[0]?.id ?? '';
      const events = [{ at: hours(hoursAgo), status: 'delivered' as const }];
      await shipments.addTracking({ orderId: id, shipmentId }, { events });
    },
    async recommend(name) {
      const { store, url } = world().backend;
      const order = await buy(`${name.toLowerCase()}@example.com`);
      const client = createClient({ store, baseUrl: url });
      const { token } = await client.sessions.open({ by: 'proof', order: order.number, proof: order.proof });
      const { invitation } = await client.referrals.join(
        { token, orderId: order.id },
        { programmeId: programmeId as Id<'referralProgramme'>, name },
      );
      if (!invitation) throw new Error('Who takes part has something to pass on.');
      return { ...order, code: invitation.code, link: invitation.link };
    },
  });
}
