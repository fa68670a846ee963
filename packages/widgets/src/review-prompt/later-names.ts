import type { LaterActions } from './options.ts';

/** What only the later part of the model can do. */
export const laterNames = [
  'skip',
  'showOwn',
  'change',
  'next',
  'back',
  'goTo',
  'agree',
  'addPhotos',
  'retryPhoto',
  'removePhoto',
  'send',
  'amend',
  'withdraw',
  'goFurther',
] as const satisfies readonly (keyof LaterActions)[];
