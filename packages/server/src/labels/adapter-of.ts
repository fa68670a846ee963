import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { easyPostAdapter } from './easypost.ts';
import { readEasyPostKey } from './easypost-key.ts';
import type { LabelAdapter } from './label.ts';
import { packingSlipAdapter, type SlipFacts } from './packing-slip-adapter.ts';

/**
 * What makes a store's labels: its EasyPost account, or a packing slip where it has none. Ask for it in a transaction and
 * use it after: making a label takes seconds.
 */
export async function labelAdapterOf(
  tx: Tx,
  context: Pick<Context, 'secrets' | 'config'>,
  storeId: string,
  slip: SlipFacts,
): Promise<LabelAdapter> {
  const apiKey = await readEasyPostKey(tx, context, storeId);
  return apiKey === null
    ? packingSlipAdapter(slip)
    : easyPostAdapter({ apiKey, baseUrl: context.config.easyPostUrl });
}
