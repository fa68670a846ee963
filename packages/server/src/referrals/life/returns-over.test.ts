import type { ItemRights, RouteDecision } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { lastDayOf, returnsOver } from './returns-over.ts';

const route = (changes: Partial<RouteDecision>): RouteDecision => ({
  route: 'return',
  state: 'open',
  quantity: 1,
  opensOn: null,
  lastDay: null,
  cost: null,
  refund: null,
  rule: 'window',
  because: null,
  sum: null,
  problems: [],
  ...changes,
});
const closed = (because: RouteDecision['because'], changes: Partial<RouteDecision> = {}): RouteDecision =>
  route({ state: 'closed', quantity: 0, because, ...changes });
const item = (...routes: RouteDecision[]): ItemRights => ({ routes }) as never;

const placedAt = new Date('2026-11-01T10:00:00Z');
const over = (items: readonly ItemRights[], now: string, isOpen = false) =>
  returnsOver(lastDayOf(items), { isOpen, placedAt, timeZone: 'Europe/Berlin', now: new Date(now) });

describe('whether a friend can give anything back', () => {
  it('goes by the last day of all items and routes, to its last moment where the store is', () => {
    const items = [
      item(route({ lastDay: '2026-12-01' }), route({ route: 'withdraw', lastDay: '2026-12-08' })),
      item(route({ route: 'exchange', lastDay: '2026-12-12' }), closed('final_sale')),
    ];
    expect(over(items, '2026-12-12T22:59:59Z')).toEqual({
      over: false,
      until: new Date('2026-12-12T23:00:00Z'),
    });
    expect(over(items, '2026-12-12T23:00:00Z').over).toBe(true);
  });

  it('is over where nothing can be given back at all, and does not wait for complaints', () => {
    expect(over([], '2026-11-02T10:00:00Z')).toEqual({ over: true, until: null });
    const sold = item(closed('final_sale'), closed('not_in_country', { route: 'withdraw' }));
    expect(over([sold], '2026-11-02T10:00:00Z').over).toBe(true);
    const complaint = route({ route: 'delivery_problem', lastDay: '2027-11-02' });
    expect(over([item(closed('window_ended'), complaint)], '2026-11-02T10:00:00Z').over).toBe(true);
  });

  it('waits for what was not sent yet and for a return under way, however long', () => {
    const unsent = item(route({ route: 'cancel' }), closed('final_sale'));
    expect(over([unsent], '2028-01-01T10:00:00Z')).toEqual({ over: false, until: null });
    expect(over([item(closed('nothing_left'))], '2028-01-01T10:00:00Z', true)).toEqual({
      over: false,
      until: null,
    });
  });

  it('waits for a day that is not known, but not for ever', () => {
    for (const unknown of [item(closed('not_delivered')), item(route({ route: 'withdraw' }))]) {
      expect(over([unknown], '2026-12-31T10:00:00Z')).toEqual({ over: false, until: null });
      expect(over([unknown], '2027-02-09T22:59:59Z').over).toBe(false);
      expect(over([unknown], '2027-02-09T23:00:00Z').over).toBe(true);
    }
    const later = [item(closed('not_delivered')), item(route({ lastDay: '2027-03-01' }))];
    expect(over(later, '2027-02-20T10:00:00Z').over).toBe(false);
  });
});
