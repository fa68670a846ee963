import { createHash } from 'node:crypto';
import type { RewardSide } from '@postlude/contract';
import type { DemoOrder } from '../orders/demo-order.ts';

/** What each code of the two pools takes off, in euro cents. */
export const rewardCents = 2000;

/** How many codes the shop made for each side. */
const poolSize = 200;

const names: Readonly<Record<RewardSide, string>> = { friend: 'HELLO', advocate: 'THANKS' };

/** Letters and digits nobody mistakes for each other. */
const letters = 'ACDEFGHJKMNPQRTWXY34679';

/** The codes the shop's platform made for one side: the same at every start. */
export function codesOf(side: RewardSide): string[] {
  return Array.from({ length: poolSize }, (_, index) => {
    const digest = createHash('sha256').update(`vesperine ${side} ${index}`).digest();
    const tail = [...digest.subarray(0, 6)].map((byte) => letters[byte % letters.length]).join('');
    return `${names[side]}-${tail}`;
  });
}

/** The file a shop's platform exports them as. */
export const codeFile = (side: RewardSide): Blob =>
  new Blob([['code', ...codesOf(side)].join('\r\n')], { type: 'text/csv' });

const known: ReadonlySet<string> = new Set([...codesOf('friend'), ...codesOf('advocate')]);

/** What a code is worth at the till; null for one it does not know. Codes work once each on a real platform; here they go on working. */
export function discountOf(typed: string): DemoOrder['discount'] {
  const code = typed.trim().toUpperCase();
  return known.has(code) ? { code, amount: rewardCents } : null;
}
