import type { FraudFacts } from '../facts.ts';
import { fraudFacts } from './build.ts';
import type { Chance } from './chance.ts';
import { orderOf, type Person, type peopleOf, type Shop } from './people.ts';

/** A way two people come to be advocate and friend, how often it happens, and what the shop sees of it. */
export interface Kind {
  readonly kind: string;
  readonly share: number;
  make(world: World): FraudFacts;
}

/** What kinds are made of. */
export interface World {
  readonly chance: Chance;
  readonly people: ReturnType<typeof peopleOf>;
  readonly shop: Shop;
}

/** Two people who share nothing but what is told. */
function two(
  { chance, shop }: World,
  advocate: Person,
  friend: Person,
  { landline = 0, card = 0, network = null as string | null, crowd = {} as Partial<FraudFacts> } = {},
): FraudFacts {
  const home = chance.is(landline) ? { phone: advocate.home.landline } : {};
  const paid = chance.is(card) ? { card: advocate.card } : {};
  const at = network === null ? {} : { network };
  return fraudFacts({
    advocate: orderOf(chance, shop, advocate, { ...home, ...at }),
    friend: orderOf(chance, shop, friend, { ...home, ...paid, ...at }),
    // Friends come one by one, and through a carrier's network with many others.
    ofNetwork: 1 + chance.below(network === null ? 3 : 30),
    ofAdvocate: 1 + chance.below(3),
    visitsWithinHour: chance.below(20),
    ...crowd,
  });
}

const friends = (world: World, more: Parameters<typeof two>[3] = {}): FraudFacts =>
  two(world, world.people.person(), world.people.person(), more);

/** Two of one house; who bear one name there are a kind of their own. */
function household(world: World, more: Parameters<typeof two>[3]): FraudFacts {
  const { people, chance } = world;
  const advocate = people.person();
  const last = chance.is(0.7) ? { last: advocate.last } : {};
  let friend = people.person({ home: advocate.home, ...last });
  while (friend.first === advocate.first) friend = people.person({ home: advocate.home, ...last });
  return two(world, advocate, friend, more);
}

/** Honest people, as often as they may be. The shares are guesses on the careful side: shops have fewer families than this. */
export const honestKinds: readonly Kind[] = [
  { kind: 'friends', share: 0.6, make: (world) => friends(world) },
  {
    kind: 'couples in one house',
    share: 0.06,
    make: (world) => household(world, { landline: 0.15, card: 0.1 }),
  },
  {
    kind: 'parents and children in one house',
    share: 0.03,
    make: (world) => household(world, { landline: 0.3, card: 0.05 }),
  },
  {
    kind: 'of one name in one house',
    share: 0.0005,
    make: (world) => {
      const advocate = world.people.person();
      return two(world, advocate, world.people.person(advocate), { landline: 0.2 });
    },
  },
  {
    kind: 'family in another house',
    share: 0.08,
    make: (world) => {
      const advocate = world.people.person();
      return two(world, advocate, world.people.person({ last: advocate.last }));
    },
  },
  {
    kind: 'of one name in two houses',
    share: 0.002,
    make: (world) => {
      const advocate = world.people.person();
      const { first, last } = advocate;
      return two(world, advocate, world.people.person({ first, last }));
    },
  },
  {
    kind: 'neighbours in one house',
    share: 0.05,
    make: (world) => {
      const advocate = world.people.person();
      const friend = world.people.person();
      const { address } = advocate.home;
      return two(world, advocate, { ...friend, home: { ...friend.home, address } });
    },
  },
  {
    kind: 'colleagues in one office',
    share: 0.1,
    make: (world) => friends(world, { network: `office-${world.chance.below(30)}` }),
  },
  {
    kind: 'students in one dormitory',
    share: 0.0475,
    make: (world) => {
      const advocate = world.people.person();
      const friend = world.people.person({ home: advocate.home });
      const crowd = { ofNetwork: 1 + world.chance.below(40) };
      return two(world, advocate, friend, { network: 'dormitory', crowd });
    },
  },
  {
    kind: 'followers of a blogger',
    share: 0.03,
    make: (world) => {
      const { chance } = world;
      const crowd = { ofAdvocate: 1 + chance.below(40), visitsWithinHour: chance.below(260) };
      return friends(world, { crowd });
    },
  },
];
