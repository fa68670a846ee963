import type { ReadonlySignal } from '@preact/signals';
import type { LookupActions, WidgetModel, WidgetModelOptions } from '../order-session/widget-model.ts';
import type { PreparePhoto } from '../returns/photos/photo.ts';
import type { DraftStore } from './draft-store.ts';
import type { CreateLaterModel } from './later.model.ts';
import type { ReviewSource } from './review-source.ts';
import type {
  Draft,
  ReviewPromptEvent,
  ReviewPromptNews,
  ReviewPromptSnapshot,
  ReviewPromptState,
  Step,
  SubjectKey,
} from './state.ts';

/** What a review prompt's model is made of. */
export interface ReviewPromptOptions
  extends WidgetModelOptions<ReviewSource, ReviewPromptSnapshot, ReviewPromptEvent> {
  /**
   * `ask` shows nothing until a review may be asked for; `always` is the plain form, whatever may be asked. `ask` unless
   * given.
   */
  readonly mode?: 'ask' | 'always' | undefined;
  /** Where drafts are kept on this machine; null keeps them with the backend alone. The browser's own storage unless given. */
  readonly drafts?: DraftStore | null | undefined;
  /** Makes photos ready to be sent; by the browser's own means unless given. */
  readonly preparePhoto?: PreparePhoto | undefined;
  /** Brings what the first screen does not need; by `import()` unless given. */
  readonly later?: (() => Promise<CreateLaterModel>) | undefined;
}

/** What the first screen can do. */
export interface FirstActions extends LookupActions {
  /** The first tap; kept at once. */
  setStars(key: SubjectKey, stars: number): void;
  /** On to the steps of one. */
  write(key: SubjectKey): void;
  toOverview(): void;
  /** The ask was seen. Told once. */
  seen(): void;
  /** Not now: nothing is shown any more, and it is not asked again for a while. */
  dismiss(): void;
}

/** What later screens can do. */
export interface LaterActions {
  /** Leaves one out, or takes it in again. */
  skip(key: SubjectKey, isSkipped?: boolean): void;
  /** A review that is there already. */
  showOwn(key: SubjectKey): void;
  /** Changes what is written of the one at hand. */
  change(facts: Partial<Omit<Draft, 'stars' | 'photos'>>): void;
  /** To the next step, or says what is missing. */
  next(): void;
  back(): void;
  goTo(step: Step): void;
  agree(agreed: boolean): void;
  addPhotos(files: readonly Blob[]): void;
  retryPhoto(id: string): void;
  removePhoto(id: string): void;
  /** Sends one, once, however often it is called; or what was changed of one that is there. */
  send(key: SubjectKey): void;
  /** Changes a review that is there, from this step on. A withdrawn one comes back with that. */
  amend(key: SubjectKey, step?: Step): void;
  withdraw(key: SubjectKey): void;
  /** On to what may be asked after this. */
  goFurther(): void;
}

/** The state of one review prompt and what can be done to it. Has no DOM and no text. */
export interface ReviewPromptModel
  extends WidgetModel<ReviewPromptState, ReviewPromptNews, ReviewPromptSnapshot>,
    FirstActions,
    LaterActions {
  /** True while nothing at all is to be shown: no ask is due, or it was put off. */
  readonly hidden: ReadonlySignal<boolean>;
}
