import { type ReferralState, referralStates, type Store } from '@postlude/contract';
import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { linkByStaff } from '../referrals/life/settle.ts';
import { approve, refuse, type StaffDeed, voidIt } from '../referrals/staff/actions.ts';
import { readDetail } from '../referrals/staff/detail.ts';
import { exportedReferrals } from '../referrals/staff/export.ts';
import { readFigures } from '../referrals/staff/figures.ts';
import { listStaffReferrals } from '../referrals/staff/list.ts';
import { type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { type GlobalOptions, locale, optionsOf, wholeNumber } from './options.ts';
import { print } from './output.ts';
import { figuresText, referralsText, referralText } from './referral-text.ts';
import { writePieces } from './watched-import.ts';
import { storeOf, withContext } from './with-context.ts';

interface Options extends StoreOption {
  readonly locale?: string;
  readonly by: string;
  readonly note?: string;
}

/** What the work of a command is given. */
interface Desk {
  readonly tx: Tx;
  readonly context: Context;
  readonly store: Store;
  readonly reader: { readonly locale: string; readonly timeZone: string };
  readonly now: Date;
}

/** `postlude referral …` */
export function addReferralCommands(program: Command, io: Io): void {
  const group = program
    .command('referral')
    .description('friends who were brought: the queue, stories, decide, link, figures, export')
    .addHelpText(
      'after',
      `
A referral is named by its id (rfr_…). Doing the same again changes nothing; every decision is kept with who made it (--by).

Examples:
  postlude referral list --state flagged
  postlude referral show rfr_… --locale de
  postlude referral approve rfr_… --by Mia --note "Sisters in one house."
  postlude referral link --advocate adv_… --order ord_… --by Mia
  postlude referral figures --from 2026-11-01 --to 2026-11-30`,
    );
  addReading(group, io);
  addDeciding(group, io);
}

function addReading(group: Command, io: Io): void {
  reading(group.command('list'))
    .description('list referrals, newest first; those that are flagged by the date they have')
    .addOption(new Option('--state <state>', 'only these').choices([...referralStates]))
    .option('--programme <programme>', 'only of one programme (rpg_…)')
    .option('--advocate <advocate>', 'only of one advocate (adv_…)')
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'where a list before ended')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<
        Options & {
          state?: ReferralState;
          programme?: `rpg_${string}`;
          advocate?: `adv_${string}`;
          limit: number;
          cursor?: string;
        }
      >(command);
      const { state, programme, advocate, limit, cursor } = options;
      const page = await atDesk(io, options, ({ tx, store, reader }) =>
        listStaffReferrals(tx, store.id, { state, programme, advocate, limit, cursor }, reader),
      );
      print(io, options.json, page, () => referralsText(page));
    });

  reading(group.command('show'))
    .description('show a referral with its story, its score, its rewards and what can be done')
    .argument('<referral>', 'its id (rfr_…)')
    .action(async (referralId: string, _: unknown, command: Command) => {
      const options = optionsOf<Options>(command);
      const shown = await atDesk(io, options, ({ tx, store, reader }) =>
        readDetail(tx, { storeId: store.id, referralId }, reader),
      );
      print(io, options.json, shown, () => referralText(shown));
    });

  group
    .command('figures')
    .description('count shares, visits, claims, orders, revenue and cost by day')
    .option('--programme <programme>', 'only of one programme (rpg_…)')
    .option('--from <day>', 'the first day, like 2026-11-01 (thirty days unless told)')
    .option('--to <day>', 'the last day')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Options & { programme?: string; from?: string; to?: string }>(command);
      const { programme, from, to } = options;
      const figures = await atDesk(io, options, ({ tx, store, now }) =>
        readFigures(tx, store, { programme, from, to }, now),
      );
      print(io, options.json, figures, () => figuresText(figures));
    });

  group
    .command('export')
    .description('write all referrals to a CSV file')
    .argument('<file>', 'where to; must not be there yet')
    .option('--programme <programme>', 'only of one programme (rpg_…)')
    .option(...storeOption)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { programme?: string }>(command);
      const bytes = await withContext(io, options, async (context) => {
        const { id } = await storeOf(context, options.store);
        return writePieces(file, exportedReferrals(context, id, options.programme ?? null));
      });
      print(io, options.json, { file, bytes }, () => `${file}: ${bytes} bytes`);
    });
}

function addDeciding(group: Command, io: Io): void {
  const deed = (name: string, description: string, work: StaffDeed): void => {
    deciding(group.command(name))
      .description(description)
      .argument('<referral>', 'its id (rfr_…)')
      .action(async (referralId: string, _: unknown, command: Command) => {
        const options = optionsOf<Options>(command);
        const shown = await atDesk(io, options, async ({ tx, context, store, reader, now }) => {
          const key = { storeId: store.id, referralId };
          await work(tx, context, key, { by: options.by, note: options.note ?? null }, now);
          return readDetail(tx, key, reader);
        });
        print(io, options.json, shown, () => referralText(shown));
      });
  };
  deed('approve', 'approve one that is flagged or was refused: it still waits out its hold', approve);
  deed('refuse', 'refuse one that has not counted yet', refuse);
  deed('void', 'void one that counted: its rewards are revoked', voidIt);

  deciding(group.command('link'))
    .description('link a friend’s order by hand; every other rule is asked as usual')
    .requiredOption('--advocate <advocate>', 'whose friend it is of (adv_…)')
    .requiredOption('--order <order>', 'the friend’s order (ord_…)')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Options & { advocate: string; order: string }>(command);
      const { advocate: advocateId, order: orderId, by, note = null } = options;
      const shown = await atDesk(io, options, async ({ tx, context, store, reader, now }) => {
        const link = { storeId: store.id, advocateId, orderId, by, note };
        const row = await linkByStaff(tx, context, link, now);
        return readDetail(tx, { storeId: store.id, referralId: row.referral_id }, reader);
      });
      print(io, options.json, shown, () => referralText(shown));
    });
}

/** Does the work of one command in one transaction of its store. */
const atDesk = <T>(
  io: Io,
  options: GlobalOptions & StoreOption & { readonly locale?: string },
  work: (desk: Desk) => Promise<T>,
): Promise<T> =>
  withContext(io, options, async (context) => {
    const store = await storeOf(context, options.store);
    const reader = { locale: options.locale ?? store.locale, timeZone: store.timeZone };
    const now = context.clock.now();
    return context.db.withStore(store.id, (tx) => work({ tx, context, store, reader, now }));
  });

const reading = (command: Command): Command =>
  command
    .option(...storeOption)
    .option('--locale <tag>', 'language of the sentences, like de (the store’s own unless told)', locale);

const deciding = (command: Command): Command =>
  reading(command)
    .option('--by <name>', 'who decides, for the history', 'cli')
    .option('--note <text>', 'why, for the history');
