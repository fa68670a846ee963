import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskFacts } from './facts.ts';
import { kindRules } from './kinds/index.ts';
import type { HappySignal, ShopperFacts } from './shopper-facts.ts';
import { askFacts, hold, lineFacts, onDay, shopperFacts } from './testing/build.ts';
import { Shopper } from './testing/shopper.ts';

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

  const signal = fc.option(
    fc.record({
      kind: fc.constantFrom<HappySignal['kind']>('review', 'order'),
      day: fc.integer({ min: 0, max: 60 }),
    }),
  );
  const course = fc
    .record({
      happy: signal,
      mayRefer: fc.boolean(),
      shared: fc.option(fc.integer({ min: 0, max: 200 })),
      open: fc.option(
        fc.record({ from: fc.integer({ min: 0, max: 60 }), for: fc.integer({ min: 1, max: 40 }) }),
      ),
    })
    .map(({ happy, mayRefer, shared, open }) => (now: Date): ShopperFacts => {
      const ended = open && onDay(open.from + open.for) <= now;
      return shopperFacts({
        mayRefer,
        happy: happy && onDay(happy.day) <= now ? { kind: happy.kind, at: onDay(happy.day) } : null,
        sharedAt: shared !== null && onDay(shared) <= now ? onDay(shared) : null,
        holds: open && onDay(open.from) <= now ? [hold(open.from, ended ? open.from + open.for : null)] : [],
      });
    });

  it('is asked for reviews and photos alike, content or not: whoever is asked to recommend as well', () => {
    fc.assert(
      fc.property(views, fc.boolean(), course, (all, gain, known) => {
        const orders = {
          one: order('one', 2, gain),
          two: order('two', 5, false),
          three: order('three', 20, gain),
        };
        const content = new Shopper(orders, known);
        const other = new Shopper(orders);
        let at = onDay(0).getTime();
        for (const view of all) {
          at += view.hours * 60 * 60_000;
          const now = new Date(at);
          const ofItems = (shopper: Shopper) =>
            shopper.decide(view.order, now).filter(({ kind }) => kind !== 'referral');
          expect(ofItems(content)).toEqual(ofItems(other));
          content.view(view.order, now, view.dismisses);
          other.view(view.order, now, view.dismisses);
        }
      }),
    );
  });

  it('is asked to recommend only when content and nothing is open, a week after other asks, once in ninety days', () => {
    let asked = 0;
    fc.assert(
      fc.property(views, course, (all, known) => {
        const shopper = new Shopper(
          { one: order('one', 2, false), two: order('two', 5, false), three: order('three', 20, false) },
          known,
        );
        let at = onDay(0).getTime();
        for (const view of all) {
          at += view.hours * 60 * 60_000;
          const due = shopper.view(view.order, new Date(at), view.dismisses);
          if (due[0]?.kind !== 'referral') continue;
          asked += 1;
          expect(due).toHaveLength(1);
          const { happy, holds, sharedAt, mayRefer } = known(new Date(at));
          expect({ isHappy: happy !== null, sharedAt, mayRefer }).toEqual({
            isHappy: true,
            sharedAt: null,
            mayRefer: true,
          });
          expect(holds.filter(({ closedAt }) => closedAt === null)).toEqual([]);
        }
        const seen = shopper.seen;
        for (const [index, one] of seen.entries()) {
          if (one.kind !== 'referral') continue;
          for (const before of seen.slice(0, index)) {
            const apart = one.at.getTime() - before.at.getTime();
            const isSame = before.kind === 'referral' && before.orderId === one.orderId && apart < 7 * days;
            if (isSame) continue;
            // Shown for the first time, or again after its pause; in its own week it goes on.
            const goesOn = seen.some(
              (same) =>
                same.kind === 'referral' &&
                same.orderId === one.orderId &&
                same.at < one.at &&
                one.at.getTime() - same.at.getTime() < 7 * days,
            );
            if (goesOn) continue;
            expect(apart).toBeGreaterThanOrEqual((before.kind === 'referral' ? 90 : 7) * days);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(asked).toBeGreaterThan(0);
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
