// For whoever compiles against our declarations without that library.
/// <reference lib="esnext.disposable" preserve="true" />
import type { Session, SessionRequest } from '@postlude/contract';
import type { ReadonlySignal } from '@preact/signals';
import type { Environment } from '../order-session/environment.ts';
import type { OrderSource } from './order-source.ts';
import type {
  LookupField,
  News,
  OrderTrackingEvent,
  OrderTrackingSnapshot,
  OrderTrackingState,
} from './state.ts';

/** What an order-tracking model is made of. */
export interface OrderTrackingOptions {
  readonly source: OrderSource;
  /** How to open the session: by proof usually. Without it, and without a session, the lookup form is shown. */
  readonly request?: SessionRequest | undefined;
  /** A session that is already open: shown at once, without a request. */
  readonly session?: Session | undefined;
  /** Fills in the number of the lookup form. */
  readonly orderNumber?: string | undefined;
  /** Goes on where another model left off. Wins over `session` and `request`. */
  readonly restore?: OrderTrackingSnapshot | undefined;
  /** The browser unless given. */
  readonly environment?: Environment | undefined;
  /** Told every confirmed fact once. What it throws goes to `report`. */
  readonly onEvent?: ((event: OrderTrackingEvent) => void) | undefined;
  /** Where unexpected errors go; nowhere unless given, and never to the page's own handlers. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** The state of one tracking card and what can be done to it. Has no DOM and no text. */
export interface OrderTrackingModel {
  readonly state: ReadonlySignal<OrderTrackingState>;
  readonly news: ReadonlySignal<News | null>;
  /** Keeps what was typed into the lookup form. */
  edit(field: LookupField, value: string): void;
  /** Looks the order up with these values. */
  find(values: Readonly<Record<LookupField, string>>): void;
  /** Tries again after a failure or while waiting, or fetches the order now; nothing while a request is under way. */
  refresh(): void;
  /** Shows the lookup form, for another order or after a failure. */
  lookUp(): void;
  /** Milliseconds since 1970 by the model's clock. */
  now(): number;
  snapshot(): OrderTrackingSnapshot;
  /** Stops requests, timers and listeners. The state stays readable and changes no more. */
  dispose(): void;
  /** The same, for `using` and for `useModel` of `@preact/signals`. */
  [Symbol.dispose](): void;
}
