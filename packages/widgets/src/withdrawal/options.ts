import type { WidgetModel, WidgetModelOptions } from '../order-session/widget-model.ts';
import type {
  WithdrawalEvent,
  WithdrawalField,
  WithdrawalNews,
  WithdrawalSnapshot,
  WithdrawalState,
  WithdrawalValues,
} from './state.ts';
import type { WithdrawalSource } from './withdrawal-source.ts';

/**
 * What a withdrawal model is made of. Without a request or a session the shopper types the number and may describe the
 * items.
 */
export interface WithdrawalOptions
  extends WidgetModelOptions<WithdrawalSource, WithdrawalSnapshot, WithdrawalEvent> {
  /** Fills in the name. */
  readonly name?: string | undefined;
  /** Where the store's plain page is, for when the store cannot be asked. */
  readonly page?: string | undefined;
}

/** The state of one withdrawal function and what can be done to it. Has no DOM and no text. */
export interface WithdrawalModel extends WidgetModel<WithdrawalState, WithdrawalNews, WithdrawalSnapshot> {
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
}
