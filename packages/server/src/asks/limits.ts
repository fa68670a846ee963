/** Milliseconds of a day: days of use and of waiting are counted from a moment to a moment, whatever the clocks do in between. */
export const day = 24 * 60 * 60_000;

/** Counts what these rules said so far: every change of theirs that can change a decision counts one up. */
export const ruleVersion = 2;

/** Days between two marketing asks of one shopper, over all kinds and orders. */
export const weekDays = 7;

/** Days during which an ask that was shown may be shown again: it is the same ask. */
export const turnDays = 7;

/** Days from the beginning of its first turn to the next one, where nobody answered; twice as many after the second, and so on. */
export const daysBetweenTurns = 30;

/** So many dismissals of a kind rest it … */
export const dismissalsToRest = 2;
/** … for so many days. */
export const restDays = 90;

/** Milliseconds for which a page that was given something to show keeps other pages of the shopper from getting something else. */
export const reserved = 15 * 60_000;

/** Days after the purchase from which nothing is awaited any more that nobody ever delivered. */
export const arrivalDays = 365;

/** Days for which a review of a product speaks for the next order of it too. */
export const sameProductDays = 365;

/** A moment so many days after another. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * day);

/** The later of two moments. */
export const later = (one: Date, other: Date): Date => (other > one ? other : one);

/** The first of some moments. */
export const earliest = (moments: readonly Date[]): Date =>
  new Date(Math.min(...moments.map((at) => at.getTime())));
