// For whoever compiles against our declarations without that library.
/// <reference lib="esnext.disposable" preserve="true" />
import type { Session, SessionRequest } from '@postlude/contract';
import type { ReadonlySignal } from '@preact/signals';
import type { Environment } from './environment.ts';
import type { LookupField } from './state.ts';

/** What the model of every widget about an order is made of. */
export interface WidgetModelOptions<Source, Snapshot, Event> {
  readonly source: Source;
  /** How to open the session: by proof usually. Without it, and without a session, the shopper is asked. */
  readonly request?: SessionRequest | undefined;
  /** A session that is already open. */
  readonly session?: Session | undefined;
  /** Fills in the order's number where it is asked for. */
  readonly orderNumber?: string | undefined;
  /** Goes on where another model left off. Wins over `session` and `request`. */
  readonly restore?: Snapshot | undefined;
  /** The browser unless given. */
  readonly environment?: Environment | undefined;
  /** Told every confirmed fact once. What it throws goes to `report`. */
  readonly onEvent?: ((event: Event) => void) | undefined;
  /** Where unexpected errors go; nowhere unless given, and never to the page's own handlers. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** What every widget's model is: a state without DOM and text, and what can be done in each of its states. */
export interface WidgetModel<State, News, Snapshot> {
  readonly state: ReadonlySignal<State>;
  readonly news: ReadonlySignal<News | null>;
  /** Tries again after a failure or while waiting, or asks for news; nothing while a request is under way. */
  refresh(): void;
  /** Milliseconds since 1970 by the model's clock. */
  now(): number;
  snapshot(): Snapshot;
  /** Stops requests, timers and listeners. The state stays readable and changes no more. */
  dispose(): void;
  /** The same, for `using` and for `useModel` of `@preact/signals`. */
  [Symbol.dispose](): void;
}

/** What can be done with the form that finds an order. */
export interface LookupActions {
  /** Keeps what was typed into it. */
  edit(field: LookupField, value: string): void;
  /** Looks the order up with these values. */
  find(values: Readonly<Record<LookupField, string>>): void;
  /** Shows it, for another order or after a failure. */
  lookUp(): void;
  /** Goes on from it with a session that was looked up elsewhere; nothing in any other state. */
  enter(session: Session): void;
}
