import type { programmeStates, ReferralProgrammeInput } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { programmesInForce, type StoredProgramme } from './store.ts';

/** How a programme stands: over, stopped by hand, not begun yet, or running. What is over is over, paused or not. */
export function programmeState(
  { startsAt, endsAt, paused }: Pick<ReferralProgrammeInput, 'startsAt' | 'endsAt' | 'paused'>,
  now: Date,
): (typeof programmeStates)[number] {
  const moment = now.getTime();
  if (endsAt !== null && Date.parse(endsAt) <= moment) return 'ended';
  if (paused) return 'paused';
  return startsAt !== null && Date.parse(startsAt) > moment ? 'planned' : 'running';
}

/** Since when a programme runs: its own date, or since it is there. Milliseconds. */
export const beganAt = ({ createdAt, programme: { startsAt } }: StoredProgramme): number =>
  Date.parse(startsAt ?? createdAt);

/** The programmes of a store that run now, the one that began last first. */
export async function runningProgrammes(tx: Tx, storeId: string, now: Date): Promise<StoredProgramme[]> {
  const all = await programmesInForce(tx, storeId);
  return all
    .filter(({ programme }) => programmeState(programme, now) === 'running')
    .toSorted((a, b) => beganAt(b) - beganAt(a) || (a.id < b.id ? 1 : -1));
}
