import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAsks } from './decide.ts';
import type { AskedFact, AskFacts, LineFacts } from './facts.ts';
import { kindRules } from './kinds/index.ts';
import { askedFact, askFacts, hold, lineFacts, onDay, reviewFact } from './testing/build.ts';
import { Shopper } from './testing/shopper.ts';

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
    kind: fc.constantFrom('registration', 'review', 'media'),
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

describe('a shopper with several orders', () => {
  const days = 24 * 60 * 60_000;
  const order = (id: string, delivered: number, gain: boolean) => () => {
    const {
      now: _,
      asked: __,
      ...known
    } = askFacts(
      [
        lineFacts({
          id: `${id} a`,
          arrivals: [{ quantity: 1, shippedAt: onDay(0), deliveredAt: onDay(delivered) }],
          registration: { registeredAt: null, gain: gain ? { until: null } : null },
        }),
        lineFacts(
          {
            id: `${id} b`,
            arrivals: [{ quantity: 1, shippedAt: onDay(0), deliveredAt: onDay(delivered + 3) }],
          },
          { position: 1 },
        ),
      ],
      { order: { id: id as AskFacts['order']['id'] } },
    );
    return known;
  };
  const views = fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 24 * 20 }),
      order: fc.constantFrom('one', 'two', 'three'),
      dismisses: fc.boolean(),
    }),
    { maxLength: 60 },
  );

  it('is asked for one thing in seven days, over all orders, kinds and devices', () => {
    fc.assert(
      fc.property(views, fc.boolean(), (all, gain) => {
        const shopper = new Shopper({
          one: order('one', 2, gain),
          two: order('two', 5, false),
          three: order('three', 20, gain),
        });
        let at = onDay(0).getTime();
        for (const view of all) {
          at += view.hours * 60 * 60_000;
          shopper.view(view.order, new Date(at), view.dismisses);
        }
        const marketing = shopper.seen.filter(({ kind }) => kindRules[kind].marketing);
        for (const [index, one] of marketing.entries()) {
          for (const other of marketing.slice(index + 1)) {
            const isSame = one.kind === other.kind && one.orderId === other.orderId;
            if (!isSame) expect(other.at.getTime() - one.at.getTime()).toBeGreaterThanOrEqual(7 * days);
          }
        }
      }),
    );
  });

  it('is left in peace for ninety days after two dismissals of a kind', () => {
    fc.assert(
      fc.property(views, (all) => {
        const shopper = new Shopper({
          one: order('one', 2, false),
          two: order('two', 5, false),
          three: order('three', 20, false),
        });
        let at = onDay(0).getTime();
        let dismissed = 0;
        let restUntil = 0;
        for (const view of all) {
          at += view.hours * 60 * 60_000;
          const due = shopper.view(view.order, new Date(at), view.dismisses);
          if (due.length === 0) continue;
          expect(at).toBeGreaterThanOrEqual(restUntil);
          if (!view.dismisses) continue;
          dismissed += 1;
          if (dismissed % 2 === 0) restUntil = at + 90 * days;
        }
      }),
    );
  });

  it('is asked for everything in the end who keeps looking: what is put off is not dropped', () => {
    const shopper = new Shopper({
      one: order('one', 2, true),
      two: order('two', 5, false),
      three: order('three', 20, true),
    });
    for (let day = 0; day < 120; day += 1) {
      for (const id of ['one', 'two', 'three']) shopper.view(id, new Date(onDay(day).getTime() + 60_000));
    }
    const asks = new Set(shopper.seen.flatMap(({ kind, lineIds }) => lineIds.map((id) => `${kind} ${id}`)));
    expect([...asks].toSorted()).toEqual([
      'registration one a',
      'registration three a',
      'review one a',
      'review one b',
      'review three a',
      'review three b',
      'review two a',
      'review two b',
    ]);
  });
});
