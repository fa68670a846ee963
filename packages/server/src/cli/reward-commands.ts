import {
  type RewardIssued,
  type RewardSide,
  type RewardState,
  rewardSides,
  rewardStates,
} from '@postlude/contract';
import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { PostludeServerError } from '../errors.ts';
import { acknowledgeReward } from '../referrals/rewards/acknowledge.ts';
import type { RewardKey } from '../referrals/rewards/issue.ts';
import type { RewardRow } from '../referrals/rewards/ledger.ts';
import { redeemReward, resendReward } from '../referrals/rewards/staff-actions.ts';
import { listRewards, staffReward } from '../referrals/rewards/view.ts';
import { inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';

interface Options extends StoreOption {
  readonly by: string;
  readonly note?: string;
  readonly code?: string;
  readonly credit?: string;
  readonly failed?: string;
  readonly order?: string;
}

type Work = (tx: Tx, context: Context, key: RewardKey, options: Options) => Promise<RewardRow>;

/** `postlude reward …` */
export function addRewardCommands(program: Command, io: Io): void {
  const rewards = program
    .command('reward')
    .description('rewards for referrals: what failed, issue by hand, send again, used')
    .addHelpText(
      'after',
      `
A reward is named by its id (rwd_…). Doing the same again changes nothing.

Examples:
  postlude reward list --state failed
  postlude reward issued rwd_… --code THANKS-20
  postlude reward resend rwd_… --by Mia`,
    );
  addList(rewards, io);

  const one = (name: string, description: string, work: Work): Command =>
    rewards
      .command(name)
      .description(description)
      .argument('<reward>', 'its id (rwd_…)')
      .option(...storeOption)
      .action(async (rewardId: string, _: unknown, command: Command) => {
        const options = optionsOf<Options>(command);
        const shown = await inStore(io, options, async (tx, storeId, context) =>
          staffReward(await work(tx, context, { storeId, rewardId }, options), 'en'),
        );
        print(io, options.json, shown, () => textOf(shown));
      });

  one('resend', 'issue one again that failed, or tell one again that is there', (tx, context, key, options) =>
    resendReward(tx, context, key, { by: options.by, note: options.note ?? null }, context.clock.now()),
  )
    .option('--by <name>', 'who does it, for the history', 'cli')
    .option('--note <text>', 'why');
  one('issued', 'say what was made for it: the answer to reward.issue', (tx, context, key, options) =>
    acknowledgeReward(tx, context, key, answerOf(options), context.clock.now()),
  )
    .option('--code <code>', 'the code for the till')
    .option('--credit <id>', 'the shop’s own id of the credit')
    .option('--failed <why>', 'it could not be made');
  one('redeemed', 'note that it was used, where no order says so', (tx, context, key, options) =>
    redeemReward(tx, key, options.order ?? null, context.clock.now()),
  ).option('--order <order>', 'with which order (ord_…)');
}

function answerOf({ code, credit, failed }: Options): RewardIssued {
  if (failed !== undefined && code === undefined && credit === undefined) return { failed };
  if (failed === undefined && code !== undefined) return { code, creditId: credit ?? null };
  if (failed === undefined && credit !== undefined) return { creditId: credit };
  throw new PostludeServerError('invalid_argument', 'Tell --code, --credit or both; or --failed alone.');
}

function addList(rewards: Command, io: Io): void {
  rewards
    .command('list')
    .description('list rewards, newest first')
    .addOption(new Option('--state <state>', 'only these').choices([...rewardStates]))
    .addOption(new Option('--side <side>', 'only of these').choices([...rewardSides]))
    .option('--programme <programme>', 'only of one programme (rpg_…)')
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'where a list before ended')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<
        StoreOption & {
          state?: RewardState;
          side?: RewardSide;
          programme?: string;
          limit: number;
          cursor?: string;
        }
      >(command);
      const { state, side, programme, limit, cursor } = options;
      const page = await inStore(io, options, (tx, storeId) =>
        listRewards(tx, storeId, { state, side, programme, limit, cursor }, 'en'),
      );
      print(io, options.json, page, () => {
        const rows = page.items.map((one) => [
          ...[one.id, one.side, one.state, one.label, one.code ?? one.creditId ?? ''],
          ...[one.changedAt, one.because ?? ''],
        ]);
        const list = table(['reward', 'side', 'state', 'what', 'code', 'since', 'because'], rows);
        return page.next === null ? list : `${list}\n\nMore with --cursor ${page.next}`;
      });
    });
}

const textOf = (reward: ReturnType<typeof staffReward>): string =>
  facts([
    ['reward', reward.id],
    ['for', `${reward.side} of ${reward.referralId}`],
    ['what', reward.label],
    ['state', reward.state],
    ['code', reward.code],
    ['credit', reward.creditId],
    ['because', reward.because],
    ['tried', String(reward.attempts)],
  ]);
