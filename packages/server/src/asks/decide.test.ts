import { describe, expect, it } from 'vitest';
import { decideAsks } from './decide.ts';
import type { AskFacts, LineFacts } from './facts.ts';
import { askedFact, askFacts, hold, lineFacts, onDay, reviewFact, shownOn, start } from './testing/build.ts';

/** How the ask for a review of the first line stands. */
const review = (line: LineFacts, changes: Parameters<typeof askFacts>[1]) =>
  decideAsks(askFacts([line], changes)).find(({ kind }) => kind === 'review');

const at = (facts: AskFacts, moment: string): AskFacts => ({ ...facts, now: new Date(moment) });

describe('when a review is asked for', () => {
  it.each([
    ['the day before', 15.9, 'held', 'in_use'],
    ['to the moment', 16, 'due', 'time_has_come'],
    ['long after', 300, 'due', 'time_has_come'],
    ['when its year is over', 16 + 365, 'ended', 'ran_out'],
  ])('counts the days of use from the delivery: %s', (_, day, state, reason) => {
    expect(review(lineFacts(), { day })).toMatchObject({ state, reason });
  });

  it.each([
    ['a summer that begins', '2026-03-20T23:30:00+01:00', '2026-04-03T22:30:00Z'],
    ['a winter that begins', '2026-10-20T23:30:00+02:00', '2026-11-03T21:30:00Z'],
    ['a leap day', '2028-02-20T12:00:00Z', '2028-03-05T12:00:00Z'],
    ['a February without one', '2027-02-20T12:00:00Z', '2027-03-06T12:00:00Z'],
    ['the far east', '2026-06-01T08:00:00+14:00', '2026-06-14T18:00:00Z'],
    ['the turn of the year', '2026-12-25T12:00:00-08:00', '2027-01-08T20:00:00Z'],
  ])('counts whole days from the moment of the carrier, whatever clocks do: over %s', (_, delivered, due) => {
    const line = lineFacts({
      arrivals: [{ quantity: 1, shippedAt: null, deliveredAt: new Date(delivered) }],
    });
    const facts = askFacts([line], { order: { placedAt: new Date(Date.parse(delivered) - 1) } });
    const moment = Date.parse(due);
    expect(decideAsks(at(facts, new Date(moment - 1).toISOString()))[1]).toMatchObject({ state: 'held' });
    expect(decideAsks(at(facts, new Date(moment).toISOString()))[1]).toMatchObject({ state: 'due' });
  });

  it('takes the days of the first rule that fits', () => {
    const usage = [
      { id: 'mattress', match: { productTypes: ['Mattress'] }, days: 60 },
      { id: 'all', days: 7 },
    ];
    const line = (productType: string) => lineFacts({}, { productType });
    expect(review(line('mattress'), { day: 50, settings: { usage } })?.lookAgainAt).toEqual(onDay(62));
    expect(review(line('Shirt'), { day: 9, settings: { usage } })?.state).toBe('due');
  });

  it('waits for the last parcel with units of the line', () => {
    const arrivals = [
      { quantity: 1, shippedAt: onDay(1), deliveredAt: onDay(2) },
      { quantity: 1, shippedAt: onDay(1), deliveredAt: onDay(9) },
    ];
    const line = lineFacts({ arrivals }, { quantity: 2 });
    expect(review(line, { day: 10 })?.lookAgainAt).toEqual(onDay(23));
    const open = lineFacts(
      { arrivals: arrivals.map((one, index) => (index === 1 ? { ...one, deliveredAt: null } : one)) },
      { quantity: 2 },
    );
    expect(review(open, { day: 100 })).toMatchObject({ reason: 'not_delivered', lookAgainAt: null });
    expect(review({ ...open, gone: 1 }, { day: 10 })).toMatchObject({
      reason: 'in_use',
      lookAgainAt: onDay(16),
    });
  });

  it('takes an item for delivered without news so many days after it was sent as the store says', () => {
    const line = lineFacts({ arrivals: [{ quantity: 1, shippedAt: onDay(1), deliveredAt: null }] });
    expect(review(line, { day: 40 })).toMatchObject({ reason: 'not_delivered', lookAgainAt: null });
    const settings = { deliveredAfterDays: 10 };
    expect(review(line, { day: 5, settings })).toMatchObject({ lookAgainAt: onDay(11) });
    expect(review(line, { day: 25, settings })?.state).toBe('due');
  });

  it.each([
    [
      'was cancelled before anything came',
      { order: { cancelledAt: onDay(1) } },
      { arrivals: [] },
      'order_cancelled',
    ],
    ['was refunded before it came', {}, { arrivals: [], gone: 1 }, 'never_kept'],
    ['belongs to somebody else', {}, { handedOver: true }, 'handed_over'],
    ['was reviewed with another order', {}, { productReviewedAt: onDay(-100) }, 'done_already'],
    ['was bought elsewhere', { order: { isSale: false } }, {}, 'nothing_to_ask'],
    ['is a part of a bundle', {}, { isPart: true }, 'nothing_to_ask'],
    ['is never asked about', { settings: { review: false } }, {}, 'switched_off'],
    ['never came in a year', {}, { arrivals: [] }, 'ran_out'],
  ] as const)('ends for what %s', (_, order, line, reason) => {
    expect(review(lineFacts(line), { day: 366, ...order })).toMatchObject({ state: 'ended', reason });
  });

  it('asks all the same who sent everything back, or whose order was cancelled after it came', () => {
    const line = lineFacts({ gone: 1, holds: [hold(5, 20)] });
    expect(review(line, { day: 27, order: { cancelledAt: onDay(21) } })).toMatchObject({
      state: 'due',
      reason: 'waited_again',
    });
  });

  it('asks again for a product that was reviewed more than a year ago', () => {
    expect(review(lineFacts({ productReviewedAt: onDay(-360) }), { day: 16 })?.state).toBe('due');
  });

  it('asks once for a product that is in several lines', () => {
    const lines = [
      lineFacts({ id: 'lin_1' }, { productId: 'p' }),
      lineFacts({ id: 'lin_2' }, { productId: 'p', position: 1 }),
    ];
    const outcomes = decideAsks(askFacts(lines, { day: 20 })).filter(({ kind }) => kind === 'review');
    expect(outcomes.map(({ state }) => state)).toEqual(['due', 'capped']);
  });
});

describe('what holds an ask', () => {
  it.each(['return', 'claim'] as const)('is an open %s on the item, then a fresh wait', (kind) => {
    const open = lineFacts({ holds: [hold(10, null, kind)] });
    expect(review(open, { day: 40 })).toMatchObject({
      state: 'held',
      reason: `${kind}_open`,
      because: { kind, number: kind === 'return' ? 'R-1001-1' : 'C-1001-1' },
      lookAgainAt: null,
    });
    const closed = lineFacts({ holds: [hold(10, 40, kind)] });
    expect(review(closed, { day: 41 })).toMatchObject({ reason: 'waiting_again', lookAgainAt: onDay(47) });
    expect(review(closed, { day: 47 })).toMatchObject({ state: 'due', reason: 'waited_again' });
  });

  it('changes nothing that ended before the days of use were over', () => {
    expect(review(lineFacts({ holds: [hold(3, 5)] }), { day: 16 })).toMatchObject({
      reason: 'time_has_come',
    });
  });

  it('is about its own item alone', () => {
    const lines = [lineFacts({ holds: [hold(3, null)] }), lineFacts({ id: 'lin_2' }, { position: 1 })];
    const states = decideAsks(askFacts(lines, { day: 20 })).filter(({ kind }) => kind === 'review');
    expect(states.map(({ state }) => state)).toEqual(['held', 'due']);
  });

  it('wakes nothing that had run out before it began', () => {
    expect(review(lineFacts({ holds: [hold(400, 410)] }), { day: 420 })?.reason).toBe('ran_out');
    expect(review(lineFacts({ holds: [hold(400, null)] }), { day: 420 })?.reason).toBe('ran_out');
  });

  it('ends for a return that nobody ever closes', () => {
    expect(review(lineFacts({ holds: [hold(10, null)] }), { day: 376 })?.reason).toBe('ran_out');
  });
});

describe('registration and photos', () => {
  const gain = { registeredAt: null, gain: { until: null } };

  it('asks to register first, then for the review when that had its week', () => {
    const line = lineFacts({ registration: gain });
    const facts = (day: number, asked: AskFacts['asked'] = []) =>
      Object.fromEntries(
        decideAsks(askFacts([line], { day, asked })).map(({ kind, state, reason }) => [
          kind,
          `${state} ${reason}`,
        ]),
      );
    expect(facts(2)).toEqual({ registration: 'due time_has_come', review: 'held in_use' });
    expect(facts(20)).toEqual({ registration: 'due time_has_come', review: 'capped another_first' });
    const shown = [shownOn(14, { kind: 'registration' })];
    expect(facts(20, shown)).toEqual({ registration: 'due time_has_come', review: 'capped another_first' });
    expect(facts(21, shown)).toEqual({ registration: 'capped another_first', review: 'due time_has_come' });
  });

  it('ends registering with the time there is for it, or with the registration', () => {
    const until = { registeredAt: null, gain: { until: onDay(30) } };
    const of = (line: LineFacts, day: number, asked: AskFacts['asked'] = []) =>
      decideAsks(askFacts([line], { day, asked }))[0];
    expect(of(lineFacts({ registration: until }), 29)).toMatchObject({
      state: 'due',
      lookAgainAt: onDay(30),
    });
    expect(of(lineFacts({ registration: until }), 30)).toMatchObject({ reason: 'ran_out' });
    const done = lineFacts({ registration: { ...gain, registeredAt: onDay(5) } });
    expect(of(done, 6)).toMatchObject({ reason: 'done_already' });
    expect(of(done, 6, [shownOn(3, { kind: 'registration' })])).toMatchObject({ reason: 'answered' });
    expect(of(lineFacts({ gone: 1, registration: gain }), 6)).toMatchObject({ reason: 'nothing_to_ask' });
  });

  it('asks for a photo some days after the review became public, once', () => {
    const of = (line: LineFacts, day: number) =>
      decideAsks(askFacts([line], { day })).find(({ kind }) => kind === 'media');
    expect(of(lineFacts(), 20)).toBeUndefined();
    expect(of(lineFacts({ review: reviewFact(17) }), 20)).toMatchObject({ reason: 'review_not_public' });
    expect(of(lineFacts({ review: reviewFact(17, 18) }), 20)).toMatchObject({ reason: 'in_use' });
    expect(of(lineFacts({ review: reviewFact(17, 18) }), 21)?.state).toBe('due');
    expect(of(lineFacts({ review: reviewFact(17, 18), holds: [hold(20, null)] }), 21)?.reason).toBe(
      'return_open',
    );
    const withMedia = { withMedia: true };
    expect(of(lineFacts({ review: reviewFact(17, 18, withMedia) }), 21)?.reason).toBe('done_already');
    expect(of(lineFacts({ review: reviewFact(17, 18, { withdrawn: true }) }), 21)?.reason).toBe(
      'nothing_to_ask',
    );
  });
});

describe('what caps an ask', () => {
  const other = { orderId: 'ord_2', lineId: 'lin_9' };

  it('is another marketing ask of the week, on any order, answered or not; registering is none', () => {
    const line = lineFacts();
    const of = (asked: AskFacts['asked'], day = 20) => review(line, { day, asked });
    expect(of([shownOn(15, other)])).toMatchObject({ reason: 'asked_this_week', lookAgainAt: onDay(22) });
    expect(of([shownOn(15, { ...other, isOpen: false })])).toMatchObject({ reason: 'asked_this_week' });
    expect(of([shownOn(15, { ...other, kind: 'registration' })])?.state).toBe('due');
    expect(of([shownOn(15, other)], 22)?.state).toBe('due');
  });

  it('is not the ask itself: it may be shown again for a week, then rests longer each time', () => {
    const line = lineFacts();
    const of = (asked: AskFacts['asked'], day: number) => review(line, { day, asked });
    expect(of([shownOn(16)], 22)?.state).toBe('due');
    expect(of([shownOn(16)], 23)).toMatchObject({ state: 'capped', lookAgainAt: onDay(46) });
    expect(of([shownOn(16)], 46)?.state).toBe('due');
    expect(of([shownOn(46, { turns: 2 })], 53)).toMatchObject({ state: 'capped', lookAgainAt: onDay(106) });
  });

  it('lets another item of the order join its offer', () => {
    const lines = [lineFacts(), lineFacts({ id: 'lin_2' }, { position: 1 })];
    const states = (asked: AskFacts['asked']) =>
      decideAsks(askFacts(lines, { day: 20, asked }))
        .filter(({ kind }) => kind === 'review')
        .map(({ state }) => state);
    expect(states([shownOn(18)])).toEqual(['due', 'due']);
    expect(states([shownOn(18, { isOpen: false })])).toEqual(['due', 'capped']);
  });

  it('is a rest after two dismissals of the kind, in which an offer of several items is one', () => {
    const dismissed = (day: number, orderId: string, lineId: string) =>
      shownOn(day, { orderId, lineId, dismissals: [onDay(day)] });
    const one = [dismissed(5, 'ord_2', 'a'), dismissed(5, 'ord_2', 'b')];
    expect(review(lineFacts(), { day: 20, asked: one })?.state).toBe('due');
    const two = [...one, dismissed(10, 'ord_3', 'c')];
    expect(review(lineFacts(), { day: 20, asked: two })).toMatchObject({
      reason: 'resting',
      lookAgainAt: onDay(100),
    });
    expect(review(lineFacts(), { day: 100, asked: two })?.state).toBe('due');
  });

  it('is another page of the shopper that was given something a moment ago', () => {
    const given = askedFact({ ...other, offeredAt: new Date(onDay(20).getTime() - 60_000) });
    expect(review(lineFacts(), { day: 20, asked: [given] })).toMatchObject({
      reason: 'another_first',
      lookAgainAt: new Date(onDay(20).getTime() + 14 * 60_000),
    });
    expect(review(lineFacts(), { day: 21, asked: [given] })?.state).toBe('due');
  });

  it('never outlasts the ask: what it puts off is looked at when it ends', () => {
    const asked = [shownOn(374, other)];
    expect(review(lineFacts(), { day: 375, asked })?.lookAgainAt).toEqual(onDay(16 + 365));
    expect(start).toEqual(onDay(0));
  });
});
