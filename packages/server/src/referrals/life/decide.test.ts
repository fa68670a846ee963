import { type ReferralReason, type ReferralState, referralReasons, referralStates } from '@postlude/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counting, decideReferral, graceDays, type ReferralDecision } from './decide.ts';
import type { FriendOrder, ReferralFacts } from './facts.ts';
import { testProgramme } from './testing/shop.ts';

const day = 24 * 60 * 60_000;
const start = new Date('2026-11-01T10:00:00Z');
const onDay = (days: number) => new Date(start.getTime() + days * day);

const friendOrder: FriendOrder = {
  placedAt: onDay(1),
  cancelledAt: null,
  paid: true,
  currency: 'EUR',
  country: 'DE',
  bought: 6000,
  left: 6000,
  allRefunded: false,
  isAdvocates: false,
  hasEarlier: false,
  isSomebodysFriend: false,
};

type Standing = ReferralFacts['standing'];
type Changes = Partial<Omit<ReferralFacts, 'standing' | 'order' | 'programme'>> & {
  readonly standing?: Partial<Standing>;
  readonly order?: Partial<FriendOrder> | null;
  readonly programme?: Partial<ReferralFacts['programme']>;
};

/** A friend who claimed, ordered and paid, whose order nothing looks wrong about. */
function facts({ standing, order, programme, ...changes }: Changes = {}): ReferralFacts {
  return {
    now: onDay(2),
    programme: { ...testProgramme, ...programme },
    standing: {
      state: 'ordered',
      reason: null,
      approved: false,
      hasCounted: standing?.state === 'qualified',
      claimedAt: start,
      decideBy: null,
      heldUntil: null,
      ...standing,
    },
    advocateBlocked: false,
    order: order === null ? null : { ...friendOrder, ...order },
    counted: { advocate: 0, month: 0, programme: 0 },
    verdict: 'pass',
    returns: { over: false, until: onDay(20) },
    ...changes,
  };
}

function decided(changes: Changes): ReferralDecision {
  const decision = decideReferral(facts(changes));
  if ('wants' in decision) throw new Error(`wants ${decision.wants}`);
  return decision;
}

const outcome = (changes: Changes): string => {
  const { state, reason } = decided(changes);
  return reason === null ? state : `${state} ${reason}`;
};

describe('a referral', () => {
  const hold = (days: number) => ({ hold: { until: 'days' as const, days } });
  const table: readonly (readonly [title: string, changes: Changes, outcome: string])[] = [
    ['claimed and not ordered', { order: null, standing: { state: 'claimed' } }, 'claimed'],
    ['claimed, on the last day', { order: null, standing: { state: 'claimed' }, now: onDay(30) }, 'claimed'],
    [
      'claimed, when late news can come no more',
      { order: null, standing: { state: 'claimed' }, now: onDay(30 + graceDays) },
      'voided ran_out',
    ],
    [
      'that ran out, when news of an order come after all',
      { standing: { state: 'voided', reason: 'ran_out' } },
      'held returns_open',
    ],
    ['not paid', { order: { paid: false } }, 'ordered'],
    [
      'cancelled before it was paid',
      { order: { paid: false, cancelledAt: onDay(1) } },
      'voided order_cancelled',
    ],
    [
      'refunded before it was paid',
      { order: { paid: false, allRefunded: true, left: 0 } },
      'voided order_refunded',
    ],
    ['paid', {}, 'held returns_open'],
    ['of a customer', { order: { hasEarlier: true } }, 'refused existing_customer'],
    [
      'of a customer, where every order counts',
      { order: { hasEarlier: true }, programme: { firstOrderOnly: false } },
      'held returns_open',
    ],
    ['of the advocate', { order: { isAdvocates: true } }, 'refused own_order'],
    ['of somebody’s friend', { order: { isSomebodysFriend: true } }, 'refused already_referred'],
    ['just large enough', { order: { bought: 4000, left: 4000 } }, 'held returns_open'],
    ['too small', { order: { bought: 3999, left: 3999 } }, 'refused minimum_not_reached'],
    ['of unknown prices', { order: { bought: null, left: null } }, 'held returns_open'],
    [
      'in a currency without a minimum',
      { order: { currency: 'CHF', bought: 1 }, programme: { currencies: [] } },
      'held returns_open',
    ],
    ['in another currency', { order: { currency: 'CHF' } }, 'refused currency_closed'],
    ['to another country', { programme: { countries: ['AT'] } }, 'refused country_closed'],
    ['to nowhere', { programme: { countries: ['AT'] }, order: { country: null } }, 'held returns_open'],
    ['on the last day', { order: { placedAt: onDay(30) }, now: onDay(31) }, 'held returns_open'],
    [
      'too late',
      { order: { placedAt: new Date(onDay(30).getTime() + 1) }, now: onDay(31) },
      'refused ordered_too_late',
    ],
    [
      'without a claim, whenever it is',
      { order: { placedAt: onDay(300) }, now: onDay(301), standing: { claimedAt: null } },
      'held returns_open',
    ],
    ['before its claim, by a code', { order: { placedAt: onDay(-1) } }, 'held returns_open'],
    ['of an advocate who is shut out', { advocateBlocked: true }, 'refused advocate_blocked'],
    ['that looks wrong', { verdict: 'refuse' }, 'refused looks_wrong'],
    ['that staff decide', { verdict: 'review' }, 'flagged looks_wrong'],
    [
      'that nobody decided, where it is refused then',
      { verdict: 'review', standing: { state: 'flagged', decideBy: onDay(9) }, now: onDay(9) },
      'refused looks_wrong',
    ],
    [
      'that nobody decided, where it passes then',
      {
        verdict: 'review',
        standing: { state: 'flagged', decideBy: onDay(9) },
        now: onDay(9),
        programme: { fraud: { ...testProgramme.fraud, afterReview: 'approve' } },
      },
      'held returns_open',
    ],
    ['that staff approved', { verdict: 'refuse', standing: { approved: true } }, 'held returns_open'],
    [
      'that staff approved, of a customer all the same',
      { standing: { approved: true }, order: { hasEarlier: true } },
      'refused existing_customer',
    ],
    [
      'that is flagged and refunded',
      { verdict: 'review', order: { allRefunded: true } },
      'voided order_refunded',
    ],
    ['when nothing can come back', { returns: { over: true, until: onDay(1) } }, 'qualified'],
    ['whose last day is not known', { returns: { over: false, until: null } }, 'held returns_open'],
    ['that waits for days', { programme: hold(14), returns: null }, 'held hold_days'],
    ['that waits for no day', { programme: hold(0), returns: null }, 'qualified'],
    [
      'whose days are over',
      { programme: hold(14), standing: { state: 'held', heldUntil: onDay(16) }, now: onDay(16) },
      'qualified',
    ],
    [
      'held and cancelled',
      { standing: { state: 'held' }, order: { cancelledAt: onDay(2) } },
      'voided order_cancelled',
    ],
    ['held and partly refunded', { standing: { state: 'held' }, order: { left: 4000 } }, 'held returns_open'],
    [
      'held and nearly all refunded',
      { standing: { state: 'held' }, order: { left: 3999 } },
      'voided below_minimum',
    ],
    [
      'voided, when it turns out to be of a customer',
      {
        standing: { state: 'voided', reason: 'order_cancelled' },
        order: { hasEarlier: true, cancelledAt: onDay(1) },
      },
      'refused existing_customer',
    ],
    [
      'voided, refunded as well',
      { standing: { state: 'voided', reason: 'order_cancelled' }, order: { allRefunded: true } },
      'voided order_cancelled',
    ],
    [
      'voided, when the shop takes the cancelling back',
      { standing: { state: 'voided', reason: 'order_cancelled' } },
      'held returns_open',
    ],
    [
      'voided after it counted, when the shop takes the cancelling back',
      { standing: { state: 'voided', reason: 'order_cancelled', hasCounted: true } },
      'voided order_cancelled',
    ],
    [
      'that counts and is cancelled',
      { standing: { state: 'qualified' }, order: { cancelledAt: onDay(2) } },
      'voided order_cancelled',
    ],
    [
      'that counts and is refunded',
      { standing: { state: 'qualified' }, order: { allRefunded: true } },
      'voided order_refunded',
    ],
    [
      'that counts, of an advocate who is shut out',
      { standing: { state: 'qualified' }, advocateBlocked: true },
      'qualified',
    ],
    [
      'that counts, when an earlier order is told of',
      { standing: { state: 'qualified' }, order: { hasEarlier: true } },
      'qualified',
    ],
    [
      'too small, and all refunded',
      { order: { bought: 1000, left: 0, allRefunded: true } },
      'refused minimum_not_reached',
    ],
  ];

  it.each(table)('%s: %o', (_, changes, expected) => {
    expect(outcome(changes)).toBe(expected);
  });

  describe('and its caps', () => {
    const caps = { perAdvocate: 3, perMonth: 2, programme: 100 };
    const counted = (advocate: number, month: number, programme: number) => ({ advocate, month, programme });

    it.each([
      ['advocate_full', counted(3, 0, 3)],
      ['month_full', counted(2, 2, 2)],
      ['programme_full', counted(0, 0, 100)],
    ])('is refused %s when there is no room', (reason, at) => {
      expect(outcome({ programme: { caps }, counted: at })).toBe(`refused ${reason}`);
    });

    it('is taken while there is room, or no limit', () => {
      expect(outcome({ programme: { caps }, counted: counted(2, 1, 99) })).toBe('held returns_open');
      const none = { perAdvocate: null, perMonth: null, programme: null };
      expect(outcome({ programme: { caps: none }, counted: counted(9, 9, 999) })).toBe('held returns_open');
    });

    it('keeps the room it took, and once refused for want of it stays so', () => {
      const full = { programme: { caps }, counted: counted(3, 3, 100) };
      for (const state of ['held', 'flagged'] as const) {
        expect(outcome({ ...full, standing: { state } })).toBe('held returns_open');
      }
      expect(outcome({ programme: { caps }, standing: { state: 'refused', reason: 'month_full' } })).toBe(
        'refused month_full',
      );
    });
  });

  it('asks for its score only once it is paid and nothing else speaks against it', () => {
    expect(decideReferral(facts({ verdict: null }))).toEqual({ wants: 'score' });
    for (const order of [{ paid: false }, { hasEarlier: true }, { cancelledAt: onDay(1) }]) {
      expect(decideReferral(facts({ verdict: null, order }))).not.toHaveProperty('wants');
    }
    expect(decideReferral(facts({ verdict: null, returns: null, standing: { approved: true } }))).toEqual({
      wants: 'returns',
    });
  });

  it('keeps the dates it was given', () => {
    expect(decided({ verdict: 'review' }).decideBy).toEqual(onDay(2 + 7));
    expect(decided({ verdict: 'review', standing: { decideBy: onDay(5) } })).toMatchObject({
      decideBy: onDay(5),
      lookAgainAt: onDay(5),
    });
    expect(decided({ programme: hold(14), returns: null, standing: { heldUntil: onDay(4) } })).toMatchObject({
      heldUntil: onDay(4),
      lookAgainAt: onDay(4),
    });
  });

  it('is looked at again with its last day, and every day while that is not known', () => {
    expect(decided({}).lookAgainAt).toEqual(onDay(20));
    expect(decided({ returns: { over: false, until: null } }).lookAgainAt).toEqual(onDay(3));
    // A return is under way although the last day has passed.
    expect(decided({ now: onDay(21), returns: { over: false, until: null } }).lookAgainAt).toEqual(onDay(22));
  });

  it('is refused for what is known of the order only as long as that is so', () => {
    for (const reason of ['existing_customer', 'minimum_not_reached', 'ordered_too_late'] as const) {
      expect(outcome({ standing: { state: 'refused', reason } })).toBe('held returns_open');
    }
    for (const reason of ['looks_wrong', 'by_store', 'advocate_full', 'advocate_blocked'] as const) {
      expect(outcome({ standing: { state: 'refused', reason } })).toBe(`refused ${reason}`);
    }
  });
});

describe('whatever is known', () => {
  const moment = fc.integer({ min: -5, max: 60 }).map(onDay);
  const maybe = fc.option(moment, { nil: null });
  const arbitrary: fc.Arbitrary<ReferralFacts> = fc
    .record({
      now: moment,
      state: fc.constantFrom<ReferralState>(...referralStates),
      reason: fc.constantFrom<ReferralReason | null>(null, ...referralReasons),
      approved: fc.boolean(),
      hasCounted: fc.boolean(),
      claimedAt: maybe,
      decideBy: maybe,
      heldUntil: maybe,
      advocateBlocked: fc.boolean(),
      order: fc.option(
        fc.record<FriendOrder>({
          placedAt: moment,
          cancelledAt: maybe,
          paid: fc.boolean(),
          currency: fc.constantFrom('EUR', 'CHF'),
          country: fc.constantFrom('DE', 'AT', null),
          bought: fc.constantFrom(null, 100, 6000),
          left: fc.constantFrom(null, 0, 100, 6000),
          allRefunded: fc.boolean(),
          isAdvocates: fc.boolean(),
          hasEarlier: fc.boolean(),
          isSomebodysFriend: fc.boolean(),
        }),
        { nil: null },
      ),
      counted: fc.record({ advocate: fc.nat(12), month: fc.nat(12), programme: fc.nat(12) }),
      verdict: fc.constantFrom('pass', 'review', 'refuse'),
      over: fc.boolean(),
      until: maybe,
      byDays: fc.boolean(),
    })
    .map(
      ({
        state,
        reason,
        approved,
        hasCounted,
        claimedAt,
        decideBy,
        heldUntil,
        over,
        until,
        byDays,
        ...known
      }) => ({
        ...known,
        programme: {
          ...testProgramme,
          ...(byDays ? hold : {}),
          caps: { perAdvocate: 10, perMonth: 5, programme: 11 },
        },
        standing: {
          ...{ state, reason, approved, claimedAt, decideBy, heldUntil },
          hasCounted: state === 'qualified' || (state === 'voided' && hasCounted),
        },
        returns: { over, until },
      }),
    );
  const hold = { hold: { until: 'days' as const, days: 14 } };

  const decide = (known: ReferralFacts): ReferralDecision => {
    const decision = decideReferral(known);
    if ('wants' in decision) throw new Error(`wants ${decision.wants}`);
    return decision;
  };

  const isEnd = ({ state, reason, hasCounted }: Standing) =>
    state === 'voided' && (hasCounted || reason === 'by_store');

  it('what was voided by staff, or after it counted, stays so, and what counts is only ever voided', () => {
    fc.assert(
      fc.property(arbitrary, (known) => {
        const { standing } = known;
        const { state, reason } = decide(known);
        if (isEnd(standing)) expect([state, reason]).toEqual([standing.state, standing.reason]);
        if (standing.state === 'qualified') expect(['qualified', 'voided']).toContain(state);
      }),
      { numRuns: 2000 },
    );
  });

  it('deciding again from where it went changes nothing', () => {
    fc.assert(
      fc.property(arbitrary, (known) => {
        // Who had a place and turns out not to have paid gives it up, and may find it taken.
        if (counting.has(known.standing.state) && known.order?.paid === false) return;
        const first = decide(known);
        const { state, reason, decideBy, heldUntil } = first;
        const again = decide({
          ...known,
          standing: { ...known.standing, state, reason, decideBy, heldUntil },
        });
        expect([again.state, again.reason]).toEqual([first.state, first.reason]);
      }),
      { numRuns: 2000 },
    );
  });

  it('a reason goes with what ended or waits, and a look again with what waits for time', () => {
    fc.assert(
      fc.property(arbitrary, (known) => {
        if (known.standing.state === 'clicked') return;
        const { state, reason, lookAgainAt, decideBy } = decide(known);
        const isStill = state === known.standing.state && reason === known.standing.reason;
        if (isStill) return;
        expect(reason !== null).toBe(['held', 'flagged', 'refused', 'voided'].includes(state));
        expect(lookAgainAt !== null && lookAgainAt > known.now).toBe(
          ['held', 'flagged', 'claimed'].includes(state),
        );
        expect(decideBy !== null).toBe(state === 'flagged');
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing counts that is cancelled, refunded, not paid, too small, or of an advocate who is shut out', () => {
    fc.assert(
      fc.property(arbitrary, (known) => {
        if (known.standing.state === 'qualified' || decide(known).state !== 'qualified') return;
        const { order } = known;
        expect(order).toMatchObject({
          cancelledAt: null,
          allRefunded: false,
          paid: true,
          isAdvocates: false,
        });
        expect(order?.left ?? 6000).toBeGreaterThanOrEqual(order?.currency === 'EUR' ? 4000 : 0);
        expect(known.advocateBlocked).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
