import type { FirstHelpAnswer } from '@postlude/contract';
import { sql } from 'kysely';
import { symptomsFor } from '../cover/index.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { UnitFacts } from './case.ts';

/** Counts whether the first help helped; of one unit the last answer about a symptom counts. */
export async function keepFirstHelp(
  tx: Tx,
  { facts, policy, now }: UnitFacts,
  { symptom, helped }: FirstHelpAnswer,
): Promise<void> {
  if (!symptomsFor(policy, facts.sold, facts.line).some(({ id }) => id === symptom)) {
    throw new ApiProblem('symptom_unknown', { fields: { symptom: 'Please choose one of the list.' } });
  }
  await tx
    .insertInto('first_help_answers')
    .values({ store_id: facts.storeId, symptom, passport_id: facts.id, helped, at: now })
    .onConflict((same) =>
      same.columns(['store_id', 'symptom', 'passport_id']).doUpdateSet({ helped, at: now }),
    )
    .execute();
}

/** How first help fares, by symptom. */
export async function listFirstHelp(
  tx: Tx,
  storeId: string,
): Promise<{ items: { symptom: string; helped: number; notHelped: number }[] }> {
  const { rows } = await sql<{ symptom: string; helped: number; notHelped: number }>`
    select symptom, count(*) filter (where helped)::integer as helped,
      count(*) filter (where not helped)::integer as "notHelped"
    from first_help_answers where store_id = ${storeId} group by symptom order by symptom`.execute(tx);
  return { items: rows };
}
