import type { AskDecision, AskReason } from '@postlude/contract';

/** What is returned or complained about and holds an ask. */
export type Because = NonNullable<AskDecision['because']>;

/** How an ask about a line stands by itself, before anything else the shopper was asked is looked at. */
export type Standing =
  | { readonly state: 'ended'; readonly reason: AskReason }
  | {
      readonly state: 'held';
      readonly reason: AskReason;
      readonly because: Because | null;
      /** Null where an event decides. */
      readonly lookAgainAt: Date | null;
    }
  | {
      readonly state: 'open';
      readonly reason: 'time_has_come' | 'waited_again';
      readonly opensAt: Date;
      /** When it ends unless somebody answers. */
      readonly endsAt: Date;
    };

/** An end. */
export const ended = (reason: AskReason): Standing => ({ state: 'ended', reason });

/** A hold that nothing in particular is behind. */
export const held = (reason: AskReason, lookAgainAt: Date | null): Standing => ({
  state: 'held',
  reason,
  because: null,
  lookAgainAt,
});
