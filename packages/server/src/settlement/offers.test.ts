import type { ReturnPolicyInput } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import {
  autoApproval,
  givenByPlatform,
  isShopsFault,
  offeredMethods,
  paidFor,
  settle,
  valueFor,
} from './index.ts';
import { lineId, order, policy, refund, request, units } from './testing/build.ts';

const mugs = order([{ quantity: 2, unitPrice: 2000, tags: ['Sale'] }, { unitPrice: 500 }]);
const damaged = { reason: 'damaged_or_defective' };

describe('The ways back', () => {
  const rules = policy({
    methods: [
      { id: 'label', kind: 'label', price: 490, name: { en: 'Label' } },
      { id: 'paris', kind: 'in_store', price: 0, countries: ['FR'] },
      { id: 'gift', kind: 'keep_item', price: 0 },
    ],
    keepItemUpTo: 500,
  });
  const offered = (asked: Parameters<typeof request>[1], more: Parameters<typeof request>[2] = {}) => {
    const { methods, keepItem } = offeredMethods(request(mugs, asked, { policy: rules, ...more }));
    return { keepItem, methods: methods.map(({ id, price, waived }) => [id, price.amount, waived]) };
  };

  it('are those of the country, with their price', () => {
    expect(offered([units(1)])).toEqual({ keepItem: false, methods: [['label', 490, false]] });
    expect(offered([units(1)], { country: 'FR' }).methods).toHaveLength(2);
    expect(offered([units(1)], { country: null }).methods).toEqual([['label', 490, false]]);
  });

  it('cost nothing when the shop is at fault for everything that goes back', () => {
    expect(offered([units(1, 1, damaged)]).methods).toEqual([['label', 0, true]]);
    expect(offered([units(1, 1, damaged), units(2)]).methods).toEqual([['label', 490, false]]);
  });

  it('are to keep what is worth no more than the store wants back, and nothing else', () => {
    expect(offered([units(2)])).toEqual({ keepItem: true, methods: [['gift', 0, false]] });
    expect(offered([units(2), units(1)]).keepItem).toBe(false);
    const nameless = { ...rules, methods: rules.methods.slice(0, 1) };
    expect(offered([units(2)], { policy: nameless })).toEqual({
      keepItem: true,
      methods: [['keep_item', 0, false]],
    });
    expect(offered([units(2)], { policy: { ...rules, keepItemUpTo: null } }).keepItem).toBe(false);
  });

  it('are to keep up to that worth for all returns of an order together, and a return says that its items are kept', () => {
    expect(offered([units(2)], { keptBefore: 1 }).keepItem).toBe(false);
    const kept = (method: string, asked = [units(2)]) =>
      settle(request(mugs, asked, { policy: rules, method }))?.given.kept;
    expect([kept('gift'), kept('keep_item'), kept('label')]).toEqual([true, true, undefined]);
  });

  it('are none for what was not sent or did not arrive, and to keep is not for what has no known price', () => {
    expect(offered([units(2)], { route: 'cancel' })).toEqual({ keepItem: false, methods: [] });
    expect(offered([units(2)], { route: 'delivery_problem' })).toEqual({ keepItem: false, methods: [] });
    expect(offered([units(1)], { order: order([{ unitPrice: null }]) }).keepItem).toBe(false);
  });
});

describe('A return is approved at once', () => {
  type Rule = ReturnPolicyInput['autoApprovals'][number];
  const approved = (rule: Omit<Rule, 'id'>, asked = [units(1)]) =>
    autoApproval(request(mugs, asked, { policy: policy({ autoApprovals: [{ id: 'rule', ...rule }] }) })) ===
    'rule';

  it('when all conditions of one rule hold for all its items', () => {
    expect(approved({})).toBe(true);
    expect(approved({ match: { tags: ['sale'] } })).toBe(true);
    expect(approved({ match: { tags: ['sale'] } }, [units(1), units(2)])).toBe(false);
    expect(approved({ reasons: ['changed_my_mind'] })).toBe(true);
    expect(approved({ reasons: ['changed_my_mind'] }, [units(1), units(2, 1, damaged)])).toBe(false);
    expect(approved({ resolutions: ['store_credit'] })).toBe(false);
    expect(approved({ resolutions: ['refund'] }, [units(1, 1, { resolution: null })])).toBe(false);
  });

  it('up to a value, which has to be known', () => {
    expect(approved({ upTo: 2000 })).toBe(true);
    expect(approved({ upTo: 2000 }, [units(1, 2)])).toBe(false);
    const unknown = request(order([{ unitPrice: null }]), [units(1)], {
      policy: policy({ autoApprovals: [{ id: 'rule', upTo: 1_000_000 }] }),
    });
    expect(autoApproval(unknown)).toBeNull();
  });

  it('by the first rule that fits, and never for nothing', () => {
    const rules = policy({ autoApprovals: [{ id: 'one', upTo: 100 }, { id: 'two' }, { id: 'three' }] });
    expect(autoApproval(request(mugs, [units(1)], { policy: rules }))).toBe('two');
    expect(autoApproval(request(mugs, [], { policy: rules }))).toBeNull();
    expect(autoApproval(request(mugs, [{ ...units(1), lineId: lineId(9) }], { policy: rules }))).toBeNull();
  });
});

describe('One item alone', () => {
  const bonus = policy({
    fees: [{ id: 'fee', kind: 'flat', value: 300 }],
    resolutions: { refund: true, storeCredit: { bonusPercent: 1010 }, exchange: null },
  });

  it('is worth what it was paid with, and a bonus as store credit; fees apart', () => {
    const asked = request(mugs, [], { policy: bonus });
    expect(valueFor(asked, units(1), 'refund')).toEqual({ value: 2000, bonus: 0 });
    expect(valueFor(asked, units(2), 'store_credit')).toEqual({ value: 550, bonus: 50 });
    expect(valueFor(asked, units(1), 'exchange')).toBeNull();
    expect(valueFor({ ...asked, order: order([{ unitPrice: null }]) }, units(1), 'refund')).toBeNull();
  });

  it('is worth no more than can still come back', () => {
    const before = [{ key: 'a', items: [], amount: 3000, shipping: 0 }];
    expect(valueFor(request(mugs, [], { before }), units(1), 'refund')).toEqual({ value: 1500, bonus: 0 });
  });

  it('was paid with its share of the line', () => {
    const sold = order([{ quantity: 3, unitPrice: 1000, discount: 100 }], {
      refunds: [refund('1', 966, [[1, 1]])],
    });
    expect(paidFor(sold, lineId(1), 1, [])).toBe(966);
    expect(paidFor(sold, lineId(1), 3, [])).toBe(2900);
    const before = givenByPlatform(sold);
    expect(paidFor(sold, lineId(1), 3, [...before, ...before])).toBe(1934);
    expect(paidFor(order([{ unitPrice: null }]), lineId(1), 1, [])).toBeNull();
  });
});

describe('The shop is at fault', () => {
  const tree = policy({
    reasons: [
      {
        code: 'broken',
        shopAtFault: true,
        children: [{ code: 'on_the_way' }, { code: 'by_me', shopAtFault: false }],
      },
      { code: 'size', children: [{ code: 'mislabelled', shopAtFault: true }] },
    ],
  });

  it.each([
    ['broken', true],
    ['broken.on_the_way', true],
    ['broken.by_me', false],
    ['size', false],
    ['size.mislabelled', true],
    ['mislabelled', false],
    ['broken.unheard_of', false],
    [null, false],
  ])('for %s: %s', (reason, fault) => {
    expect(isShopsFault(tree, reason)).toBe(fault);
  });
});
