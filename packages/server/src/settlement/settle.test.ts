import { describe, expect, it } from 'vitest';
import { type GivenBack, givenByPlatform, settle } from './index.ts';
import { lineId, order, policy, refund, request, sums, units } from './testing/build.ts';

const credit = { resolution: 'store_credit' } as const;
const whenAllIsBack = policy({ originalShipping: 'everything' });
const given = (settled: ReturnType<typeof sums>, key: string): GivenBack => ({ key, ...settled.given });

describe('A part of a line', () => {
  const sold = order([{ quantity: 3, unitPrice: 1000, discount: 100, tax: 50 }], { taxesIncluded: false });

  it('has its share of discount and tax, rounded so that the last units get what is left', () => {
    const first = sums(request(sold, [units(1)]));
    expect(first.rows).toEqual([
      ['price', 1000],
      ['discount', -34],
      ['tax', 16],
    ]);
    const rest = sums(request(sold, [units(1, 2)], { before: [given(first, 'a')] }));
    expect(rest.rows).toEqual([
      ['price', 2000],
      ['discount', -66],
      ['tax', 34],
    ]);
    expect(first.refund + rest.refund).toBe(2950);
  });

  it('counts only units that were bought and are not back, however many are asked for', () => {
    expect(sums(request(sold, [units(1, 50)])).refund).toBe(2950);
    for (const quantity of [0, -1, 1.5, Number.NaN]) {
      expect(sums(request(sold, [units(1, quantity), units(1)])).refund).toBe(982);
    }
    const before = [
      { key: 'a', items: [{ lineId: lineId(1), quantity: 3, exchanged: false }], amount: 0, shipping: 0 },
    ];
    expect(sums(request(sold, [units(1, 1)], { before })).rows).toEqual([['price', 0]]);
  });

  it('says how much tax is inside where prices include it', () => {
    const included = order([{ quantity: 3, unitPrice: 1000, discount: 100, tax: 463 }]);
    expect(sums(request(included, [units(1)]))).toMatchObject({ refund: 966, taxIncluded: 154 });
  });
});

describe('The total of an order', () => {
  it('that is less than its lines is shared over them in proportion, as a gift card is', () => {
    const sold = order([{ unitPrice: 1000 }, { unitPrice: 2000 }, { unitPrice: 1 }], { total: 2001 });
    const one = (index: number) => sums(request(sold, [units(index)])).rows;
    expect(one(1)).toEqual([
      ['price', 1000],
      ['discount', -333],
    ]);
    expect(one(2)).toEqual([
      ['price', 2000],
      ['discount', -667],
    ]);
    expect(one(3)).toEqual([['price', 1]]);
  });

  it('that is less than its lines and their shipping takes from shipping last', () => {
    const sold = order([{ unitPrice: 1000 }], { shipping: { price: 490, tax: 0 }, total: 300 });
    expect(sums(request(sold, [units(1)], { policy: whenAllIsBack })).rows).toEqual([
      ['price', 1000],
      ['discount', -1000],
      ['shipping', 300],
    ]);
    const free = order([{ unitPrice: 100 }], { shipping: { price: 490, tax: 0 }, total: 0 });
    expect(sums(request(free, [units(1)], { policy: whenAllIsBack })).refund).toBe(0);
  });

  it('that is less than the tax of its lines takes from the tax last', () => {
    const sold = order([{ unitPrice: 1000, tax: 200 }], { taxesIncluded: false, total: 150 });
    expect(sums(request(sold, [units(1)])).rows).toEqual([
      ['price', 1000],
      ['discount', -1000],
      ['tax', 150],
    ]);
  });

  it('that is more than its lines gives the rest back with the very last units', () => {
    const sold = order([{ quantity: 2, unitPrice: 1000 }], { shipping: { price: 490, tax: 0 }, total: 2990 });
    const first = sums(request(sold, [units(1)]));
    expect(first.rows).toEqual([['price', 1000]]);
    expect(sums(request(sold, [units(1)], { before: [given(first, 'a')] })).rows).toEqual([
      ['price', 1000],
      ['other', 500],
    ]);
  });

  it('that is not known is lines and shipping', () => {
    const sold = order([{ unitPrice: 1000 }], { shipping: { price: 490, tax: 40 }, taxesIncluded: false });
    expect(sums(request(sold, [units(1)], { policy: whenAllIsBack })).refund).toBe(1530);
  });

  it('holds shipping that the platform does not tell, and that comes back by the rule of shipping only', () => {
    const sold = order([{ unitPrice: 1000 }], { total: 1490 });
    expect(sums(request(sold, [units(1)])).refund).toBe(1000);
    expect(sums(request(sold, [units(1)], { policy: whenAllIsBack })).rows).toEqual([
      ['price', 1000],
      ['shipping', 490],
    ]);
  });

  it('gives nothing back for units that were taken out of the order, whether it still holds them or not', () => {
    const line = { quantity: 3, unitPrice: 1000, removed: 1 };
    for (const total of [3000, 2000]) {
      const sold = order([line], { total, shipping: { price: 0, tax: 0 } });
      expect(sums(request(sold, [units(1, 3)], { policy: whenAllIsBack })).refund).toBe(2000);
    }
  });
});

describe('Original shipping', () => {
  const sold = order([{ quantity: 2, unitPrice: 1000 }], { shipping: { price: 490, tax: 0 } });
  const orFault = policy({ originalShipping: 'everything_or_shop_at_fault' });
  const damaged = { reason: 'damaged_or_defective' };

  it('comes back once when the shop is at fault, and not once more with the rest', () => {
    const first = sums(request(sold, [units(1, 1, damaged)], { policy: orFault }));
    expect(first).toMatchObject({ refund: 1490, given: { shipping: 490 } });
    const rest = request(sold, [units(1)], { policy: orFault, before: [given(first, 'a')] });
    expect(sums(rest).rows).toEqual([['price', 1000]]);
  });

  it('stays with the shop while something is kept, or was exchanged', () => {
    expect(sums(request(sold, [units(1)], { policy: orFault })).refund).toBe(1000);
    const swapped = sums(request(sold, [units(1, 1, { resolution: 'exchange' })], { policy: orFault }));
    const rest = request(sold, [units(1)], { policy: orFault, before: [given(swapped, 'a')] });
    expect(sums(rest).refund).toBe(1000);
  });

  it('comes back though a gift that cost nothing is kept', () => {
    const withGift = order([{ unitPrice: 1000 }, { unitPrice: 0 }], { shipping: { price: 490, tax: 0 } });
    expect(sums(request(withGift, [units(1)], { policy: whenAllIsBack })).refund).toBe(1490);
  });

  it('of what was never sent comes back with the whole order, whatever the policy says of returns', () => {
    expect(sums(request(sold, [units(1, 2)], { route: 'cancel' })).refund).toBe(2490);
    expect(sums(request(sold, [units(1, 1)], { route: 'cancel' })).refund).toBe(1000);
    expect(sums(request(sold, [units(1, 2)])).refund).toBe(2000);
  });

  it('goes to store credit when nothing goes to the original payment', () => {
    const asked = request(sold, [units(1, 2, credit)], { policy: whenAllIsBack });
    expect(sums(asked)).toMatchObject({ refund: 0, storeCredit: 2490 });
  });
});

describe('A bundle', () => {
  const inPrice = order([
    { unitPrice: 5000, quantity: 2 },
    { unitPrice: 0, quantity: 4, bundleOf: lineId(1) },
  ]);
  const ownPrices = order([
    { unitPrice: 0, quantity: 2 },
    { unitPrice: 700, quantity: 4, bundleOf: lineId(1) },
    { unitPrice: 300, quantity: 2, bundleOf: lineId(1) },
  ]);

  it('has the value; a part without a price of its own has none', () => {
    expect(sums(request(inPrice, [units(2)])).refund).toBe(0);
    expect(sums(request(inPrice, [units(1)])).refund).toBe(5000);
  });

  it('takes its parts with it, once', () => {
    const whole = sums(request(ownPrices, [units(1)]));
    expect(whole).toMatchObject({ refund: 1700 });
    expect(whole.given.items).toEqual([
      { lineId: lineId(1), quantity: 1, exchanged: false },
      { lineId: lineId(2), quantity: 2, exchanged: false },
      { lineId: lineId(3), quantity: 1, exchanged: false },
    ]);
    expect(sums(request(ownPrices, [units(1), units(2, 2), units(3)])).refund).toBe(1700);
    const rest = request(ownPrices, [units(1), units(2, 4)], { before: [given(whole, 'a')] });
    expect(sums(rest).refund).toBe(1700);
  });

  it('leaves a part that is named for something else to what it is named for', () => {
    const asked = request(ownPrices, [units(1), units(2, 2, credit)]);
    expect(sums(asked)).toMatchObject({ refund: 300, storeCredit: 1400 });
  });

  it('may come back part by part where parts have prices', () => {
    const one = sums(request(ownPrices, [units(2)]));
    expect(one.refund).toBe(700);
    expect(sums(request(ownPrices, [units(1, 2)], { before: [given(one, 'a')] })).refund).toBe(2700);
  });
});

describe('What was refunded before', () => {
  it('for nothing in particular is taken off what comes last', () => {
    const sold = order([{ quantity: 2, unitPrice: 1000 }], { refunds: [refund('1', 300)] });
    const before = givenByPlatform(sold);
    const first = sums(request(sold, [units(1)], { before }));
    expect(first.refund).toBe(1000);
    expect(sums(request(sold, [units(1)], { before: [...before, given(first, 'a')] })).rows).toEqual([
      ['price', 1000],
      ['refunded_before', -300],
    ]);
  });

  it('for units leaves nothing of them, and their sum is theirs when it is not told', () => {
    const sold = order([{ quantity: 2, unitPrice: 1000 }], { refunds: [refund('1', null, [[1, 1]])] });
    const before = givenByPlatform(sold);
    expect(sums(request(sold, [units(1, 2)], { before })).refund).toBe(1000);
    expect(sums(request(sold, [units(1, 2)], { before: [...before, ...before] })).refund).toBe(1000);
  });

  it('without a sum counts as what the units were paid with, also beside other refunds', () => {
    const sold = order([{ quantity: 2, unitPrice: 1000 }], {
      refunds: [refund('1', null, [[1, 1]]), refund('2', 400)],
    });
    expect(sums(request(sold, [units(1)], { before: givenByPlatform(sold) })).refund).toBe(600);
  });

  it('is never less than nothing', () => {
    const before = [
      { key: 'a', items: [], amount: -500, shipping: -500 },
      { key: 'b', items: [], amount: 300, shipping: 0 },
    ];
    expect(sums(request(order([{ unitPrice: 1000 }]), [units(1)], { before })).refund).toBe(700);
  });

  it('is taken from what the total held beside, then from shipping, then from the units', () => {
    const sold = order([{ unitPrice: 1000 }], { shipping: { price: 490, tax: 0 }, total: 1990 });
    const after = (amount: number) =>
      sums(
        request(sold, [units(1)], {
          policy: whenAllIsBack,
          before: [{ key: 'a', items: [], amount, shipping: 0 }],
        }),
      );
    expect(after(400)).toMatchObject({ refund: 1590, given: { amount: 1590, shipping: 490 } });
    expect(after(700)).toMatchObject({ refund: 1290, given: { amount: 1290, shipping: 290 } });
    expect(after(1200)).toMatchObject({ refund: 790, given: { amount: 790, shipping: 0 } });
  });

  it('is not made up for by a gift that comes back after everything else', () => {
    const sold = order([{ unitPrice: 1000 }, { unitPrice: 0 }], {
      shipping: { price: 490, tax: 0 },
      total: 1990,
      refunds: [refund('1', 1000, [[1, 1]])],
    });
    const asked = request(sold, [units(2)], { policy: whenAllIsBack, before: givenByPlatform(sold) });
    expect(sums(asked).rows).toEqual([['price', 0]]);
  });

  it('leaves less for money when something is exchanged in the same return', () => {
    const sold = order([{ unitPrice: 1000 }, { unitPrice: 1000 }], { refunds: [refund('1', 300)] });
    const asked = request(sold, [units(1, 1, { resolution: 'exchange' }), units(2)], {
      before: givenByPlatform(sold),
    });
    expect(sums(asked)).toMatchObject({ refund: 700, toPay: 0 });
  });

  it('does not make a replacement dearer', () => {
    const sold = order([{ unitPrice: 1000 }], { refunds: [refund('1', 900)] });
    const asked = request(sold, [units(1, 1, { resolution: 'exchange' })], { before: givenByPlatform(sold) });
    expect(sums(asked)).toMatchObject({ refund: 0, toPay: 0, total: 0 });
  });
});

describe('Nothing is said', () => {
  it('of units whose price is not known; other lines are', () => {
    const sold = order([{ unitPrice: null }, { unitPrice: 1000 }]);
    expect(settle(request(sold, [units(1)]))).toBeNull();
    expect(settle(request(sold, [units(1), units(2)]))).toBeNull();
    expect(sums(request(sold, [units(2)])).refund).toBe(1000);
  });

  it('while a unit has no resolution', () => {
    expect(settle(request(order([{}]), [units(1, 1, { resolution: null })]))).toBeNull();
  });

  it('of sums that are too large to be exact', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(settle(request(order([{ unitPrice: most, quantity: 2 }]), [units(1)]))).toBeNull();
    expect(settle(request(order([{ unitPrice: most }, {}]), [units(2)]))).toBeNull();
    expect(sums(request(order([{ unitPrice: most }]), [units(1)])).refund).toBe(most);
    const bonus = policy({
      resolutions: { refund: true, storeCredit: { bonusPercent: 1000 }, exchange: null },
    });
    expect(
      settle(request(order([{ unitPrice: most }]), [units(1, 1, credit)], { policy: bonus })),
    ).toBeNull();
  });
});
