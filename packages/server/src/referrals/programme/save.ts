import type { ReferralProgrammeInput } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { programmeContradictions } from './contradictions.ts';
import { addProgramme, changeProgramme, type StoredProgramme } from './store.ts';

/** Begins a programme. Throws `policy_contradiction` with the fields that do not go together. */
export function beginProgramme(
  tx: Tx,
  storeId: string,
  programme: ReferralProgrammeInput,
  now: Date,
): Promise<StoredProgramme> {
  return addProgramme(tx, storeId, meant(programme), now);
}

/**
 * Writes a new version of a programme, in force at once; none when it says what the one in force says already.
 *
 * @throws ApiProblem `policy_contradiction` with the fields that do not go together, `not_found`.
 */
export async function saveProgramme(
  tx: Tx,
  storeId: string,
  programmeId: string,
  programme: ReferralProgrammeInput,
  now: Date,
): Promise<StoredProgramme> {
  const saved = await changeProgramme(tx, storeId, programmeId, meant(programme), now);
  if (!saved) throw new ApiProblem('not_found');
  return saved;
}

function meant(programme: ReferralProgrammeInput): ReferralProgrammeInput {
  const fields = programmeContradictions(programme);
  if (Object.keys(fields).length > 0) throw new ApiProblem('policy_contradiction', { fields });
  return programme;
}
