import type { FraudSignal } from '@postlude/contract';

/**
 * What a sign is worth. One that says *this is one person* refuses by itself. One that families and neighbours give too needs
 * another beside it before anybody looks, and what a place or a crowd tells never refuses.
 */
export const points = {
  sameCustomer: 100,
  sameMailbox: 100,
  /** One name at one postcode; less where the two streets are known and differ, less where a name is only alike. */
  samePersonByName: 40,
  samePersonElsewhere: 30,
  alikeByName: 20,
  /** One door, by the names behind it. */
  sameDoorSameName: 10,
  sameDoor: 10,
  sameName: 15,
  alikeName: 5,
  /** Means of payment and telephones are a family's as often as one person's. */
  samePaymentSameName: 60,
  samePaymentNoName: 50,
  samePayment: 25,
  samePhoneSameName: 25,
  samePhone: 15,
  /** Has bought here, under another address. By how sure one can be that it is the same person. */
  knownMailbox: 100,
  knownCustomer: 80,
  knownPayment: 50,
  knownDoorOrPhone: 45,
  knownNameAndPostcode: 25,
  manyOfAdvocate: 15,
  veryManyOfAdvocate: 25,
  manyOfNetwork: 15,
  veryManyOfNetwork: 20,
  sameNetwork: 10,
  advocatesRewardUsed: 50,
  ring: 45,
  postedInPublic: 25,
  throwaway: 30,
} as const;

/**
 * Signs of a place or a crowd. They say nothing of the one they are found with, an office’s newcomer or a blogger’s follower, so they
 * never decide.
 */
export const crowdSignals: ReadonlySet<FraudSignal> = new Set([
  'many_of_network',
  'same_network',
  'many_of_advocate',
  'posted_in_public',
]);

/** The most a score is. */
export const mostPoints = 100;
