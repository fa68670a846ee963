import type { FraudSettings } from '@postlude/contract';
import { usualFraudSettings } from '../../programme/defaults.ts';
import type { PostalAddress } from '../addresses.ts';
import type { Buyer, FraudFacts } from '../facts.ts';
import { type FraudVerdict, scoreOf, verdictOf } from '../score.ts';

/** An address in Berlin unless told. */
export const address = (street: string, postcode = '10115', country = 'DE'): PostalAddress => ({
  lines: [street],
  postcode,
  country,
});

/** Somebody with one order, of whom nothing is known but what is told. */
export const buyer = (changes: Partial<Buyer> = {}): Buyer => ({
  emails: [],
  customers: [],
  names: [],
  phones: [],
  payments: [],
  networks: [],
  addresses: [],
  ...changes,
});

/** Facts with nothing odd about them but what is told. */
export const fraudFacts = (changes: Partial<FraudFacts> = {}): FraudFacts => ({
  advocate: buyer(),
  friend: buyer(),
  firstOrderOnly: true,
  earlier: [],
  advocatesRewardUsed: null,
  ring: null,
  ofAdvocate: 1,
  ofNetwork: 1,
  visitsWithinHour: 1,
  ...changes,
});

/** What a store with the usual settings does. */
export const verdict = (facts: FraudFacts, settings: FraudSettings = usualFraudSettings): FraudVerdict =>
  verdictOf(scoreOf(facts, settings), settings);
