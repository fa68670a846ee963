import type { DeliveryProblem, Resolution, ReturnRoute } from '@postlude/contract';
import type { LookupActions, WidgetModel, WidgetModelOptions } from '../order-session/widget-model.ts';
import type { LoadLaterModel } from './bring-later.ts';
import type { DraftStore } from './drafts.ts';
import type { PreparePhoto } from './photos/photo.ts';
import type { ReturnsSource } from './returns-source.ts';
import type { ReturnsEvent, ReturnsNews, ReturnsSnapshot, ReturnsState, Step } from './state.ts';

/** What a returns model is made of. The session is opened by proof, or by a gift's code. */
export interface ReturnsModelOptions
  extends WidgetModelOptions<ReturnsSource, ReturnsSnapshot, ReturnsEvent> {
  /**
   * Where what was chosen and typed is kept on this machine. The browser's own storage unless given; with null, or where
   * the browser refuses, the store's backend keeps it.
   */
  readonly drafts?: DraftStore | null | undefined;
  /** Makes photos ready to be sent; by the browser's own means unless given. */
  readonly preparePhoto?: PreparePhoto | undefined;
  /** Brings what the first screen does not need; by `import()` unless given. */
  readonly later?: LoadLaterModel | undefined;
}

/** What can be done while choosing. `key` is an item's `itemKey`. */
export interface ChoosingActions {
  /** Another way: return, cancel, or a problem with the delivery. */
  setRoute(route: ReturnRoute, problem?: DeliveryProblem | null): void;
  /** So many units of an item; 0 takes it out. */
  choose(key: string, quantity: number): void;
  setReason(key: string, reason: string): void;
  /** Gives the items without a reason the reason of this one. */
  copyReason(key: string): void;
  setNote(key: string, note: string): void;
  addPhotos(key: string, files: readonly Blob[]): void;
  retryPhoto(id: string): void;
  removePhoto(id: string): void;
  setResolution(key: string, resolution: Resolution, variantId?: string | null): void;
  setMethod(id: string, placeId?: string | null): void;
  /** To the next step, or says what is missing. */
  next(): void;
  back(): void;
  /** To a step that was passed. */
  goTo(step: Step): void;
  /** Files what was chosen; once, however often it is called. */
  confirm(): void;
  /** Asks for the sums again. */
  askAgain(): void;
}

/** What can be done with a return that was filed. */
export interface FiledActions {
  openReturn(returnId: string): void;
  /** Back to the order's items. */
  closeReturn(): void;
  cancelReturn(): void;
  /** Goes through the steps again with what was filed. */
  changeReturn(): void;
  tellParcel(trackingNumber: string, carrier: string): void;
  addMessagePhotos(files: readonly Blob[]): void;
  /** Resolves to true when the store has it, so that the field may be emptied. */
  sendMessage(text: string): Promise<boolean>;
}

/** The state of one returns widget and what can be done to it. Has no DOM and no text. */
export interface ReturnsModel
  extends WidgetModel<ReturnsState, ReturnsNews, ReturnsSnapshot>,
    LookupActions,
    ChoosingActions,
    FiledActions {
  /** Shows the lookup form for an order, or for a gift. */
  lookUpGift(isGift: boolean): void;
}
