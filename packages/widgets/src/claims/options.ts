import type { ClaimResolution, ClaimRoute, DoorKind } from '@postlude/contract';
import type { ReadonlySignal } from '@preact/signals';
import type { ClaimedItem } from './seam.ts';
import type { ClaimStep, ClaimsNews, ClaimsSnapshot, ClaimsState, TypedAddress } from './state.ts';

/** What can be done on the way to a claim. */
export interface FilingActions {
  /** Goes through a door that is filed as a claim. */
  choose(route: ClaimRoute): void;
  /** A door that another widget opens, where the page named no address: tells the page. */
  leadOn(route: DoorKind): void;
  setSymptom(id: string): void;
  /** Whether the first help helped; counted for the store. With `true` the way ends here, kindly. */
  answerHelp(helped: boolean): void;
  /** It did not help after all: goes on. */
  goOnAnyway(): void;
  setDescription(text: string): void;
  setSince(day: string): void;
  addFiles(files: readonly Blob[]): void;
  setResolution(resolution: ClaimResolution): void;
  setPlace(id: string): void;
  setAddressKind(kind: 'known' | 'other'): void;
  setAddress(facts: Partial<TypedAddress>): void;
  /** To the next step, or says what is missing. */
  next(): void;
  /** A step back; from the first one to the items. */
  back(): void;
  /** To a step that was passed. */
  goTo(step: ClaimStep): void;
  /** Files it. */
  confirm(): void;
}

/** What can be done with a claim. */
export interface ClaimActions {
  openClaim(claimId: string): void;
  cancelClaim(): void;
  answerQuote(accept: boolean): void;
  tellParcel(trackingNumber: string, carrier: string): void;
  addMessageFiles(files: readonly Blob[]): void;
  /** True once the store has it. */
  sendMessage(text: string): Promise<boolean>;
  /** From a claim to what can be done with the item. */
  showDoors(): void;
}

/** The claims of one item: what can be done, filing, and a claim's page. */
export interface ClaimsModel extends FilingActions, ClaimActions {
  readonly state: ReadonlySignal<ClaimsState>;
  readonly news: ReadonlySignal<ClaimsNews | null>;
  readonly item: ClaimedItem;
  now(): number;
  /** Sends a file again that failed, here or of a message. */
  retryFile(id: string): void;
  removeFile(id: string): void;
  /** Back to the items. */
  leave(): void;
  /** Asks again now; what was under way when the session ended goes on. */
  refresh(): void;
  snapshot(): ClaimsSnapshot;
  dispose(): void;
}
