import type { ItemMonths } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { readOnePassport } from '../passports/read.ts';
import { showPassport } from '../passports/show.ts';
import { readMonths, type UnitKey } from './months.ts';

/**
 * A unit with the months that were added to it, as staff see it.
 *
 * @throws ApiProblem `not_found`.
 */
export async function showMonths(tx: Tx, context: Context, key: UnitKey): Promise<ItemMonths> {
  const now = context.clock.now();
  const facts = await readOnePassport(tx, key, now);
  if (!facts) throw new ApiProblem('not_found');
  return { passport: await showPassport(context, tx, facts, { now }), added: await readMonths(tx, key) };
}
