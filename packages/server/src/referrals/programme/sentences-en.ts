import { counting } from '../../policy/sentences.ts';
import type { NamedReward, ReferralSentences } from './sentences.ts';

const of = counting('en');

const off = ({ kind, label }: NamedReward, order: string): string => {
  if (kind === 'amount' || kind === 'percent') return `${label} ${order}`;
  return `${label} ${kind === 'free_shipping' ? 'on' : 'with'} ${order}`;
};
const your = (first: boolean): string => (first ? 'your first order' : 'your order');
const theirs = (first: boolean): string => (first ? 'the first order' : 'the order');

/** English. */
export const english: ReferralSentences = {
  label: {
    amount: (sum) => `${sum} off`,
    percent: (percent) => `${percent} off`,
    freeShipping: 'free shipping',
    product: (title) => `${title} for free`,
    storeCredit: (sum) => `${sum} store credit`,
  },
  offer: (advocate, reward, first) =>
    reward
      ? `${advocate ?? 'A friend'} gives you ${off(reward, your(first))}`
      : `${advocate ?? 'A friend'} recommends us to you`,
  both: (advocate, friend, first) =>
    `You get ${advocate} for each friend, and your friend gets ${off(friend, theirs(first))}`,
  onlyAdvocate: (advocate) => `You get ${advocate} for each friend who orders`,
  onlyFriend: (friend, first) => `Your friend gets ${off(friend, theirs(first))}`,
  takePart: {
    order: (orders) =>
      orders === 1
        ? 'Everyone who has ordered here can invite friends.'
        : of({
            one: 'Everyone with # order here can invite friends.',
            other: 'Everyone with # orders here can invite friends.',
          })(orders),
    delivery: (orders) =>
      orders === 1
        ? 'Everyone whose order has arrived can invite friends.'
        : of({
            one: 'Everyone to whom # order has been delivered can invite friends.',
            other: 'Everyone to whom # orders have been delivered can invite friends.',
          })(orders),
  },
  friendGets: (reward, first) => `The friend gets ${off(reward, theirs(first))}.`,
  friendGetsNothing: 'The friend gets nothing extra.',
  advocateGets: (label) => `Whoever invites gets ${label} for each friend who orders.`,
  advocateGetsNothing: 'Whoever invites gets nothing.',
  minimum: (sums) =>
    `The friend’s order has to come to at least ${sums}, after discounts and without shipping.`,
  firstOrderOnly: 'Only for friends who have not ordered here before.',
  anyOrder: 'Also for friends who have ordered here before.',
  orderWithin: of({
    one: 'The friend has to order within # day of taking the offer.',
    other: 'The friend has to order within # days of taking the offer.',
  }),
  afterReturns: 'The reward for inviting comes when the friend can no longer return anything of the order.',
  afterDays: of({
    one: 'The reward for inviting comes # day after the friend’s order was paid.',
    other: 'The reward for inviting comes # days after the friend’s order was paid.',
  }),
  atOnce: 'The reward for inviting comes as soon as the friend’s order is paid.',
  perAdvocate: of({
    one: 'Whoever invites is rewarded for # friend at most.',
    other: 'Whoever invites is rewarded for # friends at most.',
  }),
  perMonth: of({
    one: 'Whoever invites is rewarded for # friend at most in a calendar month.',
    other: 'Whoever invites is rewarded for # friends at most in a calendar month.',
  }),
  perProgramme: of({
    one: 'All together, rewards are given for # friend; then the programme is full.',
    other: 'All together, rewards are given for # friends; then the programme is full.',
  }),
  countries: (list) => `For orders to ${list}.`,
  currencies: (list) => `For orders in ${list}.`,
  from: (moment) => `The programme begins on ${moment}.`,
  untilDay: (day) => `The programme runs until the end of ${day}. What was taken by then stays valid.`,
  untilMoment: (moment) => `The programme ends on ${moment}. What was taken by then stays valid.`,
  email:
    'The friend tells an e-mail address before the code is given. It shows who has ordered here before, and is used for nothing else.',
  oncePerFriend: 'Each friend counts once, and nobody can invite themselves.',
  void: (minimum) =>
    minimum
      ? 'An order that is cancelled, returned, or falls below the minimum through returns does not count.'
      : 'An order that is cancelled or returned does not count.',
  watched: of({
    one: 'Where something looks as if it were not for real friends, we look at it ourselves, for # day at most; what is plainly not is refused.',
    other:
      'Where something looks as if it were not for real friends, we look at it ourselves, for # days at most; what is plainly not is refused.',
  }),
};
