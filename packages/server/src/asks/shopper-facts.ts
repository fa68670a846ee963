import type { Hold } from './facts.ts';

/**
 * Something that tells that a shopper is content. Only what decides about recommending the shop is ever told of it: whoever
 * decides about reviews and photos is given `AskFacts`, which has no place for it (16 CFR 465, FTC guidance on soliciting reviews).
 */
export interface HappySignal {
  /**
   * `review`: a review of four stars or five that was sent. `survey`: a high answer in the shop's own survey. `order`: the shopper bought
   * again, and it was delivered.
   */
  readonly kind: 'review' | 'survey' | 'order';
  readonly at: Date;
}

/** What is known of a shopper over all their orders, for asks that are about them and not about an item. */
export interface ShopperFacts {
  /** Whether they may recommend the shop: a programme runs that takes them, and nobody shut them out. */
  readonly mayRefer: boolean;
  /** When they first shared a link or code of the programme they would be asked for. */
  readonly sharedAt: Date | null;
  /** The newest one after the last sign of the opposite; null while there is none. */
  readonly happy: HappySignal | null;
  /** Everything that is open, or was, about any of their orders. */
  readonly holds: readonly Hold[];
  /** When a review or a photo is asked for next with another of their orders; null for nothing known. */
  readonly nextElsewhere: Date | null;
}
