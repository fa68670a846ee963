import { fraudFacts } from './build.ts';
import type { Kind, World } from './honest.ts';
import { orderOf, type Person, type Telling } from './people.ts';

/** One person in both roles, who tells of the friend what is given here. */
function alone(
  { chance, people, shop }: World,
  tell: (who: Person) => Telling,
  as: (who: Person) => Person = (who) => who,
) {
  const who = people.person();
  const other = people.person();
  const told = tell(who);
  return fraudFacts({
    advocate: orderOf(chance, shop, who),
    // Who takes the trouble has no account twice, unless told.
    friend: orderOf(chance, shop, as(who), { email: other.email, customer: other.email, ...told }),
    ofAdvocate: 1 + chance.below(4),
  });
}

const plus = ({ email }: Person): string => email.replace('@', '+friend@');

const ways: readonly Omit<Kind, 'share'>[] = [
  { kind: 'a plus sign in the own mailbox', make: (world) => alone(world, (who) => ({ email: plus(who) })) },
  {
    kind: 'a second mailbox, all else the same',
    make: (world) => alone(world, () => ({})),
  },
  {
    kind: 'a second mailbox, another telephone and card',
    make: (world) => {
      const { phone, card } = world.people.person();
      return alone(world, () => ({ phone, card }));
    },
  },
  {
    kind: 'a mailbox to throw away, and an initial',
    make: (world) =>
      alone(world, ({ first, last }) => ({
        email: `x${world.people.fresh()}@mailinator.com`,
        name: `${first.slice(0, 1)}. ${last}`,
        phone: world.people.person().phone,
      })),
  },
  {
    kind: 'the partner’s name, the own card',
    make: (world) => {
      const { first } = world.people.person();
      return alone(world, ({ last }) => ({ name: `${first} ${last}` }));
    },
  },
  {
    kind: 'a customer with a new mailbox',
    make: (world) => {
      const { chance, people, shop } = world;
      const who = people.person();
      const { email } = people.person();
      return fraudFacts({
        advocate: orderOf(chance, shop, people.person()),
        friend: orderOf(chance, shop, who, { email, customer: email }),
        earlier: [orderOf(chance, shop, who)],
      });
    },
  },
  {
    kind: 'the last reward pays for the next friend',
    make: (world) => ({
      ...alone(world, () => ({ name: 'Max Mustermann' })),
      advocatesRewardUsed: 'THANKS-1',
    }),
  },
  {
    kind: 'a ring of mailboxes',
    make: (world) => ({ ...alone(world, () => ({ name: 'Max Mustermann' })), ring: 3 }),
  },
  {
    kind: 'a page of coupons',
    make: ({ chance, people, shop }: World) =>
      fraudFacts({
        advocate: orderOf(chance, shop, people.person()),
        friend: orderOf(chance, shop, people.person()),
        ofAdvocate: 5 + chance.below(60),
        visitsWithinHour: 150 + chance.below(2_000),
      }),
  },
  {
    // Nobody can tell this one from a friend, and nobody shall be refused for what looks like it.
    kind: 'another name, door, telephone and card',
    make: (world) => {
      const straw = world.people.person();
      return alone(
        world,
        () => ({}),
        () => straw,
      );
    },
  },
];

/** People who cheat, in the ways that are told of, each as often as the others. */
export const cheatKinds: readonly Kind[] = ways.map((one) => ({ ...one, share: 1 }));
