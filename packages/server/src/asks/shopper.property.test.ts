import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskFacts } from './facts.ts';
import { kindRules } from './kinds/index.ts';
import { askFacts, lineFacts, onDay } from './testing/build.ts';
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
