import type { LaterActions } from './options.ts';

/** What only the later part of the model can do. */
export const laterNames = [
  'register',
  'setPurchase',
  'setQuery',
  'scanned',
  'choose',
  'next',
  'back',
  'setTakeOver',
  'setTakeOverConsents',
  'confirmTakeOver',
  'addProof',
  'retryPhoto',
  'removePhoto',
  'changeConsents',
  'startTransfer',
  'cancelTransfer',
] as const satisfies readonly (keyof LaterActions)[];
