import type { ReferralCard } from '@postlude/contract';
import type { ReadyState } from './state.ts';

/** A card as it came, with what the shopper was at before: a name or message being written, and the longer list. */
export function shown(
  card: ReferralCard,
  before: ReadyState | null,
  found: Pick<ReadyState, 'foundBy' | 'offer'>,
): ReadyState {
  const { referrals, next, invitation } = card;
  const isLonger = before !== null && before.referrals.length > before.card.referrals.length;
  const further = isLonger
    ? before.referrals.filter(({ id }) => !referrals.some((one) => one.id === id))
    : [];
  return {
    ...{ kind: 'ready', card, ...found },
    referrals: [...referrals, ...further],
    next: isLonger ? before.next : next,
    name: before?.isNaming ? before.name : (invitation?.name ?? card.suggestedName ?? ''),
    isNaming: before?.isNaming ?? false,
    message: before?.message ?? null,
    isWriting: before?.isWriting ?? false,
    ...{ doing: null, trouble: null, stale: false },
  };
}
