import { type Client, createClient } from '@postlude/client';
import type { StaffClient } from '@postlude/client/staff';
import type { DemoOrder } from '../orders/demo-order.ts';
import type { ShopperKeys } from '../returns/shopper.ts';
import { proofOf } from '../shop/proof.ts';
import { friends, orderOfFriend } from './friends.ts';
import { referralProgramme } from './programme.ts';
import { codeFile, discountOf } from './till.ts';

/** Starts the programme and brings the codes for both sides, as the shop's platform exports them. */
export async function startProgramme(staff: StaffClient, shop: string): Promise<void> {
  const { id } = await staff.referralProgrammes.create(referralProgramme(shop));
  for (const side of ['friend', 'advocate'] as const) {
    const file = codeFile(side);
    let report = await staff.codes.import({ file, programme: id, side, name: `${side}.csv` });
    while (report.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      report = await staff.codes.get(report.id);
    }
    if (report.state !== 'done') throw new Error('The codes were not taken.');
  }
}

/**
 * Lets the shopper of an order recommend the shop to everybody in the list, and those claim. Answers with the orders of those
 * who bought something, numbered from `nextNumber` on; the caller tells the backend of them.
 */
export async function seedReferrals(
  order: DemoOrder,
  keys: ShopperKeys,
  { now, nextNumber }: { readonly now: Date; readonly nextNumber: number },
): Promise<DemoOrder[]> {
  const client: Client = createClient({ store: keys.publishableKey, baseUrl: keys.backend });
  const proof = proofOf(keys.embedSecret, order.number);
  const session = await client.sessions.open({ by: 'proof', order: order.number, proof });
  const of = { token: session.token, orderId: session.order.id };
  const card = await client.referrals.card(of);
  const programme = card.state === 'fresh' ? card.value.programme : null;
  if (!programme) throw new Error('There is no programme to take part in.');
  const { invitation } = await client.referrals.join(of, { programmeId: programme.id, name: 'Mara' });
  if (!invitation) throw new Error('Taking part gave no code.');
  const orders: DemoOrder[] = [];
  for (const friend of friends) {
    const visit = await client.referralOffers.visit({ code: invitation.code, followed: true });
    const { email, ordered } = friend;
    const { closed, reward } = await client.referralOffers.claim({
      ...{ code: invitation.code, email, referralId: visit.referralId },
    });
    if (closed !== null) throw new Error(`The offer was closed to ${email}: ${closed}`);
    if (!ordered) continue;
    const index = orders.length;
    const number = String(nextNumber + index);
    const externalId = 6_204_000_000_000 + index * 1000;
    orders.push(orderOfFriend(friend, { number, externalId, now, discount: discountOf(reward?.code ?? '') }));
  }
  return orders;
}
