import type { RouteDecision } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { decideCovers } from './decide-covers.ts';
import { type DoorFacts, decideDoors } from './decide-doors.ts';
import { facts, plan } from './testing/build.ts';

const route = (kind: RouteDecision['route'], open: boolean): RouteDecision => ({
  route: kind,
  state: open ? 'open' : 'closed',
  quantity: open ? 1 : 0,
  opensOn: null,
  lastDay: null,
  cost: null,
  refund: null,
  rule: 'window',
  because: open ? null : 'window_ended',
  sum: null,
  problems: [],
});
const doors = (changes: Partial<DoorFacts> = {}) =>
  decideDoors({
    rights: [],
    covers: decideCovers(facts({ plan: changes.plan ?? null, today: changes.today ?? '2026-11-22' })),
    plan: null,
    origin: 'here',
    state: 'owned',
    country: 'DE',
    registration: null,
    claimOpen: false,
    benefitsUsed: {},
    paidRepairs: false,
    today: '2026-11-22',
    ...changes,
  });
const door = (kind: string, changes: Partial<DoorFacts> = {}) =>
  doors(changes).find((one) => one.route === kind);

describe('the one door', () => {
  it('is the guarantee of the law while nothing has to be proven', () => {
    const [best] = doors({ rights: [route('withdraw', true), route('return', true)] });
    expect(best).toMatchObject({
      route: 'legal_guarantee',
      best: true,
      whyBest: 'free_by_law',
      lastDay: '2028-08-03',
    });
  });

  it('is the warranty once the shopper would have to prove the defect', () => {
    const [best, next] = doors({ plan: plan(), today: '2028-01-01', paidRepairs: true });
    expect(best).toMatchObject({ route: 'warranty', whyBest: 'covered' });
    expect(next?.route).toBe('legal_guarantee');
  });

  it('is the cancellation before anything was sent', () => {
    const [best] = doors({
      rights: [route('cancel', true)],
      covers: decideCovers(facts({ deliveredOn: null, shippedOn: null })),
    });
    expect(best).toMatchObject({ route: 'cancel', whyBest: 'only_one' });
  });

  it('says so when there is only one', () => {
    expect(doors()[0]).toMatchObject({ route: 'legal_guarantee', whyBest: 'only_one' });
  });

  it.each<[string, string, Partial<DoorFacts>]>([
    ['legal_guarantee', 'cover_ended', { today: '2028-08-04' }],
    ['legal_guarantee', 'no_legal_guarantee', { covers: [] }],
    ['legal_guarantee', 'bought_elsewhere', { origin: 'elsewhere' }],
    ['legal_guarantee', 'returned', { state: 'returned' }],
    ['legal_guarantee', 'transferred', { state: 'transferred' }],
    ['legal_guarantee', 'claim_open', { claimOpen: true }],
    ['warranty', 'no_plan', {}],
    ['warranty', 'not_registered', { plan: plan({ registrationNeeded: true }) }],
    ['warranty', 'registration_open', { plan: plan({ registrationNeeded: true }), registration: 'pending' }],
    ['warranty', 'country_not_covered', { plan: plan({ countries: ['CH'] }) }],
    ['warranty', 'cover_ended', { plan: plan({ months: 1 }) }],
    ['repair', 'not_offered', {}],
    ['return', 'window_ended', { rights: [route('return', false)] }],
    ['withdraw', 'bought_elsewhere', { origin: 'elsewhere' }],
    ['withdraw', 'returned', { state: 'returned' }],
  ])('%s is closed by %s', (kind, because, changes) => {
    expect(door(kind, changes)).toMatchObject({ state: 'closed', quantity: 0, because, best: false });
  });

  it('closes a plan whose benefits are used up, and not before', () => {
    const counted = plan({ benefits: [{ kind: 'repair', total: 2 }] });
    expect(door('warranty', { plan: counted, benefitsUsed: { repair: 1 } })?.state).toBe('open');
    expect(door('warranty', { plan: counted, benefitsUsed: { repair: 2 } })?.because).toBe('benefit_used');
    const endless = plan({ benefits: [{ kind: 'repair', total: null }] });
    expect(door('warranty', { plan: endless, benefitsUsed: { repair: 99 } })?.state).toBe('open');
  });

  it('keeps what the law gives open where a day is not known', () => {
    const covers = decideCovers(facts({ deliveredOn: null, today: '2027-11-22' }));
    expect(door('legal_guarantee', { covers, today: '2027-11-22' })?.state).toBe('open');
  });
});
