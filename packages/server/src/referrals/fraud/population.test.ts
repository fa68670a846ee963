import { describe, expect, it } from 'vitest';
import { measurePopulation, percent, together } from './testing/population.ts';

const { honest, cheats } = measurePopulation(20_261_123, { honest: 10_000, cheats: 2_000 });
const everybody = together('honest', honest);
/** Nobody who has another name, door, telephone and card can be told from a friend. */
const straw = 'another name, door, telephone and card';
const seen = together(
  'seen',
  cheats.filter(({ kind }) => kind !== straw),
);

describe('a population', () => {
  it('has everybody judged', () => {
    for (const { all, pass, review, refuse } of [...honest, ...cheats]) {
      expect(all).toBeGreaterThan(0);
      expect(pass + review + refuse).toBe(all);
    }
  });

  it('has nobody honest refused', () => {
    expect(honest.filter(({ refuse }) => refuse > 0)).toEqual([]);
  });

  it('has one in fifty of the honest wait for staff at most', () => {
    expect(percent(everybody.review, everybody.all)).toBeLessThan(2);
  });

  it('has nine in ten of those pass who live or work with others', () => {
    const close = [
      'couples in one house',
      'neighbours in one house',
      'colleagues in one office',
      'students in one dormitory',
    ];
    for (const { kind, pass, all } of honest.filter((one) => close.includes(one.kind))) {
      expect([kind, percent(pass, all) >= 90]).toEqual([kind, true]);
    }
  });

  it('has one in eight of the cheats pass at most, of those that anything is known of', () => {
    expect(percent(seen.pass, seen.all)).toBeLessThan(12.5);
  });

  it('has nobody pass who is one person by mailbox, by name and door, by the reward they pay with, or in a ring', () => {
    const sure = cheats.filter(({ pass }) => pass === 0).map(({ kind }) => kind);
    expect(sure).toEqual([
      'a plus sign in the own mailbox',
      'a second mailbox, all else the same',
      'a second mailbox, another telephone and card',
      'a mailbox to throw away, and an initial',
      'the last reward pays for the next friend',
      'a ring of mailboxes',
    ]);
  });

  it('has those pass of whom nothing is known: who is like a friend is taken for one', () => {
    const found = cheats.find(({ kind }) => kind === straw);
    expect(found?.refuse).toBe(0);
    expect(found?.pass).toBeGreaterThan(0);
  });
});
