import { type ClaimAction, type ClaimStatus, claimActions } from '@postlude/contract';

/** What may happen to a claim beside what staff do. */
export type LifeAction =
  | Exclude<ClaimAction, 'undo'>
  | 'file'
  | 'answer'
  | 'cancel'
  | 'tell_parcel'
  | 'accept_quote'
  | 'decline_quote';

/** What the table is asked with. */
export interface LifeFacts {
  readonly status: ClaimStatus;
  /** While the store waits for an answer: where the claim goes on afterwards. */
  readonly askedFrom: ClaimStatus | null;
  /** False for what is repaired at home, and where a kit is sent. */
  readonly comesIn: boolean;
  /** True where the shopper sends it with a carrier. */
  readonly isSentIn: boolean;
  /** True once the store has the device. */
  readonly isThere: boolean;
}

type Row = Partial<Record<ClaimStatus, ClaimStatus>>;

const all = (from: readonly ClaimStatus[], to: ClaimStatus): Row =>
  Object.fromEntries(from.map((status) => [status, to]));

const each = (statuses: readonly ClaimStatus[]): Row =>
  Object.fromEntries(statuses.map((status) => [status, status]));

const undecided = ['received', 'under_review'] as const;
const atWork = ['device_received', 'diagnosing', 'waiting_for_parts', 'in_repair'] as const;

/** From which status each action leads where. An action that leads to the status it started from changes something beside it. */
const table: Record<LifeAction, Row> = {
  file: {},
  review: { received: 'under_review' },
  ask: all([...undecided, 'approved', ...atWork], 'waiting'),
  answer: {},
  approve: all(undecided, 'approved'),
  decline: all([...undecided, 'approved', ...atWork, 'quoted'], 'declined'),
  // A quote goes on waiting for its answer.
  receive: { ...all([...undecided, 'approved'], 'device_received'), quoted: 'quoted' },
  diagnose: all(['approved', 'device_received', 'waiting_for_parts'], 'diagnosing'),
  quote: all([...undecided, 'approved', ...atWork, 'quoted'], 'quoted'),
  await_parts: all(['approved', 'device_received', 'diagnosing', 'in_repair'], 'waiting_for_parts'),
  repair: all(['approved', 'device_received', 'diagnosing', 'waiting_for_parts', 'tested'], 'in_repair'),
  test: { in_repair: 'tested' },
  // What was declined, and is with the store, still goes home.
  ship: { ...all(['approved', ...atWork, 'tested'], 'on_its_way_back'), declined: 'declined' },
  finish: all(['approved', ...atWork, 'tested', 'on_its_way_back'], 'done'),
  cancel: all([...undecided, 'approved', 'quoted'], 'cancelled'),
  tell_parcel: each(['approved', 'quoted']),
  accept_quote: { quoted: 'in_repair' },
  decline_quote: { quoted: 'diagnosing' },
};

/** Actions that leave this status behind: doing one again there changes nothing. */
const repeated: Partial<Record<LifeAction, ClaimStatus>> = {
  review: 'under_review',
  approve: 'approved',
  decline: 'declined',
  receive: 'device_received',
  diagnose: 'diagnosing',
  await_parts: 'waiting_for_parts',
  repair: 'in_repair',
  test: 'tested',
  ship: 'on_its_way_back',
  finish: 'done',
  cancel: 'cancelled',
};

/** Where an action leads from here: a status, `same` when it was done before, null when it is not possible. */
export function next(action: LifeAction, facts: LifeFacts): ClaimStatus | 'same' | null {
  const { status, askedFrom, comesIn, isSentIn, isThere } = facts;
  if (repeated[action] === status) return 'same';
  if (action === 'answer') return status === 'waiting' ? askedFrom : null;
  if (status === 'waiting' && action === 'ask') return 'waiting';
  if (action === 'receive' && isThere) return status === 'quoted' ? 'same' : null;
  if (action === 'receive' && !comesIn) return null;
  if (action === 'tell_parcel' && (!isSentIn || isThere)) return null;
  if (action === 'cancel' && isThere) return null;
  if (action === 'ship' && status === 'declined' && !isThere) return null;
  // Whoever does something about a claim that waits for an answer goes on without it.
  const from = status === 'waiting' ? askedFrom : status;
  if (from === null) return null;
  const to = table[action][from] ?? (from === repeated[action] ? from : null);
  // The quote is answered before the device is there: it is awaited.
  if (to !== null && comesIn && !isThere) {
    if (action === 'accept_quote') return 'approved';
    if (action === 'decline_quote') return 'under_review';
  }
  return to;
}

/** What staff can do now, in the order of the contract. `undo` is known from the audit. */
export function possibleActions(facts: LifeFacts, canUndo: boolean): ClaimAction[] {
  return claimActions.filter((action) => {
    if (action === 'undo') return canUndo;
    const to = next(action, facts);
    return to !== null && to !== 'same';
  });
}

/** Whether the shopper can do something now. */
export function shopperMay(action: 'cancel' | 'tell_parcel', facts: LifeFacts): boolean {
  const to = next(action, facts);
  return to !== null && to !== 'same';
}

/** Statuses nothing follows on: another claim may be filed. */
export const endStatuses: ReadonlySet<ClaimStatus> = new Set(['done', 'declined', 'cancelled']);
