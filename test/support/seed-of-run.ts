import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What everything random in this run's tests begins with. */
    seed: number;
  }
}

/** The seed of every run that is not told another: whoever runs the tests meets the same cases. */
const usual = 20_261_122;

/** Tells the tests of a project their seed: the usual one, or what `POSTLUDE_SEED` says (a number, or `random`). */
export function setup(project: TestProject): void {
  const seed = seedOf(process.env.POSTLUDE_SEED);
  if (seed !== usual) console.log(`POSTLUDE_SEED=${seed} (${project.name})`);
  project.provide('seed', seed);
}

function seedOf(said: string | undefined): number {
  if (!said) return usual;
  const seed = said === 'random' ? randomInt(2 ** 31) : Number(said);
  if (Number.isSafeInteger(seed)) return seed;
  throw new Error(`POSTLUDE_SEED is a whole number or "random", not "${said}".`);
}
