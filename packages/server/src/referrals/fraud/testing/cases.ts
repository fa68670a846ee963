import type { Buyer, FraudFacts } from '../facts.ts';
import type { FraudVerdict } from '../score.ts';
import { address, buyer, fraudFacts } from './build.ts';

/** Who shares. */
export const ada: Buyer = {
  emails: ['ada@gmail.com'],
  customers: ['shopify:1'],
  names: ['Ada Lovelace'],
  phones: ['491711234567'],
  payments: ['card-a'],
  networks: ['net-a'],
  addresses: [address('Hauptstr. 5')],
};
/** Somebody else altogether. */
export const bob: Buyer = {
  emails: ['bob@outlook.com'],
  customers: ['shopify:2'],
  names: ['Bob Noyce'],
  phones: ['491729876543'],
  payments: ['card-b'],
  networks: ['net-b'],
  addresses: [address('Seeweg 9', '80331')],
};
/** Ada and a friend who is Bob but for what is told. */
export const pair = (friend: Partial<Buyer>, changes: Partial<FraudFacts> = {}): FraudFacts =>
  fraudFacts({ advocate: ada, friend: { ...bob, ...friend }, ...changes });

/** One earlier order. */
export const before = (changes: Partial<Buyer>): Partial<FraudFacts> => ({ earlier: [buyer(changes)] });

/** Who cheats, and what becomes of it with the usual settings. */
export const cheats: readonly [who: string, facts: FraudFacts, expected: FraudVerdict][] = [
  ['orders with the customer account they share with', pair({ customers: ['shopify:1'] }), 'refuse'],
  ['adds dots and a plus sign to their mailbox', pair({ emails: ['a.d.a+friend@googlemail.com'] }), 'refuse'],
  [
    'takes a second mailbox, and gives name, door, telephone and card again',
    pair({ ...ada, emails: ['ada2@outlook.com'], customers: ['shopify:9'] }),
    'refuse',
  ],
  [
    'takes a second mailbox, and gives name, door and telephone again',
    pair({ ...ada, emails: ['ada2@outlook.com'], customers: [], payments: [] }),
    'review',
  ],
  [
    'takes a second mailbox, and gives name and door again',
    pair({ names: ['Lovelace Ada'], addresses: [address('Hauptstraße 5')] }),
    'review',
  ],
  [
    'takes a second mailbox and a friend’s door, and pays with their card',
    pair({ names: ada.names, payments: ada.payments }),
    'review',
  ],
  [
    'takes a mailbox for ten minutes and their initial, at their door',
    pair({ emails: ['x@mailinator.com'], names: ['A. Lovelace'], addresses: ada.addresses }),
    'review',
  ],
  [
    'takes another name, and pays with their card from their sofa',
    pair({ names: ['Bea Smith'], payments: ada.payments, networks: ada.networks, addresses: ada.addresses }),
    'review',
  ],
  [
    'is a customer under another spelling of a mailbox',
    pair({}, before({ emails: ['bob+old@outlook.com'] })),
    'refuse',
  ],
  ['is a customer whom the shop knows', pair({}, before({ customers: ['shopify:2'] })), 'refuse'],
  [
    'is a customer with a new mailbox at the old door',
    pair({}, before({ names: bob.names, addresses: bob.addresses })),
    'review',
  ],
  [
    'is a customer with a new mailbox and the old card',
    pair({}, before({ names: bob.names, payments: bob.payments })),
    'review',
  ],
  ['pays with the advocate’s own reward', pair({}, { advocatesRewardUsed: 'THANKS-1' }), 'review'],
  [
    'pays with the advocate’s own reward, under the advocate’s name and at their door',
    pair({ names: ada.names, addresses: ada.addresses }, { advocatesRewardUsed: 'THANKS-1' }),
    'refuse',
  ],
  ['refers who refers them', pair({}, { ring: 2 }), 'review'],
  ['refers in a ring of four', pair({}, { ring: 4 }), 'review'],
  ['posts the link on a page of coupons', pair({}, { visitsWithinHour: 900, ofAdvocate: 14 }), 'review'],
];

/** Who is honest, and what becomes of it with the usual settings. */
export const honest: readonly [who: string, facts: FraudFacts, expected: FraudVerdict][] = [
  ['friends in two towns', pair({}), 'pass'],
  [
    'a couple in one house, each with their own telephone and card',
    pair({ names: ['Bob Lovelace'], addresses: ada.addresses, networks: ada.networks }),
    'pass',
  ],
  [
    'a couple in one house with one telephone',
    pair({ names: ['Bob Lovelace'], addresses: ada.addresses, networks: ada.networks, phones: ada.phones }),
    'pass',
  ],
  [
    'a couple in one house with one card',
    pair({
      names: ['Bob Lovelace'],
      addresses: ada.addresses,
      networks: ada.networks,
      payments: ada.payments,
    }),
    'review',
  ],
  [
    'a couple in one house with one telephone and one card',
    pair({ ...ada, emails: bob.emails, customers: [], names: ['Bob Lovelace'] }),
    'review',
  ],
  [
    'a couple of one initial in one house with one telephone and one card',
    pair({ ...ada, emails: bob.emails, customers: [], names: ['A. Lovelace'] }),
    'review',
  ],
  [
    'a family of whom the shop knows no names, with one telephone and one card',
    pair({ ...ada, emails: bob.emails, customers: [], names: [] }),
    'review',
  ],
  ['father and son of one name in two towns', pair({ names: ada.names }), 'pass'],
  [
    'father and son of one name in two streets of one postcode',
    pair({ names: ada.names, addresses: [address('Ringstr. 2')] }),
    'pass',
  ],
  [
    'father and son of one name in one house',
    pair({ names: ada.names, addresses: ada.addresses, networks: ada.networks }),
    'review',
  ],
  [
    'father and son of one name in one house with one telephone',
    pair({ names: ada.names, addresses: ada.addresses, networks: ada.networks, phones: ada.phones }),
    'review',
  ],
  [
    'father and son who say which of the two they are',
    fraudFacts({
      advocate: buyer({ ...ada, names: ['John Smith Sr.'] }),
      friend: buyer({ ...bob, names: ['John Smith Jr.'], addresses: ada.addresses, networks: ada.networks }),
    }),
    'pass',
  ],
  [
    'sisters of one surname and postcode',
    pair({ names: ['Mia Lovelace'], addresses: [address('Ringstr. 2')] }),
    'pass',
  ],
  [
    'sisters called Lena and Lina in one house',
    fraudFacts({
      advocate: buyer({ ...ada, names: ['Lena Schmidt'] }),
      friend: buyer({ ...bob, names: ['Lina Schmidt'], addresses: ada.addresses }),
    }),
    'pass',
  ],
  ['people of one common name in two towns', pair({ names: ada.names, networks: ['net-c'] }), 'pass'],
  ['neighbours in one house', pair({ addresses: [address('Hauptstr. 5, Whg 3')] }), 'pass'],
  ['colleagues in one office', pair({ networks: ada.networks }, { ofNetwork: 40 }), 'pass'],
  [
    'students in one dormitory',
    pair({ networks: ada.networks, addresses: ada.addresses }, { ofNetwork: 15 }),
    'pass',
  ],
  [
    'students in one dormitory in the week everybody tells everybody',
    pair({ networks: ada.networks, addresses: ada.addresses }, { ofNetwork: 90 }),
    'review',
  ],
  ['a popular blogger on a usual day', pair({}, { ofAdvocate: 25, visitsWithinHour: 150 }), 'pass'],
  [
    'a popular blogger on the day of the post',
    pair({}, { ofAdvocate: 60, visitsWithinHour: 4_000 }),
    'review',
  ],
  ['somebody with a mailbox for minutes, and nothing else', pair({ emails: ['x@yopmail.com'] }), 'pass'],
  [
    'a new customer of a common name in a postcode',
    pair({}, before({ names: bob.names, addresses: [address('Waldweg 1', '80331')] })),
    'pass',
  ],
  [
    'the second of a family, at the door of the first',
    pair(
      {},
      before({ names: ['Eve Noyce'], addresses: bob.addresses, phones: bob.phones, payments: bob.payments }),
    ),
    'pass',
  ],
];
