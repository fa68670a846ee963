import { type ReturnStatus, returnStatuses } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { type LifeAction, type LifeFacts, lifeActions, next, possibleActions } from './transitions.ts';

const plain: Omit<LifeFacts, 'status'> = { comesBack: true, hasParcel: false, isAsked: true };
const kept = { ...plain, comesBack: false };

/** Where each action leads from each status, `=` when it was done before; what is not named is not possible. */
const whatComesBack: Partial<Record<LifeAction, string>> = {
  approve: 'requested>approved approved=',
  decline: 'requested>declined approved>declined received>declined inspected>declined declined=',
  ask: 'requested>requested',
  answer: 'requested>requested',
  change: 'requested>requested approved>requested',
  cancel: 'requested>cancelled approved>cancelled cancelled=',
  tell_parcel: 'approved>approved',
  ship: 'approved>shipped',
  receive: 'approved>received shipped>received received>received inspected>received',
  inspect: 'received>inspected inspected=',
  refund: 'approved>refunded shipped>refunded received>refunded inspected>refunded refunded=',
  close: 'approved>closed shipped>closed received>closed inspected>closed closed=',
};

const whatStays: Partial<Record<LifeAction, string>> = {
  ...whatComesBack,
  change: 'requested>requested',
  cancel: 'requested>cancelled cancelled=',
  tell_parcel: '',
  ship: '',
  receive: '',
  inspect: 'inspected=',
};

const told = (action: LifeAction, facts: Omit<LifeFacts, 'status'>): string[] =>
  returnStatuses.flatMap((status: ReturnStatus) => {
    const to = next(action, { ...facts, status });
    return to === null ? [] : [to === 'same' ? `${status}=` : `${status}>${to}`];
  });

const sorted = (text: string | undefined) => (text ?? '').split(' ').filter(Boolean).sort();

describe('the life of a return', () => {
  it.each(lifeActions)('%s leads where the table says and is not possible elsewhere', (action) => {
    expect(told(action, plain).sort()).toEqual(sorted(whatComesBack[action]));
  });

  it.each(lifeActions)('%s of what never comes back leads where the table says', (action) => {
    expect(told(action, kept).sort()).toEqual(sorted(whatStays[action]));
  });

  it('is not changed any more once somebody worked on its parcel', () => {
    expect(next('change', { ...plain, hasParcel: true, status: 'approved' })).toBeNull();
    expect(next('change', { ...plain, hasParcel: true, status: 'requested' })).toBe('requested');
  });

  it('has an answer only while something is asked', () => {
    expect(next('answer', { ...plain, isAsked: false, status: 'requested' })).toBeNull();
  });

  it('names what can be done now, the undo only where it is possible', () => {
    expect(possibleActions({ ...plain, status: 'requested' }, false)).toEqual(['approve', 'decline', 'ask']);
    expect(possibleActions({ ...plain, status: 'received' }, true)).toEqual([
      'decline',
      'receive',
      'inspect',
      'refund',
      'close',
      'undo',
    ]);
    expect(possibleActions({ ...plain, status: 'cancelled' }, false)).toEqual([]);
  });
});
