import { defaultReviewPolicy } from '../../review-policy/defaults.ts';
import type { AskedFact, AskFacts, Hold, LineFacts, ReviewFact } from '../facts.ts';
import type { ShopperFacts } from '../shopper-facts.ts';

/** Where the facts of the tests begin. */
export const start = new Date('2026-05-01T09:00:00Z');

/** So many days after the start. */
export const onDay = (days: number): Date => new Date(start.getTime() + days * 24 * 60 * 60_000);

/** A line with one unit that was delivered on day 2, with nothing special about it. */
export function lineFacts(
  { id = 'lin_1', ...changes }: Partial<Omit<LineFacts, 'line'>> & { readonly id?: string } = {},
  line: Partial<LineFacts['line']> = {},
): LineFacts {
  return {
    line: {
      id: id as LineFacts['line']['id'],
      position: 0,
      productId: `product of ${id}`,
      productType: null,
      tags: [],
      unitPrice: 1_000,
      quantity: 1,
      discount: 0,
      shippable: true,
      ...line,
    },
    isPart: false,
    arrivals: [{ quantity: 1, shippedAt: onDay(1), deliveredAt: onDay(2) }],
    gone: 0,
    handedOver: false,
    holds: [],
    registration: { registeredAt: null, gain: null },
    review: null,
    productReviewedAt: null,
    ...changes,
  };
}

/** An order with some lines, looked at on a day. */
export function askFacts(
  lines: readonly LineFacts[],
  { day = 0, settings = {}, order = {}, ...changes }: Changes = {},
): AskFacts {
  return {
    now: onDay(day),
    order: {
      id: 'ord_1' as AskFacts['order']['id'],
      country: 'DE',
      placedAt: start,
      cancelledAt: null,
      isSale: true,
      ...order,
    },
    lines,
    asked: [],
    settings: { ...defaultReviewPolicy.asks, ...settings },
    takesMedia: true,
    ...changes,
  };
}

interface Changes extends Partial<Omit<AskFacts, 'order' | 'settings'>> {
  readonly day?: number;
  readonly order?: Partial<AskFacts['order']>;
  readonly settings?: Partial<AskFacts['settings']>;
}

/** A return or claim that was open on these days; for ever where no end is told. */
export const hold = (from: number, until: number | null, kind: Hold['kind'] = 'return'): Hold => ({
  kind,
  id: `${kind} of day ${from}`,
  number: `${kind === 'return' ? 'R' : 'C'}-1001-1`,
  openedAt: onDay(from),
  closedAt: until === null ? null : onDay(until),
});

/** A review that was sent on one day, and became public on another. */
export const reviewFact = (
  sent: number,
  published: number | null = null,
  more: Partial<ReviewFact> = {},
): ReviewFact => ({
  reviewId: 'rev_1',
  sentAt: onDay(sent),
  publishedAt: published === null ? null : onDay(published),
  withMedia: false,
  withdrawn: false,
  ...more,
});

/** A shopper who wrote a kind review on day 3 and may recommend the shop. */
export const shopperFacts = (changes: Partial<ShopperFacts> = {}): ShopperFacts => ({
  mayRefer: true,
  sharedAt: null,
  happy: { kind: 'review', at: onDay(3) },
  holds: [],
  nextElsewhere: null,
  ...changes,
});

/** An ask that was not shown yet. */
export const askedFact = (changes: Partial<AskedFact> = {}): AskedFact => ({
  kind: 'review',
  orderId: 'ord_1',
  lineId: 'lin_1',
  isOpen: true,
  offeredAt: null,
  firstShownAt: null,
  lastShownAt: null,
  turns: 0,
  turnAt: null,
  dismissals: [],
  ...changes,
});

/** An ask that was shown on a day, first and last. */
export const shownOn = (day: number, changes: Partial<AskedFact> = {}): AskedFact =>
  askedFact({
    offeredAt: onDay(day),
    firstShownAt: onDay(day),
    lastShownAt: onDay(day),
    turns: 1,
    turnAt: onDay(day),
    ...changes,
  });
