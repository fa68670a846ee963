import type { ReferralProgrammeInput, ReferralReward } from '@postlude/contract';
import { writerFor } from './writer.ts';

export { termsOf } from './terms.ts';

type Rewards = Pick<ReferralProgrammeInput, 'advocate' | 'friend' | 'firstOrderOnly'>;

/** A reward in a few words, without a capital: *€20 off*. In English where the reader's language is not spoken. */
export const rewardLabel = (reward: ReferralReward, locale: string): string =>
  writerFor(locale).named(reward).label;

/**
 * What a friend is offered, in a sentence without a full stop: *Ada gives you €20 off your first order*.
 *
 * @param advocate as friends see them; null: *A friend*
 */
export function offerSentence(
  { friend, firstOrderOnly }: Rewards,
  { locale, advocate }: { readonly locale: string; readonly advocate: string | null },
): string {
  const { say, typed, named } = writerFor(locale);
  return say.offer(advocate === null ? null : typed(advocate), friend && named(friend), firstOrderOnly);
}

/** What both get, in a sentence to the advocate without a full stop. */
export function bothGet({ advocate, friend, firstOrderOnly }: Rewards, locale: string): string {
  const { say, named } = writerFor(locale);
  if (friend === null) return advocate === null ? '' : say.onlyAdvocate(named(advocate).label);
  return advocate === null
    ? say.onlyFriend(named(friend), firstOrderOnly)
    : say.both(named(advocate).label, named(friend), firstOrderOnly);
}
