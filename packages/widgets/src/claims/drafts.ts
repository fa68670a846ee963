import type { ClaimChoice, ClaimStep } from './state.ts';

/** What was said of an item so far, as it is kept between visits. */
export interface KeptClaim {
  readonly step: ClaimStep;
  readonly choice: ClaimChoice;
  /** Files the store has already. */
  readonly uploads: readonly string[];
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  /** What was sent to be filed and got no answer yet: the same body goes out under the same key until there is one. */
  readonly sent: { readonly key: string; readonly body: string; readonly at: number } | null;
}

/** Keeps one draft for each item. May throw whatever it likes: that counts as keeping nothing. */
export interface ClaimDrafts {
  read(passportId: string): KeptClaim | null;
  write(passportId: string, kept: KeptClaim): void;
  remove(passportId: string): void;
}

const week = 7 * 24 * 3_600_000;
const nameOf = (passportId: string): string => `postlude.claim.${passportId}`;

/**
 * Keeps drafts in the browser, for seven days, under Postlude's own id of the item. Something is written only after the shopper
 * chose or typed something, and nothing but that: it is what the service asked for needs, which no consent is asked for
 * (Directive 2002/58/EC, Article 5(3)). Browsers that refuse storage throw, which counts as not kept.
 */
export function browserClaimDrafts(storage: () => Storage, now: () => number): ClaimDrafts {
  const quietly = <Answer>(work: () => Answer): Answer | null => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  return {
    read: (passportId) =>
      quietly(() => {
        const kept = JSON.parse(storage().getItem(nameOf(passportId)) ?? 'null') as KeptClaim | null;
        if (kept && kept.at > now() - week && typeof kept.choice === 'object') return kept;
        if (kept) storage().removeItem(nameOf(passportId));
        return null;
      }),
    write: (passportId, kept) =>
      void quietly(() => storage().setItem(nameOf(passportId), JSON.stringify(kept))),
    remove: (passportId) => void quietly(() => storage().removeItem(nameOf(passportId))),
  };
}
