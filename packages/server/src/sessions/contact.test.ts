import { describe, expect, it } from 'vitest';
import { type ContactKeys, contactFits, emailKey, numberKey, phoneDigits, postcodeKey } from './contact.ts';

const keysOf = (contact: { email?: string; phone?: string; postcodes?: string[] }): ContactKeys => ({
  emailKey: contact.email === undefined ? null : emailKey(contact.email),
  phoneDigits: contact.phone === undefined ? null : phoneDigits(contact.phone),
  postcodeKeys: (contact.postcodes ?? []).map(postcodeKey),
});

const order = keysOf({
  email: 'Ada@Example.com',
  phone: '+49 171 2345678',
  postcodes: ['20 095', 'SW1A 1AA'],
});

describe('a contact fits an order', () => {
  it.each([
    ['the e-mail address as it was given', 'Ada@Example.com'],
    ['the e-mail address in other letters and with space around it', '  ada@EXAMPLE.com '],
    ['the phone number as it was given', '+49 171 2345678'],
    ['the phone number as dialled at home', '0171 2345678'],
    ['the phone number with 00', '0049 171 234 56 78'],
    ['the phone number with the zero in brackets', '+49 (0)171/2345-678'],
    ['the phone number without its prefix', '2345678'],
    ['the phone number in Arabic digits', '٠١٧١٢٣٤٥٦٧٨'],
    ['the phone number in full-width digits', '０１７１２３４５６７８'],
    ['the postcode without its space', '20095'],
    ['the other postcode in small letters', 'sw1a1aa'],
    ['the other postcode with a hyphen', 'SW1A-1AA'],
  ])('by %s', (_, typed) => {
    expect(contactFits(typed, order)).toBe(true);
  });
});

describe('a contact does not fit an order', () => {
  it.each([
    ['another address', 'bob@example.com'],
    ['a part of the address', 'ada@example'],
    ['the name alone', 'ada'],
    ['nothing', ''],
    ['only space', '   '],
    ['fewer than seven digits of the number', '345678'],
    ['a number that ends otherwise', '0171 2345679'],
    ['the number within other text', 'call 2345678'],
    ['the number with digits before it that are not its prefix', '0172 2345678'],
    ['a part of the postcode', '2009'],
    ['another postcode', '20096'],
  ])('by %s', (_, typed) => {
    expect(contactFits(typed, order)).toBe(false);
  });

  it('by anything, when the order knows nothing of its shopper', () => {
    const nobody = keysOf({ postcodes: [''] });
    for (const typed of ['', ' ', '@', '0', '-', '2345678', 'ada@example.com']) {
      expect(contactFits(typed, nobody)).toBe(false);
    }
  });

  it('by a phone number of the order that is too short to prove anything', () => {
    expect(contactFits('12345', keysOf({ phone: '12345' }))).toBe(false);
  });

  it('by a number of zeros', () => {
    expect(contactFits('0000000', keysOf({ phone: '0000000' }))).toBe(false);
  });
});

describe('an order number', () => {
  it.each(['1001', '#1001', ' #1001 ', '# 1001', '##1001'])('is the same written %j', (written) => {
    expect(numberKey(written)).toBe('1001');
  });

  it('is the same in small letters', () => {
    expect(numberKey('#DE-77a')).toBe(numberKey('de-77A'));
  });
});
