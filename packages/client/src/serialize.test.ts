import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serialize } from './serialize.ts';

/** What Prototype.js 1.6.1 and its kind add to the built-ins of the page. */
function pollute(prototype: object, toJSON: () => unknown) {
  Object.defineProperty(prototype, 'toJSON', {
    value: toJSON,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  onTestFinished(() => void Reflect.deleteProperty(prototype, 'toJSON'));
}

const body = {
  by: 'lookup',
  order: '1001 "quoted" ü \u2028',
  lines: [{ quantity: 1, price: null, gone: undefined, nested: [[], [true, 0.5]] }],
};
const expected = JSON.stringify(body);

describe('serialize', () => {
  it('writes what JSON.stringify writes', () => {
    expect(serialize(body)).toBe(expected);
  });

  it('is not broken by a toJSON on Array.prototype', () => {
    pollute(Array.prototype, function (this: unknown[]) {
      return `[${this.join(', ')}]`;
    });
    expect(JSON.stringify([1])).toBe('"[1]"');
    expect(serialize(body)).toBe(expected);
    expect(serialize([undefined, 'x'])).toBe('[null,"x"]');
  });

  it('is not broken by a toJSON on Object.prototype, and still writes moments', () => {
    pollute(Object.prototype, () => 'broken');
    expect(serialize(body)).toBe(expected);
    expect(serialize({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('is not broken by a toJSON on String.prototype and Number.prototype', () => {
    pollute(String.prototype, function (this: string) {
      return `'${this}'`;
    });
    pollute(Number.prototype, () => 'NaN');
    expect(serialize(body)).toBe(expected);
  });

  it('leaves what it found on the built-ins where it is', () => {
    const toJSON = () => 'broken';
    pollute(Array.prototype, toJSON);
    serialize(body);
    expect((Array.prototype as { toJSON?: unknown }).toJSON).toBe(toJSON);
  });

  it('writes any JSON value the same with and without the pollution', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const clean = JSON.stringify(value);
        Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'broken', configurable: true });
        try {
          return serialize(value) === clean;
        } finally {
          Reflect.deleteProperty(Array.prototype, 'toJSON');
        }
      }),
    );
  });
});
