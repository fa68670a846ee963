import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableMessage } from './adapter.ts';
import { parseJson, parseJsonObject } from './json.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('numbers keep every digit they were written with', () => {
  const text =
    '{"id":9007199254740993,"big":123456789012345678901234567890,"price":10.10,"zero":-0.0,"e":1E3}';
  expect(parseJson(bytes(text))).toEqual({
    id: '9007199254740993',
    big: '123456789012345678901234567890',
    price: '10.10',
    zero: '-0.0',
    e: '1E3',
  });
});

test('everything but numbers stays what it is', () => {
  expect(parseJson(bytes('[true,null,"1",{"a":["b"]}]'))).toEqual([true, null, '1', { a: ['b'] }]);
});

test('a name that objects inherit is only ever a field', () => {
  const value = parseJsonObject(bytes('{"__proto__":{"status":"delivered"},"constructor":1}'));
  expect(value.status).toBeUndefined();
  expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
});

test('broken characters become U+FFFD, so that a database can keep them', () => {
  expect(parseJson(Uint8Array.from([0x22, 0x41, 0xff, 0x22]))).toBe('A\uFFFD');
  expect(parseJson(bytes('"\\ud800 and \\udc00 and \\ud83d\\ude00"'))).toBe('\uFFFD and \uFFFD and 😀');
});

test('a byte order mark is no part of the text', () => {
  expect(parseJson(Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toEqual({});
});

test.each(['', ' ', '{', '{"a":}', 'nope', '{"a":1,}', "{'a':1}", '\u0000', 'webhook_id=1'])(
  '%j is not JSON, and the error does not repeat it',
  (text) => {
    const read = () => parseJson(bytes(text));
    expect(read).toThrow(UnreadableMessage);
    expect(read).toThrow(expect.objectContaining({ code: 'not_json' }));
    expect(read).not.toThrow(/nope|webhook_id/);
  },
);

test('nesting too deep to be a message is an error like any other', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  expect(() => parseJson(bytes(deep))).toThrow(expect.objectContaining({ code: 'not_json' }));
});

test.each(['[]', '"text"', '12', 'null', 'true'])('%s is no object', (text) => {
  expect(() => parseJsonObject(bytes(text))).toThrow(expect.objectContaining({ code: 'not_an_object' }));
});

test('any whole number survives', () => {
  fc.assert(
    fc.property(fc.bigInt(), (number) => {
      expect(parseJson(bytes(`{"id":${number}}`))).toEqual({ id: String(number) });
    }),
  );
});
