import type { ClaimStatus } from '@postlude/contract';
import type { IconName } from '../kit/icon.tsx';
import type { Tone } from '../kit/status.tsx';
import type { Words } from '../order-session/words.ts';

const signs: Readonly<Record<ClaimStatus, readonly [Tone, IconName]>> = {
  received: ['progress', 'clock'],
  under_review: ['progress', 'clock'],
  waiting: ['warning', 'alert'],
  approved: ['progress', 'check'],
  declined: ['problem', 'cross'],
  device_received: ['progress', 'box'],
  diagnosing: ['progress', 'clock'],
  quoted: ['warning', 'alert'],
  waiting_for_parts: ['progress', 'clock'],
  in_repair: ['progress', 'clock'],
  tested: ['progress', 'check'],
  on_its_way_back: ['progress', 'truck'],
  done: ['success', 'check'],
  cancelled: ['neutral', 'cross'],
};

const signOf = (status: ClaimStatus): readonly [Tone, IconName] => signs[status] ?? ['neutral', 'dot'];

/** How much attention a claim needs. */
export const claimTone = (status: ClaimStatus): Tone => signOf(status)[0];

/** The sign beside its state. */
export const claimIcon = (status: ClaimStatus): IconName => signOf(status)[1];

/** Its state in a word or two. A newer server knows states that this version has no words for. */
export const claimStatusText = (words: Pick<Words, 'known'>, status: ClaimStatus): string =>
  words.known(`status.${status}`) ?? words.known('status.other') ?? '';
