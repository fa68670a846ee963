import type { RepairPlace, WarrantyPolicyInput } from '@postlude/contract';
import type { ClaimCase } from './case.ts';
import type { ClaimRow } from './store.ts';
import type { LifeFacts } from './transitions.ts';

/** The place of the policy that a claim was filed with; null for none. */
export const placeOf = (row: Pick<ClaimRow, 'place_id'>, policy: WarrantyPolicyInput): RepairPlace | null =>
  policy.claims.places.find(({ id }) => id === row.place_id) ?? null;

/** What the table of transitions is asked with for a claim. */
export function lifeOf({ row, policy }: Pick<ClaimCase, 'row' | 'policy'>): LifeFacts {
  const kind = placeOf(row, policy)?.kind ?? 'send_in';
  const comesIn = row.resolution !== 'kit' && kind !== 'at_home';
  return {
    status: row.status,
    askedFrom: row.asked_from,
    comesIn,
    isSentIn: comesIn && kind === 'send_in',
    isThere: row.received_on !== null,
  };
}

/** Whether the shopper still has the device and is to send it. */
export const isAwaited = (of: Pick<ClaimCase, 'row' | 'policy'>): boolean => {
  const { isSentIn, isThere, status, askedFrom } = lifeOf(of);
  const at = status === 'waiting' ? askedFrom : status;
  return isSentIn && !isThere && (at === 'approved' || at === 'quoted');
};
