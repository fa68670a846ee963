import { createHmac } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { countCall } from '../../http/count-calls.ts';

const minute = 60_000;

/** How much one network address may do: offices and dormitories share one, guessing codes needs more. */
const limits = {
  visit: { most: 120, window: 10 * minute },
  wrong: { most: 30, window: 10 * minute },
  claim: { most: 40, window: 24 * 60 * minute },
} as const;

/** Who calls, from where. */
export interface Asker {
  readonly storeId: string;
  readonly address: string;
}

/**
 * Counts what an address does, by a hash nobody can read back.
 *
 * @throws ApiProblem `rate_limited`.
 */
export function countAsker(
  tx: Tx,
  { clock, secrets }: Pick<Context, 'clock' | 'secrets'>,
  { storeId, address }: Asker,
  what: keyof typeof limits,
): Promise<void> {
  const key = createHmac('sha256', secrets.derive(`attempts:${storeId}`))
    .update(address)
    .digest('base64url');
  return countCall(tx, { storeId, bucket: `referral:${what}`, key, ...limits[what] }, clock.now());
}
