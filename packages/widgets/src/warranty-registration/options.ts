import type { Consents, FoundProduct } from '@postlude/contract';
import type { LookupActions, WidgetModel, WidgetModelOptions } from '../order-session/widget-model.ts';
import type { PreparePhoto } from '../returns/photos/photo.ts';
import type { ClaimsAround } from './context.ts';
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

/** What a registration model is made of. Without `request`, `session` and `orderNumber` the shopper says where it was bought. */
export interface RegistrationOptions
  extends WidgetModelOptions<RegistrationSource, RegistrationSnapshot, RegistrationEvent> {
  /** Makes photos ready to be sent; by the browser's own means unless given. */
  readonly preparePhoto?: PreparePhoto | undefined;
  /** Brings what the first screen does not need; by `import()` unless given. */
  readonly later?: (() => Promise<CreateLaterModel>) | undefined;
}

/** What the first screen can do. */
export interface FirstActions extends LookupActions {
  /** To where the shopper says where it was bought. */
  toStart(): void;
  /** Something bought elsewhere. */
  tellElsewhere(): void;
  /** Something from an earlier owner. */
  takeOver(): void;
  setSerial(passportId: string, typed: string): void;
  setConsents(consents: Partial<Consents>): void;
  /** Everything about one item. */
  open(passportId: string): void;
  /** Something is wrong with it; with a claim that is there already, that one is shown. */
  openClaims(passportId: string, claimId?: string): void;
  /** Back to the list. */
  toItems(): void;
}

/** What later screens can do. */
export interface LaterActions {
  /** Registers these items, or says what is missing; all that can be where none are named. Once, however often it is called. */
  register(passportIds?: readonly string[]): void;
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
export interface RegistrationModel
  extends WidgetModel<RegistrationState, RegistrationNews, RegistrationSnapshot>,
    FirstActions,
    LaterActions {
  /** What a claim about an item needs of the model around it. */
  around(): ClaimsAround;
}
