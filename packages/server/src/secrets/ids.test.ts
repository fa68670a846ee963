import { idOf } from '@postlude/contract';
import { beforeEach, describe, expect, it, vi } from 'vitest';

let newId: typeof import('./ids.ts').newId;
let uuidv7: typeof import('./ids.ts').uuidv7;

// The times of these tests are no others' business: an id is never before the one made last.
beforeEach(async () => {
  vi.resetModules();
  ({ newId, uuidv7 } = await import('./ids.ts'));
});

describe('ids', () => {
  it('are what the contract accepts', () => {
    expect(idOf('order').safeParse(newId('order')).success).toBe(true);
    expect(newId('store')).toMatch(/^sto_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
  });

  it('rise, within one millisecond and when the clock is set back', () => {
    const now = Date.now() + 10_000;
    const ids = Array.from({ length: 10_000 }, (_, count) => uuidv7(count < 9_000 ? now : now - 60_000));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('begin with the time', () => {
    const now = Date.now() + 100_000;
    expect(Number.parseInt(uuidv7(now).slice(0, 12), 16)).toBe(now);
  });
});
