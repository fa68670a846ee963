import type { Cover } from '@postlude/contract';
import {
  type CoverFacts,
  type DecidedCover,
  type DoneClaim,
  decideCovers,
  showCovers,
} from '../cover/index.ts';
import { dayIn } from '../tracking/calendar.ts';
import type { PassportFacts } from './facts.ts';

/** What was done for a unit under claims. */
export interface ClaimsDone {
  readonly done: readonly DoneClaim[];
  readonly benefitsUsed: Parameters<typeof showCovers>[1]['benefitsUsed'];
}

/** The facts of a unit as covers are decided from them. */
export function coverFactsOf(facts: PassportFacts, done: readonly DoneClaim[]): CoverFacts {
  const { registration, store } = facts;
  return {
    country: facts.country,
    origin: facts.boughtHere ? 'here' : 'elsewhere',
    purchasedOn: facts.purchasedOn,
    shippedOn: facts.shippedOn,
    deliveredOn: facts.deliveredOn,
    registration: registration && {
      status: registration.status,
      registeredOn: dayIn(store.timeZone, registration.registered_at.getTime()),
    },
    plan: facts.plan,
    handedOver: facts.owners.length > 0,
    addedMonths: facts.addedMonths,
    done,
    today: facts.today,
  };
}

/** What stands behind a unit today. */
export const coversOf = (facts: PassportFacts, done: readonly DoneClaim[]): DecidedCover[] =>
  decideCovers(coverFactsOf(facts, done));

/** The same in the words of a language; the reader's own unless told. */
export const shownCovers = (facts: PassportFacts, claims: ClaimsDone, locale: string | null): Cover[] =>
  showCovers(coversOf(facts, claims.done), {
    locale: locale ?? facts.reader.locale,
    storeLocale: facts.store.locale,
    benefitsUsed: claims.benefitsUsed,
  });
