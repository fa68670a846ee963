import { type ReturnAction, type ReturnStatus, returnActions } from '@postlude/contract';

/** What may happen to a return: what staff do, what its shopper does, and what a carrier's news do. */
export const lifeActions = [
  'file',
  'approve',
  'decline',
  'ask',
  'answer',
  'change',
  'cancel',
  'tell_parcel',
  'ship',
  'receive',
  'inspect',
  'refund',
  'close',
] as const;
/** One of `lifeActions`. */
export type LifeAction = (typeof lifeActions)[number];

/** What the table is asked with. */
export interface LifeFacts {
  readonly status: ReturnStatus;
  /** False for what never comes back: cancellations, delivery problems, items the shopper keeps. */
  readonly comesBack: boolean;
  /** True for a return on whose parcel somebody worked: a label is made, or a number was told. */
  readonly hasParcel: boolean;
  /** True while the store waits for an answer. */
  readonly isAsked: boolean;
}

type Row = Partial<Record<ReturnStatus, ReturnStatus>>;

/** From which status each action leads where. An action that leads to the status it started from changes something beside it. */
const table: Record<Exclude<LifeAction, 'file'>, Row> = {
  approve: { requested: 'approved' },
  decline: { requested: 'declined', approved: 'declined', received: 'declined', inspected: 'declined' },
  ask: { requested: 'requested' },
  answer: { requested: 'requested' },
  change: { requested: 'requested', approved: 'requested' },
  cancel: { requested: 'cancelled', approved: 'cancelled' },
  tell_parcel: { approved: 'approved' },
  ship: { approved: 'shipped' },
  receive: { approved: 'received', shipped: 'received', received: 'received', inspected: 'received' },
  inspect: { received: 'inspected' },
  refund: { approved: 'refunded', shipped: 'refunded', received: 'refunded', inspected: 'refunded' },
  close: { approved: 'closed', shipped: 'closed', received: 'closed', inspected: 'closed' },
};

/** Actions that leave this status behind: doing one again there changes nothing. */
const repeated: Partial<Record<LifeAction, ReturnStatus>> = {
  approve: 'approved',
  decline: 'declined',
  cancel: 'cancelled',
  inspect: 'inspected',
  refund: 'refunded',
  close: 'closed',
};

const onlyWhatComesBack: ReadonlySet<LifeAction> = new Set(['tell_parcel', 'ship', 'receive', 'inspect']);

/** Where an action leads from here: a status, `same` when it was done before, null when it is not possible. */
export function next(action: LifeAction, facts: LifeFacts): ReturnStatus | 'same' | null {
  if (action === 'file') return null;
  const { status, comesBack, hasParcel, isAsked } = facts;
  if (repeated[action] === status) return 'same';
  if (onlyWhatComesBack.has(action) && !comesBack) return null;
  if (action === 'answer' && !isAsked) return null;
  // The store may have stopped the order or sent another parcel already: what was approved so is no longer the shopper's to take back.
  if (action === 'cancel' && status === 'approved' && !comesBack) return null;
  if (action === 'change' && status === 'approved' && (!comesBack || hasParcel)) return null;
  return table[action][status] ?? null;
}

/** What staff can do now, in the order of the contract. `undo` is known from the audit. */
export function possibleActions(facts: LifeFacts, canUndo: boolean): ReturnAction[] {
  return returnActions.filter((action) => {
    if (action === 'undo') return canUndo;
    const to = next(action, facts);
    return to !== null && to !== 'same';
  });
}

/** Whether the shopper can do something now. */
export function shopperMay(action: 'cancel' | 'change' | 'tell_parcel', facts: LifeFacts): boolean {
  const to = next(action, facts);
  return to !== null && to !== 'same';
}

/** Statuses nothing follows on by itself or by staff. */
export const endStatuses: ReadonlySet<ReturnStatus> = new Set([
  'refunded',
  'declined',
  'cancelled',
  'closed',
]);

/** Actions of staff that can be taken back while nothing else has happened since. */
export const undoable: ReadonlySet<string> = new Set([
  'approve',
  'decline',
  'ask',
  'receive',
  'inspect',
  'refund',
  'close',
]);
