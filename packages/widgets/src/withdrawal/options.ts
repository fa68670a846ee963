// For whoever compiles against our declarations without that library.
/// <reference lib="esnext.disposable" preserve="true" />
import type { Session, SessionRequest } from '@postlude/contract';
import type { ReadonlySignal } from '@preact/signals';
import type { Environment } from '../order-session/environment.ts';
import type {
  WithdrawalEvent,
  WithdrawalField,
  WithdrawalNews,
  WithdrawalSnapshot,
  WithdrawalState,
  WithdrawalValues,
} from './state.ts';
import type { WithdrawalSource } from './withdrawal-source.ts';

/** What a withdrawal model is made of. */
export interface WithdrawalOptions {
  readonly source: WithdrawalSource;
  /** What the page proves the order by. Without it the shopper types the number and may describe the items. */
  readonly request?: SessionRequest | undefined;
  /** A session that is already open. */
  readonly session?: Session | undefined;
  /** Fills in the number. */
  readonly orderNumber?: string | undefined;
  /** Fills in the name. */
  readonly name?: string | undefined;
  /** Where the store's plain page is, for when the store cannot be asked. */
  readonly page?: string | undefined;
  /** Goes on where another model left off. Wins over all of the above. */
  readonly restore?: WithdrawalSnapshot | undefined;
  /** The browser unless given. */
  readonly environment?: Environment | undefined;
  /** Told every confirmed fact once. What it throws goes to `report`. */
  readonly onEvent?: ((event: WithdrawalEvent) => void) | undefined;
  /** Where unexpected errors go; nowhere unless given, and never to the page's own handlers. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The state of one withdrawal function and what can be done to it. Has no DOM and no text. */
export interface WithdrawalModel {
  readonly state: ReadonlySignal<WithdrawalState>;
  readonly news: ReadonlySignal<WithdrawalNews | null>;
  /** Keeps what was typed. */
  edit(field: WithdrawalField, value: string): void;
  /** Takes an item of the known order in, or out. */
  choose(itemId: string, isChosen: boolean): void;
  /** To the second step, with what stands in the fields, or says what is missing. */
  next(values: WithdrawalValues): void;
  /** Back to the form. */
  back(): void;
  /**
   * Sends the declaration: once, however often it is called; after a failure under the same key.
   * @param locale the language the acknowledgement is written in
   */
  confirm(locale: string): void;
  /** An empty form after the acknowledgement; who declares stays. */
  another(): void;
  /** Tries again where the form could not be shown. */
  refresh(): void;
  /** Milliseconds since 1970 by the model's clock. */
  now(): number;
  snapshot(): WithdrawalSnapshot;
  /** Stops requests and timers. The state stays readable and changes no more. */
  dispose(): void;
  /** The same, for `using` and for `useModel` of `@preact/signals`. */
  [Symbol.dispose](): void;
}
