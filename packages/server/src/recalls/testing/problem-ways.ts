import type { CreatedStore } from '../../stores/create-store.ts';
import type { Answer, Send } from '../../testing/api.ts';
import { recallInput } from './recall.ts';

/** How the problems of recalls come about. */
export const recallProblemWays = {
  recall_text: ({ send, shop }: { readonly send: Send; readonly shop: CreatedStore }): Promise<Answer> =>
    send('POST', '/v1/staff/recalls', {
      key: shop.secretKey,
      json: recallInput({ hazard: { en: 'This is only a precaution.' } }),
    }),
};
