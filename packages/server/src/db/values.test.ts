import { describe, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { storable, toJson, toMaybeJson } from './values.ts';

describe('storable values', () => {
  it('drops NUL, replaces half surrogate pairs and keeps everything else', () => {
    expect(storable('a\u0000b')).toBe('ab');
    expect(storable('\ud83d')).toBe('\ufffd');
    expect(storable('📦 Grüße \u202e\u0007')).toBe('📦 Grüße \u202e\u0007');
  });

  it('cleans keys and values at every depth and leaves other things alone', () => {
    const day = new Date('2026-11-24T09:00:00Z');
    expect(storable({ 'k\u0000': ['\u0000', { deep: 'x\udc00' }], day, none: null, n: 1 })).toEqual({
      k: ['', { deep: 'x\ufffd' }],
      day,
      none: null,
      n: 1,
    });
  });

  it('keeps a key called __proto__ as a key', () => {
    const cleaned = storable(JSON.parse('{"__proto__": {"a": 1}}'));
    expect(Object.keys(cleaned)).toEqual(['__proto__']);
  });

  it('writes null as the database’s null', () => {
    expect(toMaybeJson(null)).toBeNull();
    expect(toMaybeJson(undefined)).toBeNull();
    expect(toMaybeJson([])).toBe('[]');
  });
});

describeOnBothDatabases('storable values', (open) => {
  it('come back as they were stored, whatever a stranger sent', async () => {
    const { context } = await open();
    const hostile = { 'a\u0000': ['\ud83d', '<b>', '"\\', '\u2028', '0'.repeat(10_000)] };
    const { rows } = await context.db.execute('select $1::jsonb as value', [toJson(hostile)]);
    expect(rows[0]?.value).toEqual(storable(hostile));
  });
});
