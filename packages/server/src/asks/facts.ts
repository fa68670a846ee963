import type { AskKind, AskSettings } from '@postlude/contract';
import type { SoldLine, SoldOrder } from '../orders/read-sold.ts';

/**
 * What is known of a review when it is decided what is asked. There are no stars and no words in it: whoever decides whether and
 * when somebody is asked cannot know what they think (16 CFR 465, FTC guidance on soliciting reviews).
 */
export interface ReviewFact {
  readonly reviewId: string;
  readonly sentAt: Date;
  /** Since when everybody can read it; null while nobody can. */
  readonly publishedAt: Date | null;
  /** It has a photo or a video. */
  readonly withMedia: boolean;
  /** Taken back by who wrote it. */
  readonly withdrawn: boolean;
}

/** Units of a line in a parcel that was not called off. */
export interface Arrival {
  readonly shippedAt: Date | null;
  /** The carrier's own moment; null while nobody told of it. */
  readonly deliveredAt: Date | null;
  readonly quantity: number;
}

/** Something that is to be settled before anything is asked: about an item, or about any order of the shopper. */
export interface Hold {
  /** Of an item there are returns and claims. */
  readonly kind: 'return' | 'claim' | 'withdrawal';
  readonly id: string;
  readonly number: string;
  readonly openedAt: Date;
  /** However it ended; null while it is open. */
  readonly closedAt: Date | null;
}

/** A line of the order and what became of its units. */
export interface LineFacts {
  readonly line: Pick<
    SoldLine,
    | 'id'
    | 'position'
    | 'productId'
    | 'productType'
    | 'tags'
    | 'unitPrice'
    | 'quantity'
    | 'discount'
    | 'shippable'
  >;
  /** Parts of a bundle come with it; the bundle is what is asked about. */
  readonly isPart: boolean;
  readonly arrivals: readonly Arrival[];
  /** Units that were taken out, refunded or sent back, whatever was paid for them. */
  readonly gone: number;
  /** Every unit belongs to somebody else by now. */
  readonly handedOver: boolean;
  readonly holds: readonly Hold[];
  readonly registration: {
    /** When the first unit was registered; null while none is. */
    readonly registeredAt: Date | null;
    /** Registering gives something; `until` is the last moment it does, null for no end. Null where it gives nothing. */
    readonly gain: { readonly until: Date | null } | null;
  };
  readonly review: ReviewFact | null;
  /** When the shopper last reviewed the same product with another line, or elsewhere before the reviews were imported. */
  readonly productReviewedAt: Date | null;
}

/** An ask that there is already, of this order or of another one of the shopper. */
export interface AskedFact {
  readonly kind: AskKind;
  readonly orderId: string;
  readonly lineId: string;
  /** It can still be shown: nobody answered it and it did not end. */
  readonly isOpen: boolean;
  /** When a page was last given it to show. */
  readonly offeredAt: Date | null;
  readonly firstShownAt: Date | null;
  readonly lastShownAt: Date | null;
  /** How often it had its turn, and when the last one began. */
  readonly turns: number;
  readonly turnAt: Date | null;
  readonly dismissals: readonly Date[];
}

/** Everything asks are decided from. The order of arrays is of no importance. */
export interface AskFacts {
  readonly now: Date;
  readonly order: Pick<SoldOrder, 'id' | 'country'> & {
    readonly placedAt: Date;
    readonly cancelledAt: Date | null;
    /** False for what was bought elsewhere or taken over from somebody. */
    readonly isSale: boolean;
  };
  readonly lines: readonly LineFacts[];
  /** All asks of the shopper that matter, this order's included. */
  readonly asked: readonly AskedFact[];
  readonly settings: AskSettings;
  /** The form takes photos or videos. */
  readonly takesMedia: boolean;
}
