import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advocateCodeKey, newAdvocateCode, tillCodeKey } from './code-key.ts';

describe('a code of an advocate', () => {
  it.each([
    ['Ada Okafor', 'ADA-'],
    ['Zoë', 'ZOE-'],
    ['Maximiliane', 'MAXIMILI-'],
    ['Jörg Weiß', 'JORG-'],
    ['مارا', 'FRIEND-'],
    ['X', 'FRIEND-'],
    ['🦄🦄', 'FRIEND-'],
    [null, 'FRIEND-'],
    ['Fuckface', 'FRIEND-'],
    ['N a z i', 'FRIEND-'],
    ['Nazi', 'FRIEND-'],
    ['Nazir', 'NAZIR-'],
    ['Assunta', 'ASSUNTA-'],
  ])('of %s begins with %s and ends in figures and letters that make no word', (name, start) => {
    const code = newAdvocateCode(name);
    expect(code.slice(0, start.length)).toBe(start);
    expect(code.slice(start.length)).toMatch(/^[3479][CDHJKMNPRTWXY][3479][CDHJKMNPRTWXY]$/);
  });

  it.each([
    ['ada-7k3m'],
    [' ADA 7K3M '],
    ['Ada–7 K 3 M.'],
    ['ＡＤＡ－７Ｋ３Ｍ'],
    ['ada-٧k٣m'],
    ['ada۷k۳m'],
    ['a d a 7 k 3 m'],
  ])('is understood as %s', (typed) => {
    expect(advocateCodeKey(typed)).toBe(advocateCodeKey('ADA-7K3M'));
  });

  it.each([
    ['OLIVIA-3C4D', '0l1v1a-3c4d'],
    ['ZOLA-7K3M', '20la-7k3m'],
    ['SUE-4D9T', '5ve-4d9t'],
    ['BOGDAN-9R7X', '80gdan-9r7x'],
  ])('%s is understood with what looks alike: %s', (code, typed) => {
    expect(advocateCodeKey(typed)).toBe(advocateCodeKey(code));
  });

  it('is one key for one code, and never throws whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 64 }), (typed) => {
        expect(advocateCodeKey(advocateCodeKey(typed))).toBe(advocateCodeKey(typed));
      }),
    );
  });

  it('is longer where it has to be, and understood in the same way', () => {
    const code = newAdvocateCode('Ada', 8);
    expect(code).toMatch(/^ADA-([3479][CDHJKMNPRTWXY]){4}$/);
    expect(advocateCodeKey(code.toLowerCase().replace('-', ' '))).toBe(advocateCodeKey(code));
  });

  it('differs for other codes', () => {
    const keys = new Set(Array.from({ length: 200 }, () => advocateCodeKey(newAdvocateCode('Ada'))));
    expect(keys.size).toBeGreaterThan(150);
    expect(advocateCodeKey('ADA-7K3M')).not.toBe(advocateCodeKey('ADA-7K3N'));
  });
});

describe('a code for the till', () => {
  it('is compared without regard to capitals and spaces around it', () => {
    expect(tillCodeKey(' hello-a7 ')).toBe('HELLO-A7');
  });
});
