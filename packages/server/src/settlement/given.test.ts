import { describe, expect, it } from 'vitest';
import { leftToGive } from './index.ts';
import { lineId, order, refund } from './testing/build.ts';

describe('What is left of what was paid', () => {
  const sold = order([{ quantity: 2, unitPrice: 2000 }], { shipping: { price: 490, tax: 0 }, total: 4490 });
  const back = (key: string, amount: number | null, quantity = 1) => ({
    key,
    items: [{ lineId: lineId(1), quantity, exchanged: false }],
    amount,
    shipping: 0,
  });

  it('is all of it less what came back, also when every unit is back', () => {
    expect(leftToGive(sold, [])).toBe(4490);
    expect(leftToGive(sold, [back('a', 2000)])).toBe(2490);
    expect(leftToGive(sold, [back('a', 2000), back('b', 2000)])).toBe(490);
    expect(leftToGive(sold, [back('a', 2000), back('b', 5000)])).toBe(0);
  });

  it('counts each refund once, and one without a sum as what its units were paid with', () => {
    expect(leftToGive(sold, [back('a', 2000), back('a', 2000)])).toBe(2490);
    expect(leftToGive(sold, [back('a', null, 2)])).toBe(490);
  });

  it('is not known where what was paid is not', () => {
    const unknown = order([{ unitPrice: null }]);
    expect(leftToGive(unknown, [])).toBeNull();
    expect(leftToGive({ ...unknown, total: 900, refunds: [refund('1', 100)] }, [back('a', 100)])).toBe(800);
  });
});
