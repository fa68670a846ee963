import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';

/**
 * What reads a claim again, and connects an order that tells it. Made of the claim's id with a key of the store, so that whoever
 * claims again is given the same one and nothing that opens anything is kept.
 */
export const claimToken = (
  { secrets }: Pick<Context, 'secrets'>,
  { storeId, referralId }: { readonly storeId: string; readonly referralId: string },
): string =>
  `rct_${createHmac('sha256', secrets.derive(`referral-claims:${storeId}`))
    .update(referralId)
    .digest('base64url')}`;
