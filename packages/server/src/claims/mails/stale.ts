import { sql } from 'kysely';
import { dropMailsOfStep } from '../../case-mails/keep.ts';
import type { Tx } from '../../db/database.ts';
import type { ClaimKey } from '../store.ts';

/** The quote is withdrawn: where its mail has not left yet, nobody is told of it. */
export const forgetQuote = (tx: Tx, key: ClaimKey, quoteId: string): Promise<void> =>
  forget(tx, key, { action: 'quote', quoteId });

/** The question is settled without an answer: where its mail has not left yet, nobody is asked. */
export const forgetQuestion = (tx: Tx, key: ClaimKey): Promise<void> => forget(tx, key, { action: 'ask' });

async function forget(
  tx: Tx,
  { storeId, claimId }: ClaimKey,
  { action, quoteId }: { readonly action: 'quote' | 'ask'; readonly quoteId?: string },
): Promise<void> {
  let steps = tx
    .selectFrom('claim_audit')
    .select('sequence')
    .where('store_id', '=', storeId)
    .where('claim_id', '=', claimId)
    .where('action', '=', action);
  if (quoteId !== undefined) steps = steps.where(sql`data ->> 'quoteId'`, '=', quoteId);
  const step = await steps.orderBy('sequence', 'desc').limit(1).executeTakeFirst();
  if (step) await dropMailsOfStep(tx, { storeId, caseId: claimId, sequence: step.sequence });
}
