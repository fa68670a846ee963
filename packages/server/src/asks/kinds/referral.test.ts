import { describe, expect, expectTypeOf, it } from 'vitest';
import { decideAsks } from '../decide.ts';
import type { AskFacts, LineFacts, ReviewFact } from '../facts.ts';
import type { ShopperFacts } from '../shopper-facts.ts';
import { askFacts, hold, lineFacts, onDay, reviewFact, shopperFacts, shownOn } from '../testing/build.ts';
import type { KindRule } from './kind.ts';

type Changes = Parameters<typeof askFacts>[1];

/** A line that was reviewed, so that nothing else is asked of it. */
const reviewed = () => lineFacts({ review: reviewFact(3, 4, { withMedia: true }) });

/** How the ask for a recommendation stands. */
const referral = (
  shopper: Partial<ShopperFacts>,
  { lines = [reviewed()], ...changes }: Changes & { lines?: LineFacts[] } = {},
) => {
  const known = decideAsks(askFacts(lines, { day: 20, ...changes }), shopperFacts(shopper));
  return known.find(({ kind }) => kind === 'referral');
};

const order = { kind: 'order', at: onDay(2) } as const;

describe('when recommending the shop is asked for', () => {
  it.each([
    ['a kind review', {}, 'due', 'time_has_come'],
    ['a second order that came', { happy: order }, 'due', 'time_has_come'],
    ['nothing that says so', { happy: null }, 'held', 'not_happy_yet'],
    ['a return of another order', { holds: [hold(10, null)] }, 'held', 'return_open'],
    ['a claim of another order', { holds: [hold(10, null, 'claim')] }, 'held', 'claim_open'],
    ['a withdrawal nobody settled', { holds: [hold(10, null, 'withdrawal')] }, 'held', 'return_open'],
    ['one that is open and no sign', { happy: null, holds: [hold(10, null)] }, 'held', 'return_open'],
    ['one that was closed a day ago', { holds: [hold(10, 19)] }, 'held', 'waiting_again'],
    ['one that was closed long ago', { holds: [hold(4, 8)] }, 'due', 'waited_again'],
    ['a link that was shared by itself', { sharedAt: onDay(12) }, 'ended', 'done_already'],
    ['no programme that takes them', { mayRefer: false }, 'ended', 'nothing_to_ask'],
  ] as const)('looks at the shopper: %s', (_, shopper, state, reason) => {
    expect(referral(shopper)).toMatchObject({ state, reason });
  });

  it('says which return holds it, whatever order that is of', () => {
    expect(referral({ holds: [hold(10, null)] })?.because).toEqual({
      kind: 'return',
      id: 'return of day 10',
      number: 'R-1001-1',
    });
  });

  it.each([
    ['the store does not ask', { settings: { referral: false } }, 'ended', 'switched_off'],
    ['nobody answered for a year', { day: 3 + 365 }, 'ended', 'ran_out'],
    ['somebody else bought it', { order: { isSale: false } }, undefined, undefined],
  ] as const)('looks at the order: %s', (_, changes, state, reason) => {
    const outcome = referral({}, changes);
    expect([outcome?.state, outcome?.reason]).toEqual([state, reason]);
  });

  it('waits for no sign longer than the store’s own time', () => {
    expect(referral({ happy: null }, { day: 2 + 364 })).toMatchObject({ state: 'held' });
    expect(referral({ happy: null }, { day: 2 + 365 })).toMatchObject({ state: 'ended', reason: 'ran_out' });
  });

  it('is asked once for an order, with the first line that came, and stays with it', () => {
    const first = lineFacts({ id: 'lin_1', arrivals: [], review: reviewFact(3, 4, { withMedia: true }) });
    const second = lineFacts({ id: 'lin_2', review: reviewFact(3, 4, { withMedia: true }) }, { position: 1 });
    expect(referral({}, { lines: [first, second] })?.lineId).toBe('lin_2');
    expect(referral({}, { lines: [first] })).toBeUndefined();
    const came = { ...first, arrivals: second.arrivals };
    expect(referral({}, { lines: [came, second] })?.lineId).toBe('lin_1');
    const asked = [shownOn(19, { kind: 'referral', lineId: 'lin_2' })];
    expect(referral({}, { lines: [came, second], asked })).toMatchObject({ lineId: 'lin_2', state: 'due' });
  });

  it('is answered by a link that was shared after it was shown, and by one for all orders', () => {
    const asked = [shownOn(10, { kind: 'referral' })];
    expect(referral({ sharedAt: onDay(11) }, { asked })?.reason).toBe('answered');
    expect(referral({ sharedAt: onDay(9) }, { asked })?.reason).toBe('done_already');
  });
});

describe('how a recommendation and other asks keep each other back', () => {
  it('rests for ninety days after it was shown with any order', () => {
    const asked = [shownOn(10, { kind: 'referral', orderId: 'ord_2' })];
    const at = (day: number) =>
      referral({ happy: { kind: 'review', at: onDay(9) } }, { day, asked, lines: [reviewed()] });
    expect(at(20)).toMatchObject({ state: 'capped', reason: 'asked_lately', lookAgainAt: onDay(100) });
    expect(at(100)).toMatchObject({ state: 'due' });
  });

  it('goes on for its week where it was shown, and not after it was dismissed', () => {
    const mine = { kind: 'referral' } as const;
    expect(referral({}, { asked: [shownOn(16, mine)] })?.state).toBe('due');
    const dismissed = [shownOn(16, { ...mine, dismissals: [onDay(17)] })];
    expect(referral({}, { asked: dismissed })).toMatchObject({ reason: 'asked_lately' });
  });

  it('waits for a week after a review was asked for, with whatever order', () => {
    const asked = [shownOn(18, { orderId: 'ord_2' })];
    expect(referral({}, { asked })).toMatchObject({
      state: 'capped',
      reason: 'asked_this_week',
      lookAgainAt: onDay(25),
    });
  });

  it('gives way to a review that is due, and to one that comes within the week', () => {
    const lines = (delivered: number) => [
      reviewed(),
      lineFacts(
        { id: 'lin_2', arrivals: [{ quantity: 1, shippedAt: null, deliveredAt: onDay(delivered) }] },
        { position: 1 },
      ),
    ];
    expect(referral({}, { lines: lines(5) })).toMatchObject({ state: 'capped', reason: 'another_first' });
    expect(referral({}, { lines: lines(10) })).toMatchObject({
      reason: 'another_first',
      lookAgainAt: onDay(24),
    });
    expect(referral({}, { lines: lines(14) })?.state).toBe('due');
    expect(referral({ nextElsewhere: onDay(26) })).toMatchObject({ lookAgainAt: onDay(26) });
    expect(referral({ nextElsewhere: onDay(28) })?.state).toBe('due');
  });

  it('puts off no review: with it or without it they are asked for at the same moment', () => {
    const asked = [shownOn(20, { kind: 'referral', orderId: 'ord_2' }), shownOn(20, { kind: 'referral' })];
    const lines = [lineFacts({ review: null })];
    const review = (known: AskFacts) =>
      decideAsks(known, shopperFacts()).filter((one) => one.kind === 'review');
    expect(review(askFacts(lines, { day: 20, asked }))).toEqual(review(askFacts(lines, { day: 20 })));
    expect(review(askFacts(lines, { day: 20, asked }))[0]?.state).toBe('due');
  });
});

describe('what decides about items', () => {
  it('has no place for a sign of being content: reviews and photos cannot be told of one', () => {
    type Told = Parameters<KindRule['stand']>;
    expectTypeOf<Told>().toEqualTypeOf<[line: LineFacts, facts: AskFacts]>();
    type Everything = keyof AskFacts | keyof LineFacts | keyof ReviewFact | keyof AskFacts['order'];
    expectTypeOf<Extract<Everything, keyof ShopperFacts>>().toEqualTypeOf<'holds'>();
    const lines = [lineFacts(), lineFacts({ id: 'lin_2', review: reviewFact(3, 4) }, { position: 1 })];
    const items = (shopper: ShopperFacts | null) =>
      decideAsks(askFacts(lines, { day: 20 }), shopper).filter(({ kind }) => kind !== 'referral');
    expect(items(shopperFacts())).toEqual(items(null));
    expect(items(shopperFacts({ happy: null, holds: [hold(10, null)] }))).toEqual(items(null));
  });
});
