import { expect, test } from 'vitest';
import { minorDigits } from './minor-digits.ts';

test.each([
  ['EUR', 2],
  ['HUF', 2],
  ['IDR', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['KWD', 3],
  ['CLF', 4],
  ['XXX', 2],
  ['', 2],
])('%s is counted in %i digits', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});
