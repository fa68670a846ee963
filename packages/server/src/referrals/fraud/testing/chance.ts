/** Numbers that look like chance and are the same for the same seed. */
export interface Chance {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** Whether something of this likelihood happens. */
  is(likelihood: number): boolean;
  /** From 0 up to, and without, `below`. */
  below(below: number): number;
  one<T>(of: readonly T[]): T;
  /** The first of a list far more often than the last, as names are. */
  common<T>(of: readonly T[]): T;
}

/** Mulberry32, a small generator whose numbers pass the usual tests (Tommy Ettinger, public domain). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const at = <T>(of: readonly T[], index: number): T => {
    const found = of[index];
    if (found === undefined) throw new RangeError('There is nothing to choose from.');
    return found;
  };
  return {
    next,
    is: (likelihood) => next() < likelihood,
    below,
    one: (of) => at(of, below(of.length)),
    common: (of) => at(of, Math.floor(next() ** 3 * of.length)),
  };
}
