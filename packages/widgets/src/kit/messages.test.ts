import { describe, expect, it } from 'vitest';
import { fillIn, type MessageRules } from './messages.ts';

const rules: MessageRules = {
  number: (value) => new Intl.NumberFormat('en').format(value),
  plural: (value) => new Intl.PluralRules('en').select(value),
  isolate: false,
};

describe('filling in a text', () => {
  it('puts values in their places', () => {
    expect(fillIn('{b} then {a} then {b}', { a: 'x', b: 'y' }, rules)).toBe('y then x then y');
  });

  it('writes numbers as the language does', () => {
    expect(fillIn('{n} items', { n: 12345 }, rules)).toBe('12,345 items');
  });

  it('picks the branch of a count and puts the count in it', () => {
    const text = '{n, plural, =0 {none} one {# day late} other {# of {total} days}}!';
    expect(fillIn(text, { n: 0, total: 9 }, rules)).toBe('none!');
    expect(fillIn(text, { n: 1, total: 9 }, rules)).toBe('1 day late!');
    expect(fillIn(text, { n: 2000, total: 9 }, rules)).toBe('2,000 of 9 days!');
  });

  it('falls back to other where a language has no branch of its own', () => {
    expect(fillIn('{n, plural, other {# things}}', { n: 1 }, rules)).toBe('1 things');
  });

  it('leaves a hash outside of a plural alone', () => {
    expect(fillIn('Order #{n}', { n: 7 }, rules)).toBe('Order #7');
  });

  it('never fills in what a value happens to contain', () => {
    expect(fillIn('{a}{b}', { a: '{b}', b: '{a}' }, rules)).toBe('{b}{a}');
  });

  it('does not take names from the prototype', () => {
    expect(fillIn('{constructor}', {}, rules)).toBe('{constructor}');
  });

  it('keeps values of another direction apart', () => {
    expect(fillIn('To {place}', { place: 'برلين' }, rules)).toBe('To \u2068برلين\u2069');
    expect(fillIn('إلى {place}', { place: 'Berlin' }, { ...rules, isolate: true })).toBe(
      'إلى \u2068Berlin\u2069',
    );
  });

  it.each(['{', '}', '{n', '{n, plural, one {x', '{}', '{n, plural}', '{n, plural, }', '{n, plural, one}'])(
    'leaves the malformed text %s without throwing',
    (text) => {
      expect(typeof fillIn(text, { n: 2 }, rules)).toBe('string');
    },
  );
});
