import { minorDigits } from '@postlude/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumMoney, toMoney } from './decimal-money.ts';

test.each([
  ['29.35', 'EUR', 2935],
  ['29.3', 'EUR', 2930],
  ['29', 'EUR', 2900],
  ['29.', 'EUR', 2900],
  ['0.07', 'USD', 7],
  ['-41.94', 'USD', -4194],
  ['+5', 'USD', 500],
  ['1000', 'JPY', 1000],
  ['1000.0', 'JPY', 1000],
  ['1000.00', 'KRW', 1000],
  ['31.250', 'KWD', 31250],
  ['31.25', 'BHD', 31250],
  ['1e3', 'EUR', 100000],
  ['1.5E-1', 'EUR', 15],
  ['12.344', 'EUR', 1234],
  ['12.345', 'EUR', 1235],
  ['-12.345', 'EUR', -1235],
  ['0.5', 'JPY', 1],
  ['1.005', 'EUR', 101],
  ['1234.56', 'HUF', 123456],
  [' 3 ', 'EUR', 300],
])('%s %s is %i minor units', (text, currency, amount) => {
  expect(toMoney(text, currency)).toEqual({ amount, currency });
});

test.each([
  ['', 'EUR'],
  ['free', 'EUR'],
  ['1,50', 'EUR'],
  ['.5', 'EUR'],
  ['1.2.3', 'EUR'],
  ['0x10', 'EUR'],
  ['NaN', 'EUR'],
  ['Infinity', 'EUR'],
  ['1e999', 'EUR'],
  ['1e99', 'EUR'],
  ['90071992547409.93', 'EUR'],
  ['1', 'eur'],
  ['1', ''],
  ['1', 'EURO'],
])('%j in %j is no sum of money', (text, currency) => {
  expect(toMoney(text, currency)).toBeNull();
});

test('what was written out with the right digits comes back exactly', () => {
  const written = fc.record({
    amount: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'IDR'),
  });
  fc.assert(
    fc.property(written, ({ amount, currency }) => {
      const digits = minorDigits(currency);
      const text = String(amount).padStart(digits + 1, '0');
      const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
      expect(toMoney(decimal, currency)).toEqual({ amount, currency });
    }),
  );
});

test('sums are of one currency or of none', () => {
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  expect(sumMoney([eur(1), eur(2)])).toEqual(eur(3));
  expect(sumMoney([])).toBeNull();
  expect(sumMoney([eur(1), { amount: 1, currency: 'USD' }])).toBeNull();
  expect(sumMoney([eur(Number.MAX_SAFE_INTEGER), eur(1)])).toBeNull();
});
