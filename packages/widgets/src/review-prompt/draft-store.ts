import type { ReviewForm } from '@postlude/contract';

/** What is being written, as it is kept between visits. */
export interface KeptDrafts {
  readonly drafts: ReviewForm['drafts'];
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  /** True once the backend has it too: what it says counts from then on. */
  readonly isThere: boolean;
}

/** Keeps the drafts of each order. May throw whatever it likes: that counts as keeping nothing. */
export interface DraftStore {
  read(orderId: string): KeptDrafts | null;
  write(orderId: string, kept: KeptDrafts): void;
  remove(orderId: string): void;
}

const week = 7 * 24 * 3_600_000;
const nameOf = (orderId: string): string => `postlude.review.${orderId}`;

/**
 * Keeps drafts in the browser for a week. Only what the shopper wrote of things they bought: no name of an order, no contact,
 * no session.
 * @param storage asked for at each use, because a page may have it taken away
 */
export function browserDrafts(storage: () => Storage, now: () => number): DraftStore {
  return {
    read(orderId) {
      const kept = JSON.parse(storage().getItem(nameOf(orderId)) ?? 'null') as KeptDrafts | null;
      if (kept && kept.at > now() - week && typeof kept.drafts === 'object') return kept;
      if (kept) storage().removeItem(nameOf(orderId));
      return null;
    },
    write: (orderId, kept) => storage().setItem(nameOf(orderId), JSON.stringify(kept)),
    remove: (orderId) => storage().removeItem(nameOf(orderId)),
  };
}
