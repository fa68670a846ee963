import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSerial, serialKey } from './serials.ts';

const shape = (...masks: string[]) => ({ masks, check: null });

describe('a serial number as it is typed', () => {
  it.each([
    ['', 'empty', ''],
    ['sn', 'partial', 'SN'],
    ['sn1', 'partial', 'SN-1'],
    ['SN-1234-AB', 'fits', 'SN-1234-AB'],
    ['sn 1234 ab', 'fits', 'SN-1234-AB'],
    ['SN1234AB', 'fits', 'SN-1234-AB'],
    ['ＳＮ１２３４ＡＢ', 'fits', 'SN-1234-AB'],
    ['SN-12X4-AB', 'wrong', 'SN-12X4AB'],
    ['SN-1234-ABC', 'wrong', 'SN-1234-ABC'],
    ['XX', 'wrong', 'XX'],
  ])('"%s" is %s: %s', (typed, state, value) => {
    expect(readSerial(typed, shape('SN-####-@@'))).toMatchObject({ state, value });
  });

  it('is put right where only one thing can be meant, and says what', () => {
    expect(readSerial('sn-1O3l-A8', shape('SN-####-@@'))).toEqual({
      state: 'fits',
      value: 'SN-1031-AB',
      corrected: [
        { at: 4, typed: 'O', meant: '0' },
        { at: 6, typed: 'L', meant: '1' },
        { at: 9, typed: '8', meant: 'B' },
      ],
      at: null,
    });
  });

  it('says where it goes wrong', () => {
    expect(readSerial('SN-12X4', shape('SN-####-@@'))).toMatchObject({ state: 'wrong', at: 5 });
  });

  it('fits any of several masks, the one with the least to put right', () => {
    expect(readSerial('1O23', shape('####', '#@##'))).toMatchObject({
      state: 'fits',
      value: '1O23',
      corrected: [],
    });
    expect(readSerial('AB12', shape('####', '@@##'))).toMatchObject({ state: 'fits', value: 'AB12' });
  });

  it('notices a wrong check digit', () => {
    const luhn = { masks: ['###########'], check: 'luhn' } as const;
    expect(readSerial('79927398713', luhn).state).toBe('fits');
    expect(readSerial('79927398710', luhn).state).toBe('check_failed');
  });

  it('is anything where no mask is set, up to 64 characters', () => {
    expect(readSerial(' ab 12 ', shape())).toMatchObject({ state: 'fits', value: 'AB12' });
    expect(readSerial('x'.repeat(65), shape()).state).toBe('wrong');
  });

  it('once it fits, means itself', () => {
    const typed = array(constantFrom(...'SN0123OIABC- '), { maxLength: 14 }).map((signs) => signs.join(''));
    assert(
      property(typed, (text) => {
        const first = readSerial(text, shape('SN-####-@@', '@@##'));
        if (first.state !== 'fits') return;
        expect(readSerial(first.value, shape('SN-####-@@', '@@##'))).toMatchObject({
          state: 'fits',
          value: first.value,
          corrected: [],
        });
      }),
    );
  });

  it('throws at nothing', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 80 }), string({ maxLength: 64 }), (typed, mask) => {
        readSerial(typed, { masks: [mask], check: 'luhn' });
      }),
    );
  });
});

describe('two serial numbers', () => {
  it('are the same whatever separates their characters', () => {
    expect(serialKey('sn-12 34')).toBe(serialKey('SN1234'));
    expect(serialKey('SN1234')).not.toBe(serialKey('SN1235'));
  });
});
