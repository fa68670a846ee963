import type { ReferralClaim } from '@postlude/contract';
import type { ClaimedState, ReferralOfferModel } from '@postlude/widgets/referral-offer';

const mark = 'postludeOffer';

interface Kept {
  /** The code of the invitation it was claimed with; null where it was typed. */
  readonly code: string | null;
  readonly claim: ReferralClaim;
}

/** What the page keeps with this entry of the tab's history; null where that is no object and so cannot be added to. */
const entry = (): Readonly<Record<string, unknown>> | null => {
  const state: unknown = history.state ?? {};
  return typeof state === 'object' ? (state as Record<string, unknown>) : null;
};

/**
 * What a friend was given, kept with this entry of the tab's history and nowhere else: it lasts over a reload and a way back, goes
 * with the tab, and is sent to nobody. There is nothing before a friend has asked for a code.
 */
export function keptClaim(code: string | undefined): ClaimedState | undefined {
  const kept = entry()?.[mark] as Kept | undefined;
  return kept?.claim?.token && kept.code === (code ?? null)
    ? { kind: 'claimed', claim: kept.claim }
    : undefined;
}

/** Keeps what the model is given from now on, and forgets it when the friend goes back to the field. Returns what ends that. */
export const keepClaim = (model: ReferralOfferModel, code: () => string | undefined): (() => void) =>
  model.state.subscribe((now) => {
    const kept: Kept | undefined =
      now.kind === 'claimed' ? { code: code() ?? null, claim: now.claim } : undefined;
    const state = entry();
    if (!state || (!kept && !state[mark])) return;
    const { [mark]: _, ...others } = state;
    try {
      // From the prototype, because routers and counters put functions of their own in its place, to whom this is no news.
      History.prototype.replaceState.call(history, kept ? { ...others, [mark]: kept } : others, '');
    } catch {
      // Some frames may not. Then a reload asks again.
    }
  });
