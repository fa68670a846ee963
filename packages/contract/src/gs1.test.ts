import { assert, bigInt, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGtin, readProductCode } from './gs1.ts';

const gs = String.fromCharCode(29);

describe('a GTIN', () => {
  it.each(['4006381333931', '96385074', '036000291452', '10614141000415', '9780306406157'])(
    '%s is one',
    (digits) => {
      expect(isGtin(digits)).toBe(true);
    },
  );

  it.each(['4006381333932', '400638133393', '', '4006381 33931', 'abc', '123'])('"%s" is none', (digits) => {
    expect(isGtin(digits)).toBe(false);
  });

  it('notices every single wrong digit', () => {
    assert(
      property(bigInt({ min: 0n, max: 999_999_999_999n }), (body) => {
        const twelve = String(body).padStart(12, '0');
        const right = Array.from({ length: 10 }, (_, check) => `${twelve}${check}`).filter(isGtin);
        expect(right).toHaveLength(1);
        const [gtin = ''] = right;
        for (let place = 0; place < 13; place += 1) {
          const wrong = `${gtin.slice(0, place)}${(Number(gtin[place]) + 1) % 10}${gtin.slice(place + 1)}`;
          expect(isGtin(wrong)).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the code on a product', () => {
  it.each([
    ['4006381333931', '04006381333931', null, null],
    [' 4006-3813 33931 ', '04006381333931', null, null],
    ['https://id.example.com/01/04006381333931/21/SN-12%2F34', '04006381333931', 'SN-12/34', null],
    ['https://example.com/some/path/01/04006381333931/10/B7/21/99?17=271231', '04006381333931', '99', 'B7'],
    ['HTTPS://ID.GS1.ORG/01/04006381333931?21=XY', '04006381333931', 'XY', null],
    ['(01)04006381333931(10)LOT1(21)AB12', '04006381333931', 'AB12', 'LOT1'],
    [`]d2010400638133393110LOT1${gs}21AB12`, '04006381333931', 'AB12', 'LOT1'],
    ['0104006381333931172712312199', '04006381333931', '99', null],
  ])('%s is read', (scanned, gtin, serial, batch) => {
    expect(readProductCode(scanned)).toEqual({ gtin, serial, batch });
  });

  it.each([
    '',
    'https://',
    'https://example.com/01/04006381333932',
    'https://example.com/%E0%A4%A/01/x',
    'javascript:alert(1)',
    '(01)123',
    'SN-1234',
    '4006381333932',
  ])('"%s" is none', (scanned) => {
    expect(readProductCode(scanned)).toBeNull();
  });

  it('throws at nothing', () => {
    assert(property(string({ unit: 'binary', maxLength: 200 }), (scanned) => void readProductCode(scanned)));
    assert(property(string({ maxLength: 100 }), (path) => void readProductCode(`https://a.example/${path}`)));
  });
});
