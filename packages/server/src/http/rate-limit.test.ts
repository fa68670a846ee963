import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

const at = (milliseconds: number) => new Date(milliseconds);

describe('a rate limit', () => {
  it('lets so many requests through and then says when to come back', () => {
    const limit = createRateLimit({ requests: 2, window: 1000 });
    limit.take('a', at(0));
    limit.take('a', at(999));
    expect(() => limit.take('a', at(999))).toThrowError(
      expect.objectContaining({ code: 'rate_limited', details: { retryAt: at(1000) } }),
    );
    limit.take('a', at(1000));
  });

  it('counts everybody alone', () => {
    const limit = createRateLimit({ requests: 1, window: 1000 });
    limit.take('a', at(0));
    limit.take('b', at(0));
    expect(() => limit.take('a', at(1))).toThrow();
  });

  it('remembers no more than it may', () => {
    const limit = createRateLimit({ requests: 1, window: 1000, addresses: 3 });
    for (const key of ['a', 'b', 'c', 'd', 'e']) limit.take(key, at(0));
    // The oldest were forgotten, the newest are known.
    limit.take('a', at(1));
    expect(() => limit.take('e', at(1))).toThrow();
  });
});
