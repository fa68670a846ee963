import type { ReferralReason, StaffReferralDetail } from '@postlude/contract';
import type { ReferralRow } from '../life/store.ts';

/** Something staff may do to a referral. */
export type StaffAction = StaffReferralDetail['actions'][number];

/** Refused by its score, by the store, or for want of room: the order itself may count. Anything else is a fact that no approval changes. */
const arguable: ReadonlySet<ReferralReason | null> = new Set([
  'looks_wrong',
  'by_store',
  'advocate_blocked',
  'advocate_full',
  'month_full',
  'programme_full',
]);

/** What staff may do to a referral as it stands. */
export function possibleActions(
  { state, reason }: Pick<ReferralRow, 'state' | 'reason'>,
  isBlocked: boolean,
): StaffAction[] {
  const actions: StaffAction[] = [];
  const stillBlocked = reason === 'advocate_blocked' && isBlocked;
  if (state === 'flagged' || (state === 'refused' && arguable.has(reason) && !stillBlocked)) {
    actions.push('approve');
  }
  if (state === 'claimed' || state === 'ordered' || state === 'held' || state === 'flagged') {
    actions.push('refuse');
  }
  if (state === 'qualified') actions.push('void');
  if (!isBlocked) actions.push('block_advocate');
  return actions;
}
