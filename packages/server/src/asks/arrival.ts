import type { AskFacts, LineFacts } from './facts.ts';
import { daysAfter, later } from './limits.ts';

/** Whether the units of a line are with their owner. */
export type Arrived =
  | { readonly state: 'arrived'; readonly at: Date }
  /** None will come any more. */
  | { readonly state: 'never' }
  /** Null: an event decides. */
  | { readonly state: 'awaited'; readonly lookAgainAt: Date | null };

/**
 * When the last unit of a line came: by the carrier's own moment of the parcel it was in. Where nobody ever tells of a
 * delivery, so many days after it was sent as the store says. What is put into no parcel is there with the order. Units that
 * were taken out or refunded are not waited for; it is not known which ones they were, so they count as those that are missing.
 */
export function arrivalOf(
  { line, arrivals, gone }: LineFacts,
  { order, settings, now }: Pick<AskFacts, 'order' | 'settings' | 'now'>,
): Arrived {
  if (line.quantity <= 0) return { state: 'never' };
  if (!line.shippable) return { state: 'arrived', at: order.placedAt };
  const parcels = arrivals
    .filter(({ quantity }) => quantity > 0)
    .map(({ quantity, shippedAt, deliveredAt }) => {
      const { deliveredAfterDays: patience } = settings;
      const taken = patience === null || shippedAt === null ? null : daysAfter(shippedAt, patience);
      return { quantity, at: deliveredAt ?? taken };
    });
  const there = parcels.flatMap(({ at, quantity }) => (at !== null && at <= now ? [{ at, quantity }] : []));
  const sent = parcels.reduce((sum, { quantity }) => sum + quantity, 0);
  const came = there.reduce((sum, { quantity }) => sum + quantity, 0);
  const missing = sent - came + Math.max(0, line.quantity - sent);
  if (came === 0 && gone >= line.quantity) return { state: 'never' };
  if (came > 0 && missing <= gone) {
    return { state: 'arrived', at: there.map(({ at }) => at).reduce(later) };
  }
  const next = parcels.flatMap(({ at }) => (at !== null && at > now ? [at.getTime()] : []));
  return { state: 'awaited', lookAgainAt: next.length > 0 ? new Date(Math.min(...next)) : null };
}
