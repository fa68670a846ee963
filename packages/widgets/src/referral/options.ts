import type { ReadonlySignal } from '@preact/signals';
import type { LookupActions, WidgetModel, WidgetModelOptions } from '../order-session/widget-model.ts';
import type { ReferralSource } from './referral-source.ts';
import type { Channel, ReferralEvent, ReferralNews, ReferralSnapshot, ReferralState } from './state.ts';

/** What the model of recommending is made of. */
export interface ReferralOptions extends WidgetModelOptions<ReferralSource, ReferralSnapshot, ReferralEvent> {
  /** `ask` shows it only when the shopper may be asked; `always` unless given. */
  readonly mode?: 'ask' | 'always' | undefined;
}

/** Recommending a shop: a state without DOM and text, and what can be done. */
export interface ReferralModel
  extends WidgetModel<ReferralState, ReferralNews, ReferralSnapshot>,
    LookupActions {
  /** True while nobody is to be asked: nothing is shown. */
  readonly hidden: ReadonlySignal<boolean>;
  editName(name: string): void;
  /** Opens the field for the name, or closes it and keeps the one there is. */
  nameAgain(isNaming: boolean): void;
  /** Takes part under the name that was typed, or changes to it. */
  join(): void;
  editMessage(message: string): void;
  writeMessage(isWriting: boolean): void;
  /** Back to the message to begin with. */
  resetMessage(): void;
  /** The message as it is shared: link and code are in it. */
  messageToShare(): string;
  /** It was shared. What is told of it decides nothing, so a failure is not told. */
  shared(channel: Channel): void;
  more(): void;
  /** It is on screen. */
  seen(): void;
  /** Not now. */
  dismiss(): void;
}
