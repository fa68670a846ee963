import { describe, expect, it } from 'vitest';
import { compareAddresses, type PostalAddress } from './addresses.ts';
import { isThrowaway, mailboxOf } from './mailbox.ts';
import { compareNames, personKey } from './names.ts';

describe('a mailbox', () => {
  it.each([
    ['Ada.Lovelace@gmail.com', 'adalovelace@googlemail.com'],
    ['ada+shop@gmail.com', 'a.d.a@gmail.com'],
    [' ADA@Example.com ', 'ada+friend@example.com'],
    ['ada.lovelace@proton.me', 'ada_lovelace@protonmail.com'],
    ['ada-l@yandex.ru', 'ada.l@ya.ru'],
    ['ada@me.com', 'ada@icloud.com'],
    ['ada-shopping@yahoo.com', 'ada@yahoo.com'],
    ['ａｄａ@example.com', 'ada@example.com'],
  ])('is one behind %s and %s', (one, other) => {
    expect(mailboxOf(one)).toBe(mailboxOf(other));
  });

  it.each([
    ['ada.lovelace@outlook.com', 'adalovelace@outlook.com'],
    ['ada@gmail.com', 'ada@outlook.com'],
    ['ada-maria@example.com', 'ada@example.com'],
    ['ada@yahoo.com', 'ada@yahoo.de'],
    ['anna.meyer@company.example', 'annameyer@company.example'],
  ])('is another one behind %s and %s', (one, other) => {
    expect(mailboxOf(one)).not.toBe(mailboxOf(other));
  });

  it.each(['', 'ada', '@example.com', 'ada@', '+@'])('is none behind %j', (email) => {
    expect(mailboxOf(email)).toBeNull();
  });

  it('keeps a plus sign that stands first', () => {
    expect(mailboxOf('+ada@example.com')).toBe('+ada@example.com');
  });

  it('is thrown away at the providers for that, and not where an address is only hidden', () => {
    expect(isThrowaway('x@Mailinator.com')).toBe(true);
    expect(isThrowaway('x@eu.mailinator.com')).toBe(true);
    expect(isThrowaway('x@privaterelay.appleid.com')).toBe(false);
    expect(isThrowaway('x@notmailinator.com')).toBe(false);
  });
});

describe('two names', () => {
  it.each([
    ['Ada Lovelace', 'lovelace, ADA'],
    ['José García', 'Jose Garcia'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['Jürgen Müller', 'Jurgen Muller'],
    ['Anna Maria Weiß', 'Anna Weiss'],
    ['Dr. Ada Lovelace', 'Mrs Ada Lovelace'],
    ["Sean O'Neil", 'Sean ONeil'],
    ['أحمد الإدريسي', 'احمد الادريسي'],
    ['Ольга Иванова', 'ИВАНОВА ОЛЬГА'],
  ])('are the same: %s and %s', (a, b) => {
    expect(compareNames(a, b)).toBe('same');
    expect(compareNames(b, a)).toBe('same');
  });

  it.each([
    ['Ada Lovelace', 'A. Lovelace'],
    ['Ada Lovelace', 'Ada Lovelase'],
    ['Lena Schmidt', 'Lina Schmidt'],
  ])('are alike: %s and %s', (a, b) => {
    expect(compareNames(a, b)).toBe('alike');
    expect(compareNames(b, a)).toBe('alike');
  });

  it.each([
    ['Ada Lovelace', 'Byron Lovelace'],
    ['John Smith Jr.', 'John Smith Sr.'],
    ['John Smith III', 'John Smith'],
    ['Li Wei', 'Li Na'],
    ['A. B.', 'A. C.'],
  ])('are two people: %s and %s', (a, b) => {
    expect(compareNames(a, b)).toBe('other');
    expect(compareNames(b, a)).toBe('other');
  });

  it('say nothing where one is a first name, or missing', () => {
    expect(compareNames('Ada', 'Ada Lovelace')).toBe('unknown');
    expect(compareNames(null, 'Ada Lovelace')).toBe('unknown');
    expect(compareNames('', '')).toBe('unknown');
  });

  it('find one another by their words and the postcode', () => {
    expect(personKey({ name: 'Ada  Lovelace', postcode: 'sw1a 1aa' })).toBe(
      personKey({ name: 'LOVELACE Ada', postcode: 'SW1A1AA' }),
    );
    expect(personKey({ name: 'Ada', postcode: '10115' })).toBeNull();
    expect(personKey({ name: 'Ada Lovelace', postcode: null })).toBeNull();
    expect(personKey(null)).toBeNull();
  });
});

const at = (lines: string | readonly string[], postcode = '10115', country = 'DE'): PostalAddress => ({
  lines: typeof lines === 'string' ? [lines] : lines,
  postcode,
  country,
});

describe('two addresses', () => {
  it.each([
    ['Hauptstr. 5', 'Hauptstraße 5'],
    ['Hauptstrasse 5', '5 HAUPTSTR'],
    ['Am Markt 12a', 'Am Markt 12 A'],
    ['12 High St', '12 High Street'],
    ['Flat 3, 12 High St', '12 High Street, Flat 3'],
    ['350 5th Ave', '350 5th Avenue'],
    ['1 St James Rd', '1 St. James Road'],
    ['Mariahilfer Straße 10/7', 'Mariahilfer Str. 10 Top 7'],
    ['12 Oak Drive #4', '12 Oak Dr Apt 4'],
  ])('are one: %s and %s', (a, b) => {
    expect(compareAddresses(at(a), at(b))).toBe('same');
  });

  it('are one where only one of them tells the flat', () => {
    expect(compareAddresses(at('12 High St, Flat 3'), at('12 High St'))).toBe('same');
    expect(compareAddresses(at(['12 High St', 'Flat 3']), at('12 High St, Flat 3'))).toBe('same');
  });

  it('are one house where the flats differ', () => {
    expect(compareAddresses(at('12 High St, Flat 3'), at('12 High St, Flat 4'))).toBe('house');
    expect(compareAddresses(at('Mariahilfer Str. 10/7'), at('Mariahilfer Str. 10/8'))).toBe('house');
  });

  it.each([
    [at('Hauptstr. 5'), at('Hauptstr. 6')],
    [at('Hauptstr. 5'), at('Nebenstr. 5')],
    [at('Hauptstr. 5'), at('Hauptstr. 5', '10117')],
    [at('Hauptstr. 5'), at('Hauptstr. 5', '10115', 'AT')],
    [at('Hauptstr. 12'), at('Hauptstr. 12a')],
  ])('are two: %j and %j', (a, b) => {
    expect(compareAddresses(a, b)).toBe('elsewhere');
  });

  it('are not compared without a street, a house or a postcode', () => {
    expect(compareAddresses(at([]), at('Hauptstr. 5'))).toBe('unknown');
    expect(compareAddresses(at('Hauptstr.'), at('Hauptstr. 5'))).toBe('unknown');
    expect(compareAddresses({ ...at('Hauptstr. 5'), postcode: null }, at('Hauptstr. 5'))).toBe('unknown');
  });

  it('take an American postcode of nine figures for its first five', () => {
    expect(compareAddresses(at('1 Oak Dr', '94103-1234', 'US'), at('1 Oak Dr', '94103', 'US'))).toBe('same');
  });
});
