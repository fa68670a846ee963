import type { StaffClient } from '@postlude/client/staff';
import { ReferralDecision, type StaffReferralDetail } from '@postlude/contract';
import type { DemoOrder } from '../orders/demo-order.ts';

/** What the desk knows of recommendations. */
export interface RecommendedView {
  /** Those the order's shopper made, the one the order itself came by, and all that wait for a decision. Newest first. */
  readonly referrals: readonly StaffReferralDetail[];
}

/** Who stands in the audit. */
const by = 'The desk';

const locale = 'en';

/** Reads the recommendations an order has to do with, each with its story. */
export async function readRecommended(staff: StaffClient, order: DemoOrder): Promise<RecommendedView> {
  const { items } = await staff.orders.list({ q: order.number });
  const found = items.find(({ number }) => number === order.number);
  const advocates = await staff.advocates.list({ q: order.email });
  const lists = await Promise.all([
    ...(found ? [staff.referrals.list({ order: found.id, locale })] : []),
    ...advocates.items.map(({ id }) => staff.referrals.list({ advocate: id, limit: 20, locale })),
    staff.referrals.list({ state: 'flagged', limit: 10, locale }),
  ]);
  const shown = lists.flatMap((list) => list.items).filter(({ state }) => state !== 'clicked');
  const ids = [...new Set(shown.map(({ id }) => id))].toSorted().toReversed();
  return { referrals: await Promise.all(ids.map((id) => staff.referrals.get(id, { locale }))) };
}

const decision = (input: object): ReferralDecision => ReferralDecision.parse({ ...input, by });

/** What the desk can do to a recommendation. */
export const referralActions = {
  approve: ({ referrals }, id, input) => referrals.approve(id, decision(input)),
  refuse: ({ referrals }, id, input) => referrals.refuse(id, decision(input)),
  void: ({ referrals }, id, input) => referrals.void(id, decision(input)),
} as const satisfies Record<string, (staff: StaffClient, id: string, input: object) => Promise<unknown>>;
