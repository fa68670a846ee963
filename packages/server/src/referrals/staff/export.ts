import { setImmediate } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { disarmed } from '../../review-files/cell-text.ts';
import type { RewardRow } from '../rewards/ledger.ts';
import { type StaffRow, staffRows } from './view.ts';

/** Referrals that are read at once: a store with many is read in small steps, so that the process answers others between them. */
const pageRows = 500;

const columns = [
  ...[
    'referral',
    'programme',
    'version',
    'state',
    'reason',
    'advocate_code',
    'advocate_email',
    'friend_email',
  ],
  ...[
    'claimed_at',
    'ordered_at',
    'qualified_at',
    'ended_at',
    'attribution',
    'score',
    'order',
    'total',
    'currency',
  ],
  ...['friend_reward', 'friend_code', 'advocate_reward', 'advocate_reward_code'],
] as const;

/**
 * The referrals of a programme, or of all, as CSV (RFC 4180) in pieces: the heading, then some hundred rows each, the oldest first. No
 * spreadsheet runs what is in it. Sums are in minor units. Visits that nobody claimed are not in it.
 */
export async function* exportedReferrals(
  context: Context,
  storeId: string,
  programmeId: string | null,
): AsyncGenerator<string> {
  yield csvRow(columns);
  let after = '';
  while (true) {
    const { rows, rewards } = await readPage(context, storeId, programmeId, after);
    if (rows.length > 0) yield rows.map((row) => csvRow(cellsOf(row, rewards))).join('');
    if (rows.length < pageRows) return;
    after = rows.at(-1)?.referral_id ?? '';
    // The embedded database works in this thread and lets nobody else have a turn by itself.
    await setImmediate();
  }
}

const readPage = (context: Context, storeId: string, programmeId: string | null, after: string) =>
  context.db.withStore(storeId, async (tx) => {
    let found = staffRows(tx, storeId)
      .where('referrals.state', '<>', 'clicked')
      .where('referrals.referral_id', '>', after)
      .orderBy('referrals.referral_id')
      .limit(pageRows);
    if (programmeId !== null) found = found.where('referrals.programme_id', '=', programmeId);
    const rows = await found.execute();
    const ids = rows.map((row) => row.referral_id);
    const rewards =
      ids.length === 0
        ? []
        : await tx
            .selectFrom('rewards')
            .selectAll()
            .where('store_id', '=', storeId)
            .where('referral_id', 'in', ids)
            .execute();
    return { rows, rewards: new Map(rewards.map((one) => [`${one.referral_id} ${one.side}`, one])) };
  });

function cellsOf(row: StaffRow, rewards: ReadonlyMap<string, RewardRow>): (string | number | null)[] {
  const friend = rewards.get(`${row.referral_id} friend`);
  const advocate = rewards.get(`${row.referral_id} advocate`);
  const moments = [row.claimed_at, row.ordered_at, row.qualified_at, row.ended_at];
  return [
    ...[row.referral_id, row.programme_id, row.programme_version, row.state, row.reason],
    ...[row.advocate_code, row.advocate_email, row.email ?? row.order_email],
    ...moments.map((moment) => moment?.toISOString() ?? null),
    ...[row.attribution, row.score, row.order_number, row.total_amount, row.total_currency],
    ...[friend, advocate].flatMap((one) => [one?.state ?? null, one?.code ?? one?.credit_id ?? null]),
  ];
}

const csvRow = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => quoted(typeof cell === 'string' ? disarmed(cell) : String(cell ?? ''))).join(',')}\r\n`;

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
