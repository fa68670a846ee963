import { ItemRights, type ReturnPolicyInput, routeKinds } from '@postlude/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RightsFacts } from './facts.ts';
import { decideRights, withdrawalPeriod } from './index.ts';
import { anyFacts, minute, start } from './testing/generate.ts';

const runs = { numRuns: 400 };
const holds = (name: string, check: (given: RightsFacts) => void): void =>
  it(name, () => fc.assert(fc.property(anyFacts, check), runs));

const plus = (day: string, days: number): string => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

const shuffled = <T>(rows: readonly T[]): T[] => [...rows.slice(1).toReversed(), ...rows.slice(0, 1)];

describe('rights, for generated orders, parcels and policies,', () => {
  holds('are what the wire says, with every route once and in order', (given) => {
    for (const item of decideRights(given)) {
      expect(ItemRights.parse(item)).toEqual(item);
      expect(item.routes.map(({ route }) => route)).toEqual(routeKinds);
    }
  });

  holds('are the same for the same facts, which they leave as they are', (given) => {
    const before = JSON.stringify(given);
    expect(decideRights(given)).toEqual(decideRights({ ...given }));
    expect(JSON.stringify(given)).toBe(before);
  });

  holds('do not depend on the order of rows, or on lines, parcels and refunds that come twice', (given) => {
    const again: RightsFacts = {
      ...given,
      order: {
        ...given.order,
        lines: shuffled([...given.order.lines, ...given.order.lines]),
        refunds: shuffled([...given.order.refunds, ...given.order.refunds]),
      },
      deliveries: shuffled([...given.deliveries, ...given.deliveries]).map((one) => ({
        ...one,
        items: shuffled(one.items),
      })),
      earlier: shuffled(given.earlier),
    };
    expect(decideRights(again)).toEqual(decideRights(given));
    expect(withdrawalPeriod(again)).toEqual(withdrawalPeriod(given));
  });

  it('open at most once and close at most once as time goes by, and keep their last day', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const changes = new Map<string, string[]>();
        const lastDays = new Map<string, Set<string>>();
        for (let after = -3; after < 130; after += 1) {
          const now = new Date(start + after * 24 * 60 * minute).toISOString();
          for (const item of decideRights({ ...given, now })) {
            for (const { route, state, because, sum } of item.routes) {
              const key = `${item.lineId} ${item.shipmentId} ${route}`;
              const before = changes.get(key) ?? [];
              if (before.at(-1) !== state) changes.set(key, [...before, state]);
              if (state === 'open' || because === 'window_ended') {
                const seen = lastDays.get(key) ?? new Set<string>();
                lastDays.set(key, seen.add(JSON.stringify(sum)));
              }
            }
          }
        }
        const allowed = ['open', 'closed', 'open closed', 'closed open', 'closed open closed'];
        for (const states of changes.values()) expect(allowed).toContain(states.join(' '));
        for (const [key, seen] of lastDays) {
          if (!key.endsWith('delivery_problem')) expect([key, [...seen].length]).toEqual([key, 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  holds('never leave open more units than were bought and did not leave', (given) => {
    const items = decideRights(given);
    for (const sold of given.order.lines) {
      const count = (rows: readonly { lineId: string; quantity: number }[]) =>
        rows
          .filter(({ lineId: id }) => id === sold.id)
          .reduce((sum, row) => sum + Math.max(0, row.quantity), 0);
      const stopped = count(given.earlier.filter(({ shipmentId }) => shipmentId === null));
      const removed = Math.max(0, Math.max(0, sold.removed) - stopped);
      const refunded = count(given.order.refunds.flatMap((refund) => refund.items));
      const left = Math.max(0, Math.max(0, sold.quantity) - count(given.earlier) - removed - refunded);
      const open = items.filter((item) => item.lineId === sold.id);
      expect(open.reduce((sum, item) => sum + item.quantity, 0)).toBe(left);
      for (const { quantity, routes } of open) {
        for (const route of routes) expect(route.quantity).toBe(route.state === 'open' ? quantity : 0);
      }
    }
  });

  holds('say why a route is closed, and show a sum that adds up where a day closed it', (given) => {
    const { policy: written, timeZone } = given;
    for (const { routes } of decideRights(given)) {
      for (const { state, because, sum, opensOn, lastDay, rule } of routes) {
        expect(because === null).toBe(state === 'open');
        if (because === 'window_ended') expect(sum).not.toBeNull();
        if (opensOn !== null) expect(sum?.lastDay).toBe(opensOn);
        if (sum === null) continue;
        const plain = plus(sum.from, sum.bufferDays + sum.days);
        if (sum.extendedBy === null) expect(sum.lastDay).toBe(plain);
        else expect(sum.lastDay > plain).toBe(true);
        if (sum.extendedBy === 'season') {
          expect(written.seasons?.map((season) => `season:${season.id}`)).toContain(rule);
        }
        if (sum.extendedBy === 'working_day') {
          expect([0, 6]).not.toContain(new Date(`${sum.lastDay}T12:00:00Z`).getUTCDay());
          expect(written.window.holidays).not.toContain(sum.lastDay);
          expect(sum.lastDay <= plus(plain, 12)).toBe(true);
        }
        const zone = timeZone === 'No/Where' ? 'UTC' : timeZone;
        const now = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(given.now));
        if (because === 'window_ended') expect(now > (lastDay ?? '')).toBe(true);
        if (state === 'open' && lastDay !== null) expect(now <= lastDay).toBe(true);
        if (opensOn !== null) expect(now < opensOn).toBe(true);
      }
    }
  });

  it('lose nothing by a longer window', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 30 }), (given, more) => {
        const { window, windows = [], withdrawal, deliveryProblems } = given.policy;
        const longer = (days: number | null) => (days === null ? null : days + more);
        const generous: ReturnPolicyInput = {
          ...given.policy,
          window: { ...window, days: longer(window.days) },
          windows: windows.map((one) => ({ ...one, days: longer(one.days) })),
          withdrawal: { ...withdrawal, days: withdrawal.days + more },
          deliveryProblems: { ...deliveryProblems, tellWithinDays: deliveryProblems.tellWithinDays + more },
        };
        const after = decideRights({ ...given, policy: generous });
        decideRights(given).forEach((item, at) => {
          item.routes.forEach((route, index) => {
            if (route.state === 'open') expect(after[at]?.routes[index]?.state).toBe('open');
          });
        });
      }),
      runs,
    );
  });

  it('never throw, whatever the texts and numbers are', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom('', '+275760-09-13', '0000-00-00T00:00:00Z', '9999-12-30T00:00:00Z'),
    );
    fc.assert(
      fc.property(anyFacts, odd, odd, odd, fc.double(), (given, a, b, c, number) => {
        const strange: RightsFacts = {
          ...given,
          now: a,
          timeZone: b,
          order: {
            ...given.order,
            placedAt: c,
            country: b,
            lines: given.order.lines.map((one) => ({
              ...one,
              quantity: number,
              discount: number,
              unitPrice: number,
            })),
          },
          deliveries: given.deliveries.map((one) => ({
            ...one,
            shippedAt: c,
            deliveredAt: a,
            lastScanAt: b,
            items: one.items.map((item) => ({ ...item, quantity: number })),
          })),
        };
        decideRights(strange);
        withdrawalPeriod(strange);
      }),
      runs,
    );
  });
});
