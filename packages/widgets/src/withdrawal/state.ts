import type { WithdrawalInput, WithdrawalReceipt } from '@postlude/contract';
import type { TrackingProblem } from '../order-session/state.ts';

/** What is asked for. The law allows to ask for no more (Article 11a(2) of Directive 2011/83/EU). */
export interface WithdrawalValues {
  readonly name: string;
  /** The order's number, or whatever else the shopper knows the contract by. */
  readonly contract: string;
  /** Where the acknowledgement goes. */
  readonly email: string;
  /** Which items, in the shopper's own words; empty for the whole contract. */
  readonly items: string;
}

/** A field of the form. */
export type WithdrawalField = keyof WithdrawalValues;

/** What is wrong with a field: left empty, refused, or longer than the store takes. */
export type Mistakes = Readonly<Partial<Record<WithdrawalField, 'missing' | 'invalid' | 'long'>>>;

/** A line of the order the page knows, to be chosen instead of described. */
export interface OfferedItem {
  readonly id: string;
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
}

/** What is known before anything is typed. */
export interface Known {
  /** The plain page of the backend: the way on whenever something here does not work. Null when nobody told. */
  readonly page: string | null;
  /** Null when the store could not be asked. */
  readonly storeName: string | null;
  /** The order the page brought its proof for. */
  readonly order: { readonly number: string; readonly items: readonly OfferedItem[] } | null;
}

/** What was entered so far. */
export interface Entered {
  readonly known: Known;
  readonly values: WithdrawalValues;
  /** Ids of the items that were chosen. They count while `values.contract` is the number of the order they are of. */
  readonly chosen: readonly string[];
}

/** Nothing is known yet. */
export interface LoadingState {
  readonly kind: 'loading';
}

/** The store does not offer the function: nothing is to be seen. */
export interface OffState {
  readonly kind: 'off';
}

/** The form cannot work on this page; the plain page can. */
export interface FailedState {
  readonly kind: 'failed';
  readonly problem: TrackingProblem;
  readonly page: string | null;
}

/** The first step. */
export interface FormState extends Entered {
  readonly kind: 'form';
  readonly mistakes: Mistakes;
}

/** The second step: what was entered, to be confirmed. */
export interface CheckState extends Entered {
  readonly kind: 'check';
  readonly phase: 'idle' | 'sending' | 'failed';
  /** Why it could not be sent; null unless `failed`. */
  readonly problem: TrackingProblem | null;
}

/** It is declared and acknowledged. */
export interface DoneState extends Entered {
  readonly kind: 'done';
  readonly receipt: WithdrawalReceipt;
}

/** Everything the withdrawal function can be. */
export type WithdrawalState = LoadingState | OffState | FailedState | FormState | CheckState | DoneState;

/** A confirmed fact, told once. Carries no personal data: the number says nothing outside of the store. */
export type WithdrawalEvent =
  | { readonly type: 'withdrawal-shown' }
  /** The store does not offer the function, so that the page can take away what stands around it. */
  | { readonly type: 'withdrawal-off' }
  | { readonly type: 'withdrawal-declared'; readonly number: string }
  | { readonly type: 'error'; readonly code: string; readonly requestId: string | null };

/** Something worth saying aloud. Each piece of news is a new object. */
export interface WithdrawalNews {
  readonly code: 'mistakes' | 'sending' | 'trouble' | 'done' | 'failed';
}

/** What went out for a content: the same again is the same declaration. */
export interface Sent {
  readonly key: string;
  readonly input: WithdrawalInput;
}

/** Everything needed to go on later, or elsewhere in the page. Keep it in memory only: it holds personal data. */
export interface WithdrawalSnapshot {
  readonly state: WithdrawalState;
  /** What was sent so far, by its content. */
  readonly sent: Readonly<Record<string, Sent>>;
}
