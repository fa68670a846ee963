import type { ReturnStatus } from '@postlude/contract';
import type { IconName } from '../../kit/icon.tsx';
import type { Tone } from '../../kit/status.tsx';

const signs: Readonly<Record<ReturnStatus, readonly [Tone, IconName]>> = {
  requested: ['progress', 'clock'],
  approved: ['progress', 'check'],
  shipped: ['progress', 'truck'],
  received: ['progress', 'box'],
  inspected: ['progress', 'check'],
  refunded: ['success', 'check'],
  declined: ['problem', 'cross'],
  cancelled: ['neutral', 'cross'],
  closed: ['neutral', 'check'],
};

const signOf = (status: ReturnStatus): readonly [Tone, IconName] => signs[status] ?? ['neutral', 'dot'];

/** How much attention a return needs. */
export const statusTone = (status: ReturnStatus): Tone => signOf(status)[0];

/** The sign beside its state. */
export const statusIcon = (status: ReturnStatus): IconName => signOf(status)[1];
