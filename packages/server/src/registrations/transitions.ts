import { type RegistrationStatus, registrationActions } from '@postlude/contract';

/** What staff may do to a registration. */
export type RegistrationAction = (typeof registrationActions)[number];

/** From which status each action leads where. */
const table: Record<
  Exclude<RegistrationAction, 'undo'>,
  Partial<Record<RegistrationStatus, RegistrationStatus>>
> = {
  approve: { pending: 'registered', rejected: 'registered' },
  reject: { pending: 'rejected' },
  correct: { pending: 'pending', registered: 'registered' },
  void: { registered: 'void' },
};

/** Where an action leads; null when it is not possible. */
export const next = (
  action: Exclude<RegistrationAction, 'undo'>,
  status: RegistrationStatus,
): RegistrationStatus | null => table[action][status] ?? null;

/** What staff can do now. Of a unit that belongs to somebody else by now, nothing. */
export const possibleActions = (
  status: RegistrationStatus,
  isOwner: boolean,
  isUndoable: boolean,
): RegistrationAction[] =>
  isOwner
    ? registrationActions.filter((action) => (action === 'undo' ? isUndoable : next(action, status) !== null))
    : [];
