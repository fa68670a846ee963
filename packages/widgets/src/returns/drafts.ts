import type { ReturnDraft } from '@postlude/contract';

/** A choice as it is kept between visits, with what makes sure that it is filed once. */
export interface KeptDraft {
  readonly draft: ReturnDraft;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  /** What was sent to be filed and got no answer yet; null when nothing was. */
  readonly sent: SentFiling | null;
}

/** A filing under way: the same body goes out under the same key until there is an answer. */
export interface SentFiling {
  readonly key: string;
  /** The body as JSON. */
  readonly body: string;
  readonly at: number;
}

/** Keeps one draft for each order. May throw whatever it likes: that counts as keeping nothing. */
export interface DraftStore {
  read(orderId: string): KeptDraft | null;
  /** False when it could not be kept. */
  write(orderId: string, kept: KeptDraft): boolean;
  remove(orderId: string): void;
}

const week = 7 * 24 * 3_600_000;
const nameOf = (orderId: string): string => `postlude.return.${orderId}`;

/**
 * Keeps drafts in the browser, for seven days, under Postlude's own id of the order. Something is written only after the
 * shopper chose or typed something, and nothing but that: it is what the service asked for needs, which no consent is
 * asked for (Directive 2002/58/EC, Article 5(3)). Browsers that refuse storage throw, which counts as not kept.
 */
export function browserDrafts(storage: () => Storage, now: () => number): DraftStore {
  return {
    read(orderId) {
      try {
        const kept = JSON.parse(storage().getItem(nameOf(orderId)) ?? 'null') as KeptDraft | null;
        if (kept && kept.at > now() - week && Array.isArray(kept.draft.items)) return kept;
        if (kept) storage().removeItem(nameOf(orderId));
      } catch {
        // Not ours, or not to be had.
      }
      return null;
    },
    write(orderId, kept) {
      try {
        storage().setItem(nameOf(orderId), JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    remove(orderId) {
      try {
        storage().removeItem(nameOf(orderId));
      } catch {
        // Nothing there, then.
      }
    },
  };
}
