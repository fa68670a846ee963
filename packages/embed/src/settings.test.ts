import { describe, expect, it } from 'vitest';
import { meantText } from './settings.ts';

describe('what an attribute or property was meant to be', () => {
  it.each([
    undefined,
    null,
    false,
    '',
    'false',
    'null',
    'undefined',
    {},
    '[object Object]',
    '[object HTMLElement]',
  ])('nothing, when it is %j', (value) => {
    expect(meantText(value)).toBeUndefined();
  });

  it.each([
    ['1001', '1001'],
    [1001, '1001'],
    [0, '0'],
    [true, 'true'],
    ['#1001-falsework', '#1001-falsework'],
  ])('a text, when it is %j', (value, text) => {
    expect(meantText(value)).toBe(text);
  });
});
