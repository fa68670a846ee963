import { randomInt } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const four = (): string => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A new number of a declaration, to be read out and written down: `W-7Q2K-9M4D`. */
export const newWithdrawalNumber = (): string => `W-${four()}-${four()}`;
