import type { PassportList } from '@postlude/contract';
import { inTimeToRegister, serialRuleFor } from '../cover/index.ts';
import { pickText } from '../policy/pick-text.ts';
import { coverFactsOf } from './covers.ts';
import type { PassportFacts } from './facts.ts';

type Listed = PassportList['items'][number];

/** Why an item cannot be registered now; null when it can. What staff rejected or ended may be tried again. */
export function notRegistrable(
  { state, inHands, registration }: Pick<PassportFacts, 'state' | 'inHands' | 'registration'>,
  isGift: boolean,
): Listed['because'] {
  if (isGift) return 'gift';
  if (state !== 'owned') return state;
  if (registration?.status === 'registered' || registration?.status === 'pending') {
    return registration.status === 'pending' ? 'pending' : 'registered';
  }
  return inHands ? null : 'not_delivered';
}

/** True when an owner can make a hand-over code: for what is in their hands, and not while its registration is in doubt. */
export function canTransfer(
  { state, inHands, registration }: Pick<PassportFacts, 'state' | 'inHands' | 'registration'>,
  isGift: boolean,
): boolean {
  const isSure = registration === null || registration.status === 'registered';
  return !isGift && state === 'owned' && inHands && isSure;
}

const nothingAsked: Listed['serial'] = {
  asked: 'no',
  masks: [],
  check: null,
  example: null,
  imageUrl: null,
  where: null,
};

/** What is asked about the serial number of an item; nothing where it is known. */
export function serialAsked(facts: PassportFacts, locale: string | null): Listed['serial'] {
  const rule = serialRuleFor(facts.policy.policy, facts.sold, facts.line);
  if (rule === null || facts.serial !== null) return nothingAsked;
  const { asked, masks, check, example, imageUrl, where } = rule;
  return {
    asked,
    masks: [...masks],
    check,
    example,
    imageUrl,
    where: pickText(where, locale ?? facts.reader.locale, facts.store.locale),
  };
}

/** The months that registering today adds to what the plan gives; null where no plan is about the item. */
export function gainOf(facts: PassportFacts): number | null {
  const { plan } = facts;
  if (plan === null) return null;
  const extra = inTimeToRegister(plan, coverFactsOf(facts, []), facts.today) ? plan.extraForRegistering : 0;
  return (plan.registrationNeeded ? (plan.months ?? 0) : 0) + extra;
}
