import type { FraudSettings } from '@postlude/contract';
import { usualFraudSettings } from '../../programme/defaults.ts';
import type { Buyer, FraudFacts } from '../facts.ts';
import { personKey } from '../names.ts';
import type { FraudVerdict } from '../score.ts';
import { verdict } from './build.ts';
import { chanceOf } from './chance.ts';
import { cheatKinds } from './cheats.ts';
import { honestKinds, type Kind, type World } from './honest.ts';
import { orderOf, peopleOf, type Shop } from './people.ts';

/** What becomes of one kind of people: how many there were, and how many of them passed, were queued and refused. */
export interface Measured extends Record<FraudVerdict, number> {
  readonly kind: string;
  readonly all: number;
}

/** What becomes of a population. */
export interface MeasuredPopulation {
  readonly honest: readonly Measured[];
  readonly cheats: readonly Measured[];
}

/** Shops that know much, and shops that know next to nothing. */
const shops: readonly Shop[] = [
  { phones: 0.9, payments: 0.9, accounts: 0.6 },
  { phones: 0.6, payments: 0, accounts: 0.4 },
  { phones: 0.2, payments: 0, accounts: 0 },
];

/** Customers that a shop has from before. */
const customerCount = 20_000;

/**
 * Makes a population of honest people and of cheats, from a seed, and tells what becomes of them. It is told of the facts that
 * were made for it, and of nothing else: how much real people cheat, and how, no population can tell.
 */
export function measurePopulation(
  seed: number,
  { honest, cheats }: { readonly honest: number; readonly cheats: number },
  settings: FraudSettings = usualFraudSettings,
): MeasuredPopulation {
  const chance = chanceOf(seed);
  const people = peopleOf(chance);
  const before = indexed(
    Array.from({ length: customerCount }, () => orderOf(chance, chance.one(shops), people.person())),
  );
  const worldOf = (shop: Shop): World => ({ chance, people, shop });
  const measure = (kinds: readonly Kind[], count: number): Measured[] => {
    const whole = kinds.reduce((sum, { share }) => sum + share, 0);
    return kinds.map(({ kind, share, make }) => {
      const all = Math.round((count * share) / whole);
      const found = { pass: 0, review: 0, refuse: 0 };
      for (let index = 0; index < all; index += 1) {
        const facts = make(worldOf(chance.one(shops)));
        found[verdict(withNamesakes(facts, before), settings)] += 1;
      }
      return { kind, all, ...found };
    });
  };
  return { honest: measure(honestKinds, honest), cheats: measure(cheatKinds, cheats) };
}

const keyOf = ({ names: [name = ''], addresses: [address] }: Buyer): string =>
  personKey(address ? { name, postcode: address.postcode } : null) ?? '';

function indexed(orders: readonly Buyer[]): ReadonlyMap<string, readonly Buyer[]> {
  const found = new Map<string, Buyer[]>();
  for (const order of orders) found.set(keyOf(order), [...(found.get(keyOf(order)) ?? []), order]);
  return found;
}

/** Orders from before of people of the same name at the same postcode: found by the key that the database has. */
const withNamesakes = (facts: FraudFacts, before: ReadonlyMap<string, readonly Buyer[]>): FraudFacts => ({
  ...facts,
  earlier: [...facts.earlier, ...(before.get(keyOf(facts.friend)) ?? []).slice(0, 10)],
});

/** Several kinds as one. */
export function together(kind: string, parts: readonly Measured[]): Measured {
  const sum = (of: keyof Omit<Measured, 'kind'>) => parts.reduce((total, part) => total + part[of], 0);
  return { kind, all: sum('all'), pass: sum('pass'), review: sum('review'), refuse: sum('refuse') };
}

/** A share in percent, with two decimals. */
export const percent = (part: number, all: number): number => Math.round((10_000 * part) / all) / 100;
