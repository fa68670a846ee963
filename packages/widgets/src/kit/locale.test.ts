import { expect, it } from 'vitest';
import { localeFor, normaliseLocale, varietyFor } from './locale.ts';

it.each([
  ['de_DE', 'de-DE'],
  ['pt-br', 'pt-BR'],
  ['iw', 'he'],
  ['de_DE.UTF-8', 'de-DE'],
  ['ca_ES@valencia', 'ca-ES'],
  [' en ', 'en'],
  ['zh-hant-tw', 'zh-Hant-TW'],
])('reads %j as %s', (tag, locale) => {
  expect(normaliseLocale(tag)).toBe(locale);
});

it.each(['', 'x', 'english', '-', 'de-', '??', 'a'.repeat(400), null, undefined, '[object Object]'])(
  'has no locale for %j',
  (tag) => {
    expect(normaliseLocale(tag)).toBeNull();
  },
);

it('writes dates as a variety of the language of the texts does', () => {
  expect(localeFor('de', 'de_AT')).toBe('de-AT');
});

it('keeps to the language of the texts when the page asks for another', () => {
  expect(localeFor('en', 'fr-FR')).toBe('en');
  expect(localeFor('ar', '')).toBe('ar');
});

it('writes dates as the shopper’s browser does where the page leaves the region open', () => {
  expect(varietyFor('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB');
  expect(varietyFor('en', ['de', 'fr-CA'])).toBe('en');
  expect(varietyFor('en-US', ['en-GB'])).toBe('en-US');
});
