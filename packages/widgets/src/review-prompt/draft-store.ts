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

/** What was kept on this machine; a store that throws has nothing. */
export function readKept(store: DraftStore | null, orderId: string): KeptDrafts | null {
  try {
    return store?.read(orderId) ?? null;
  } catch {
    return null;
  }
}

/** Keeps drafts on this machine, as far as it lets us. Those the backend has too and that say nothing are forgotten. */
export function keepHere(
  store: DraftStore | null,
  orderId: string,
  drafts: ReviewForm['drafts'],
  at: number,
  isThere = false,
): void {
  try {
    if (isThere && Object.keys(drafts).length === 0) store?.remove(orderId);
    else store?.write(orderId, { drafts, at, isThere });
  } catch {
    // Then the backend keeps them alone.
  }
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
