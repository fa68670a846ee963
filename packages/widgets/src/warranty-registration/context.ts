import type { PassportList, Session } from '@postlude/contract';
import type { Signal } from '@preact/signals';
import type { ClaimsModel } from '../claims/options.ts';
import type { ClaimsSnapshot } from '../claims/state.ts';
import type { Environment } from '../order-session/environment.ts';
import type { ReceivedProblem } from '../order-session/problem.ts';
import type { Requests } from '../order-session/requests.ts';
import type { FoundBy } from '../order-session/state.ts';
import type { Access } from '../returns/access.ts';
import type { PreparePhoto } from '../returns/photos/photo.ts';
import type { RegistrationSource } from './registration-source.ts';
import type { Origin, ReadyState, RegistrationEvent, RegistrationNews, RegistrationState } from './state.ts';

/** What the claims of an item share with the model around them, which outlives what is on screen. */
export interface ClaimsAround {
  readonly world: Environment;
  /** Another one with each session. */
  readonly access: Access;
  emit(event: RegistrationEvent): void;
  sessionEnded(): void;
  /** The claims of the item that was opened last, until its owner leaves them; null without any. */
  claims: ClaimsModel | null;
  /** What was left of them in another place of the page. */
  claimsLeft: ClaimsSnapshot | undefined;
}

/** What the parts of one registration model share. */
export interface Context extends ClaimsAround {
  readonly source: RegistrationSource;
  readonly preparePhoto: PreparePhoto | undefined;
  readonly state: Signal<RegistrationState>;
  readonly requests: Requests;
  /** The items on screen; null when something else is. */
  ready(): ReadyState | null;
  /** Changes what is known of them; does nothing when something else is on screen. */
  set(facts: Partial<ReadyState>): void;
  say(code: RegistrationNews['code']): void;
  /** Tells the page of a problem, once for each. */
  tellError(problem: Pick<ReceivedProblem, 'code' | 'requestId'>): void;
  /** No items could be shown. */
  fail(problem: ReceivedProblem): void;
  /** Shows the list as it is now. */
  renew(list: PassportList, facts?: Partial<ReadyState>): void;
  /** A session that was opened for something that was not bought here; goes on with its items. */
  enter(session: Session, origin: Origin, facts?: Partial<ReadyState>): void;
  /** The session is over and only the shopper can open another: keeps what there is and shows the form. */
  sessionEnded(): void;
  /** One key for one content, however often it is sent. */
  keyFor(content: unknown): string;
  /** How the items came to be on screen. */
  from(): { readonly foundBy: FoundBy; readonly origin: Origin };
}
