import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskOutcome, decideAsks } from './decide.ts';
import type { AskedFact, AskFacts, LineFacts } from './facts.ts';
import type { ShopperFacts } from './shopper-facts.ts';
import { askedFact, askFacts, hold, lineFacts, onDay, reviewFact, shopperFacts } from './testing/build.ts';

const someDay = (most: number) => fc.integer({ min: 0, max: most });
const holds = fc
  .array(
    fc.record({ kind: fc.constantFrom('return', 'claim'), from: someDay(60), for: fc.option(someDay(60)) }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map((one, index) => ({
      ...hold(one.from, one.for === null ? null : one.from + one.for, one.kind),
      id: `${one.kind} ${index}`,
    })),
  );

const line = (index: number): fc.Arbitrary<LineFacts> =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 3 }),
      parcels: fc.array(
        fc.record({ quantity: fc.integer({ min: 1, max: 3 }), delivered: fc.option(someDay(40)) }),
        { maxLength: 3 },
      ),
      gone: fc.integer({ min: 0, max: 3 }),
      holds,
      gain: fc.constantFrom(null, { until: null }, { until: onDay(90) }),
      registered: fc.option(someDay(60)),
      review: fc.option(
        fc.record({
          sent: someDay(60),
          published: fc.option(someDay(80)),
          withMedia: fc.boolean(),
          withdrawn: fc.boolean(),
        }),
      ),
      product: fc.constantFrom('p1', 'p2', null),
      shippable: fc.boolean(),
    })
    .map((one) =>
      lineFacts(
        {
          id: `lin_${index}`,
          arrivals: one.parcels.map(({ quantity, delivered }) => ({
            quantity,
            shippedAt: onDay(1),
            deliveredAt: delivered === null ? null : onDay(delivered),
          })),
          gone: one.gone,
          holds: one.holds,
          registration: {
            registeredAt: one.registered === null ? null : onDay(one.registered),
            gain: one.gain,
          },
          review:
            one.review === null
              ? null
              : reviewFact(one.review.sent, one.review.published, {
                  withMedia: one.review.withMedia,
                  withdrawn: one.review.withdrawn,
                }),
        },
        { position: index, productId: one.product, quantity: one.quantity, shippable: one.shippable },
      ),
    );

const asked: fc.Arbitrary<AskedFact> = fc
  .record({
    kind: fc.constantFrom('registration', 'review', 'media', 'referral'),
    orderId: fc.constantFrom('ord_1', 'ord_2'),
    lineId: fc.constantFrom('lin_0', 'lin_1'),
    isOpen: fc.boolean(),
    offered: fc.option(someDay(60)),
    shown: fc.option(someDay(60)),
    dismissals: fc.array(someDay(60), { maxLength: 3 }),
  })
  .map(({ offered, shown, dismissals, ...one }) =>
    askedFact({
      ...one,
      offeredAt: offered === null ? null : onDay(offered),
      ...(shown === null
        ? {}
        : { firstShownAt: onDay(shown), lastShownAt: onDay(shown), turns: 1, turnAt: onDay(shown) }),
      dismissals: shown === null ? [] : dismissals.map((day) => onDay(shown + day)),
    }),
  );

const settings = fc.record({
  usageDays: someDay(30),
  freshWaitDays: someDay(20),
  deliveredAfterDays: fc.option(fc.integer({ min: 1, max: 30 })),
  mediaDays: someDay(10),
  endsAfterDays: fc.integer({ min: 30, max: 400 }),
});

const facts: fc.Arbitrary<AskFacts> = fc
  .record({
    lines: fc.tuple(line(0), line(1)),
    asked: fc.array(asked, { maxLength: 5 }),
    settings,
    day: someDay(120),
    cancelled: fc.option(someDay(40)),
  })
  .map(({ lines, asked: all, settings: set, day, cancelled }) =>
    askFacts(lines, {
      day,
      settings: set,
      asked: all,
      order: { cancelledAt: cancelled === null ? null : onDay(cancelled) },
    }),
  );

const shopper: fc.Arbitrary<ShopperFacts> = fc
  .record({
    mayRefer: fc.boolean(),
    shared: fc.option(someDay(60), { freq: 1 }),
    happy: fc.option(someDay(60)),
    holds,
    next: fc.option(someDay(130)),
  })
  .map(({ mayRefer, shared, happy, holds: open, next }) =>
    shopperFacts({
      mayRefer,
      sharedAt: shared === null ? null : onDay(shared),
      happy: happy === null ? null : { kind: 'review', at: onDay(happy) },
      holds: open,
      nextElsewhere: next === null ? null : onDay(next),
    }),
  );

describe('what is decided about asks', () => {
  it('is the same whatever the order of what is known, and however often it is told', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const shuffled: AskFacts = {
          ...known,
          lines: known.lines
            .map((one) => ({
              ...one,
              arrivals: one.arrivals.toReversed(),
              holds: [...one.holds, ...one.holds].toReversed(),
            }))
            .toReversed(),
          asked: [...known.asked, ...known.asked].toReversed(),
        };
        // Of one ask there is one row; rows of the same kind and line would be two asks.
        const isOneEach =
          new Set(known.asked.map((one) => `${one.kind}${one.orderId}${one.lineId}`)).size ===
          known.asked.length;
        fc.pre(isOneEach);
        expect(decideAsks(shuffled)).toEqual(decideAsks(known));
        expect(decideAsks(known)).toEqual(decideAsks(known));
      }),
    );
  });

  it('never asks about an item while a return or claim about it is open, whoever else waits', () => {
    fc.assert(
      fc.property(facts, (known) => {
        for (const outcome of decideAsks(known)) {
          const about = known.lines.find((one) => one.line.id === outcome.lineId);
          const open = about?.holds.filter(({ closedAt, kind }) =>
            outcome.kind === 'registration' ? closedAt === null && kind === 'return' : closedAt === null,
          );
          // What began after the ask had run out holds nothing: then it is over, not due.
          if (open && open.length > 0) expect(outcome.state).not.toBe('due');
        }
      }),
    );
  });

  it('shows one kind a page, each line once', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const due = decideAsks(known).filter(({ state }) => state === 'due');
        expect(new Set(due.map(({ kind }) => kind)).size).toBeLessThanOrEqual(1);
        expect(new Set(due.map(({ lineId }) => lineId)).size).toBe(due.length);
      }),
    );
  });

  it('says of everything that did not end when it is looked at again, or names what it waits for', () => {
    const waitsFor = new Set(['return_open', 'claim_open', 'not_delivered', 'another_first']);
    fc.assert(
      fc.property(facts, (known) => {
        for (const { state, reason, lookAgainAt } of decideAsks(known)) {
          if (state === 'ended') expect(lookAgainAt).toBeNull();
          else if (lookAgainAt === null) expect(waitsFor.has(reason)).toBe(true);
          else expect(lookAgainAt.getTime()).toBeGreaterThan(known.now.getTime());
        }
      }),
    );
  });

  it('ends everything with a reason when enough time passes and nobody answers', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const much = askFacts(known.lines, { ...known, now: onDay(3_000), asked: [] });
        for (const { state } of decideAsks(much)) expect(state).toBe('ended');
      }),
    );
  });

  it('makes what is held due again when what holds it closes and the wait is over, however it ended', () => {
    fc.assert(
      fc.property(facts, someDay(30), (known, after) => {
        const heldLines = decideAsks(known).filter(
          ({ reason }) => reason === 'return_open' || reason === 'claim_open',
        );
        const closed: AskFacts = {
          ...known,
          asked: [],
          lines: known.lines.map((one) => ({
            ...one,
            holds: one.holds.map((it) => ({
              ...it,
              closedAt: it.closedAt ?? new Date(Math.max(known.now.getTime(), it.openedAt.getTime())),
            })),
          })),
        };
        for (const { kind, lineId } of heldLines) {
          const later = onDay(120 + 120 + known.settings.freshWaitDays + after);
          const [outcome] = decideAsks({ ...closed, now: later }).filter(
            (one) => one.kind === kind && one.lineId === lineId,
          );
          expect(['due', 'capped', 'ended', 'held']).toContain(outcome?.state);
          expect(outcome?.reason).not.toMatch(/_open$|waiting_again/);
        }
      }),
    );
  });

  it('asks to recommend only the content with nothing open, once for an order, and says what it waits for', () => {
    fc.assert(
      fc.property(facts, shopper, (known, about) => {
        const all = decideAsks(known, about);
        expect(all.filter(({ kind }) => kind !== 'referral').map(plainly)).toEqual(
          decideAsks(known).map(plainly),
        );
        const [mine, another] = all.filter(({ kind }) => kind === 'referral');
        expect(another).toBeUndefined();
        if (mine?.state === 'due') {
          expect(about).toMatchObject({ mayRefer: true, sharedAt: null, happy: { kind: 'review' } });
          expect(about.holds.filter(({ closedAt }) => closedAt === null)).toEqual([]);
          expect(all.filter(({ state }) => state === 'due')).toHaveLength(1);
        }
        if (mine?.state === 'held' && mine.lookAgainAt === null) {
          expect(['not_happy_yet', 'return_open', 'claim_open']).toContain(mine.reason);
        }
        const shuffled = { ...about, holds: [...about.holds, ...about.holds].toReversed() };
        expect(decideAsks(known, shuffled)).toEqual(all);
        const late = decideAsks(askFacts(known.lines, { ...known, now: onDay(3_000), asked: [] }), about);
        for (const { state } of late) expect(state).toBe('ended');
      }),
    );
  });

  it('knows no stars, no words and no sums: such a fact cannot even be told', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 5 }), fc.integer(), (known, stars, refund) => {
        const told = {
          ...known,
          lines: known.lines.map((one) => ({
            ...one,
            refund,
            review: one.review && { ...one.review, stars, text: 'Terrible!' },
          })),
        };
        expect(decideAsks(told)).toEqual(decideAsks(known));
      }),
    );
  });
});

/** As it reads: two facts of the same moment are the same. */
const plainly = ({ kind, lineId, state, reason, lookAgainAt }: AskOutcome) => ({
  kind,
  lineId,
  state,
  reason,
  lookAgainAt,
});
