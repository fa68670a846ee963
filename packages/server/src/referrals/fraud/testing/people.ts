import type { PostalAddress } from '../addresses.ts';
import type { Buyer } from '../facts.ts';
import type { Chance } from './chance.ts';

/** Somebody as they are, whatever a shop learns of it. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly card: string;
  readonly home: Home;
}

/** Where some people live. */
export interface Home {
  readonly address: PostalAddress;
  readonly network: string;
  readonly landline: string;
}

const firsts = (
  'Anna Thomas Maria Michael Julia Andreas Laura Peter Sarah Stefan Lisa Christian Lena Markus Lina Martin Sophie Daniel ' +
  'Emma Alexander Mia Jan Hannah Tobias Katharina Sebastian Johanna Florian Marie David Clara Simon Elif Mehmet Olga ' +
  'Ivan Amina Yusuf Chloé Louis Zoë Jürgen Bärbel Søren Agnieszka Paweł Giulia Marco Inés José Aoife Seán'
).split(' ');
const lasts = (
  'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf ' +
  'Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Yılmaz ' +
  'Kaya Nowak Kowalski Ivanova Petrov Rossi Russo García Martín Dubois Moreau Jensen Hansen Murphy Kelly Smith Jones ' +
  'Nguyen Tran Haddad Khoury Okafor Mensah Lindqvist Virtanen Horváth Novák Popescu Ionescu'
).split(' ');
const streets =
  'Hauptstraße Bahnhofstr. Gartenweg Schulstraße Dorfstr. Bergstraße Lindenallee Ringstraße Marktplatz Kirchgasse'.split(
    ' ',
  );
const mailProviders = [
  'gmail.com',
  'gmx.de',
  'web.de',
  'outlook.com',
  'icloud.com',
  'yahoo.com',
  'posteo.example',
];

/** Makes people, none of whom has another’s mailbox, telephone or card. */
export function peopleOf(chance: Chance) {
  let count = 0;
  const fresh = (): number => {
    count += 1;
    return count;
  };
  const home = (): Home => {
    const flat = chance.is(0.3) ? `, Whg ${1 + chance.below(20)}` : '';
    return {
      address: {
        lines: [`${chance.one(streets)} ${1 + chance.below(90)}${flat}`],
        postcode: String(10_000 + chance.below(400)),
        country: 'DE',
      },
      // Most are at home; some of each town share the network of a carrier.
      network: chance.is(0.25) ? `carrier-${chance.below(40)}` : `home-${fresh()}`,
      landline: `4930${1_000_000 + fresh()}`,
    };
  };
  const person = (known: Partial<Pick<Person, 'first' | 'last' | 'home'>> = {}): Person => {
    const first = known.first ?? chance.common(firsts);
    const last = known.last ?? chance.common(lasts);
    const id = fresh();
    return {
      first,
      last,
      email: `${first}.${last}${id}@${chance.one(mailProviders)}`,
      phone: `49171${1_000_000 + id}`,
      card: `card-${id}`,
      home: known.home ?? home(),
    };
  };
  return { person, fresh };
}

/** What an order tells of who placed it: shops ask for less, and platforms tell less, than there is. */
export interface Telling {
  readonly email?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly card?: string;
  readonly network?: string;
  readonly address?: PostalAddress;
  readonly customer?: string;
}

/** How much of it a shop knows: whether it asks for a telephone, learns of the means of payment, and has accounts. */
export interface Shop {
  readonly phones: number;
  readonly payments: number;
  readonly accounts: number;
}

/** An order of somebody, in a shop of a kind. */
export function orderOf(chance: Chance, shop: Shop, person: Person, telling: Telling = {}): Buyer {
  const { first, last, home } = person;
  const usual = chance.is(0.05) ? `${first.slice(0, 1)}. ${last}` : `${first} ${last}`;
  return {
    emails: [telling.email ?? person.email],
    names: [telling.name ?? usual],
    phones: chance.is(shop.phones) ? [telling.phone ?? person.phone] : [],
    payments: chance.is(shop.payments) ? [telling.card ?? person.card] : [],
    customers: chance.is(shop.accounts) ? [telling.customer ?? person.email] : [],
    networks: [telling.network ?? home.network],
    addresses: [telling.address ?? home.address],
  };
}
