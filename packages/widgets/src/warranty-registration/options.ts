// For whoever compiles against our declarations without that library.
/// <reference lib="esnext.disposable" preserve="true" />
import type { Consents, FoundProduct, Session, SessionRequest } from '@postlude/contract';
import type { ReadonlySignal } from '@preact/signals';
import type { Environment } from '../order-session/environment.ts';
import type { LookupField } from '../order-session/state.ts';
import type { Access } from '../returns/access.ts';
import type { PreparePhoto } from '../returns/photos/photo.ts';
import type { CreateLaterModel } from './later.model.ts';
import type { RegistrationSource } from './registration-source.ts';
import type {
  PurchaseValues,
  RegistrationEvent,
  RegistrationNews,
  RegistrationSnapshot,
  RegistrationState,
  TakeOverValues,
} from './state.ts';

/** What a registration model is made of. */
export interface RegistrationOptions {
  readonly source: RegistrationSource;
  /** How to open the session. Without it, without a session and without a number, the shopper says where it was bought. */
  readonly request?: SessionRequest | undefined;
  /** A session that is already open. */
  readonly session?: Session | undefined;
  /** Fills in the number of the lookup form. */
  readonly orderNumber?: string | undefined;
  /** Goes on where another model left off. Wins over all of the above. */
  readonly restore?: RegistrationSnapshot | undefined;
  /** Makes photos ready to be sent; by the browser's own means unless given. */
  readonly preparePhoto?: PreparePhoto | undefined;
  /** Brings what the first screen does not need; by `import()` unless given. */
  readonly later?: (() => Promise<CreateLaterModel>) | undefined;
  /** The browser unless given. */
  readonly environment?: Environment | undefined;
  /** Told every confirmed fact once. What it throws goes to `report`. */
  readonly onEvent?: ((event: RegistrationEvent) => void) | undefined;
  /** Where unexpected errors go; nowhere unless given, and never to the page's own handlers. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** What the first screen can do. */
export interface FirstActions {
  edit(field: LookupField, value: string): void;
  find(values: Readonly<Record<LookupField, string>>): void;
  /** To the form that finds an order. */
  lookUp(): void;
  /** To where the shopper says where it was bought. */
  toStart(): void;
  /** Something bought elsewhere. */
  tellElsewhere(): void;
  /** Something from an earlier owner. */
  takeOver(): void;
  setSerial(passportId: string, typed: string): void;
  setConsents(consents: Partial<Consents>): void;
  /** Registers these items, or says what is missing; all that can be where none are named. Once, however often it is called. */
  register(passportIds?: readonly string[]): void;
  /** Everything about one item. */
  open(passportId: string): void;
  /** Something is wrong with it. */
  openClaims(passportId: string): void;
  /** Back to the list. */
  toItems(): void;
  /** Asks for news now. */
  refresh(): void;
}

/** What later screens can do. */
export interface LaterActions {
  /** Changes what was typed of something bought elsewhere. */
  setPurchase(
    facts: Partial<PurchaseValues> & { readonly about?: boolean; readonly quantity?: number },
  ): void;
  setQuery(query: string): void;
  /** What a camera read. */
  scanned(code: string): void;
  choose(product: FoundProduct): void;
  /** To the next step, or says what is missing. */
  next(): void;
  back(): void;
  setTakeOver(facts: Partial<TakeOverValues>): void;
  setTakeOverConsents(consents: Partial<Consents>): void;
  confirmTakeOver(): void;
  /** Serial numbers for several units, one after the other. Resolves to how many found a place. */
  pasteSerials(text: string): Promise<number>;
  addProof(files: readonly Blob[]): void;
  retryPhoto(id: string): void;
  removePhoto(id: string): void;
  changeConsents(passportId: string, consents: Consents): void;
  startTransfer(passportId: string): void;
  cancelTransfer(passportId: string): void;
}

/** The state of one registration widget and what can be done to it. Has no DOM and no text. */
export interface RegistrationModel extends FirstActions, LaterActions {
  readonly state: ReadonlySignal<RegistrationState>;
  readonly news: ReadonlySignal<RegistrationNews | null>;
  /** What a claim about an item needs of the model around it. */
  around(): {
    readonly access: Access;
    readonly world: Environment;
    readonly emit: (event: RegistrationEvent) => void;
    readonly sessionEnded: () => void;
  };
  /** Milliseconds since 1970 by the model's clock. */
  now(): number;
  snapshot(): RegistrationSnapshot;
  /** Stops requests and timers. The state stays readable and changes no more. */
  dispose(): void;
  /** The same, for `using` and for `useModel` of `@preact/signals`. */
  [Symbol.dispose](): void;
}
