import { type RewardSide, rewardSides } from '@postlude/contract';
import type { Tx } from '../../db/database.ts';
import { type CodePool, lowDays, readPools } from '../codes/pools.ts';
import { programmeState } from './running.ts';
import type { StoredProgramme } from './store.ts';

/** What is looked at to tell whether a programme works. */
export interface ProgrammeSurroundings {
  readonly pools: readonly CodePool[];
  /** Whether anybody is told of `reward.issue`. */
  readonly isAsked: boolean;
  /** Rewards that could not be issued, by programme and side. */
  readonly failed: ReadonlyMap<string, number>;
  /** Where the store's pages are; empty: none is named. */
  readonly origins: readonly string[];
}

/** The key of `failed`. */
export const failedKey = (programmeId: string, side: RewardSide): string => `${programmeId} ${side}`;

/** Reads what `programmeWarnings` looks at, for all programmes of a store at once. */
export async function readSurroundings(
  tx: Tx,
  store: { readonly id: string; readonly origins: readonly string[] },
  now: Date,
): Promise<ProgrammeSurroundings> {
  const webhooks = await tx
    .selectFrom('outgoing_webhooks')
    .select('event_types')
    .where('store_id', '=', store.id)
    .where('disabled_at', 'is', null)
    .execute();
  const failed = await tx
    .selectFrom('rewards')
    .select(['programme_id', 'side', (select) => select.fn.countAll().as('count')])
    .where('store_id', '=', store.id)
    .where('state', '=', 'failed')
    .groupBy(['programme_id', 'side'])
    .execute();
  return {
    pools: await readPools(tx, store.id, now),
    isAsked: webhooks.some(({ event_types: types }) => types === null || types.includes('reward.issue')),
    failed: new Map(failed.map((row) => [failedKey(row.programme_id, row.side), Number(row.count)])),
    origins: store.origins,
  };
}

const words = { advocate: 'advocates', friend: 'friends' } as const;

/** What staff should know of a programme, in English sentences: that it has ended, that codes run out, that nobody makes its rewards. */
export function programmeWarnings(
  { id, programme }: StoredProgramme,
  { pools, isAsked, failed, origins }: ProgrammeSurroundings,
  now: Date,
): string[] {
  const told: string[] = [];
  const state = programmeState(programme, now);
  if (state === 'ended') told.push('The programme has ended.');
  for (const side of rewardSides) {
    const reward = programme[side];
    const count = failed.get(failedKey(id, side)) ?? 0;
    if (count > 0) told.push(`Rewards of ${words[side]} that could not be issued: ${count}.`);
    if (reward === null || state === 'ended') continue;
    if (reward.by === 'webhook' && !isAsked) {
      told.push(
        `Nobody is told of reward.issue, so nobody makes the rewards of ${words[side]}: add a webhook.`,
      );
    }
    const pool = pools.find((one) => one.programmeId === id && one.side === side);
    if (reward.by === 'pool' && pool) told.push(...poolWarnings(pool));
  }
  const landing = new URL(programme.landingUrl).origin;
  if (!origins.includes(landing)) {
    told.push(`The landing page is on ${landing}, which is not among the origins of the store.`);
  }
  return told;
}

function poolWarnings({ side, free, endingSoon, lastsDays }: CodePool): string[] {
  if (free === 0) return [`There are no codes for ${words[side]}: import some, or their rewards wait.`];
  return [
    ...(lastsDays !== null && lastsDays < lowDays
      ? [
          `The codes for ${words[side]} last for ${lastsDays === 1 ? '1 day' : `${lastsDays} days`}: ${free} are left.`,
        ]
      : []),
    ...(endingSoon === free ? [`All codes for ${words[side]} end within fourteen days.`] : []),
  ];
}
