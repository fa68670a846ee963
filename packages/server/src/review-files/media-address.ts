import type { Store } from '@postlude/contract';
import type { Context } from '../context.ts';

/** Where everybody sees a photo of a public review. */
export const mediaAddress = ({ config }: Context, store: Store, uploadId: string): string =>
  `${config.publicUrl}/v1/review-media/${store.publishableKey}/${uploadId}`;
