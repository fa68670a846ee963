import { readFile } from 'node:fs/promises';
import type { StaffWithdrawal } from '@postlude/contract';
import type { Command } from 'commander';
import { messageOf, PostludeServerError } from '../errors.ts';
import { isGenuine } from '../withdrawals/receipt.ts';
import { listWithdrawals, settleWithdrawal, withdrawalCalled } from '../withdrawals/staff-view.ts';
import { found, type StoreOption, storeOption } from './in-store.ts';
import { exitCodes, type Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

/** `postlude withdrawal …` */
export function addWithdrawalCommands(program: Command, io: Io, setExit: (code: number) => void): void {
  const withdrawal = program
    .command('withdrawal')
    .description('declarations of withdrawal: list, tick off, check a receipt');

  withdrawal
    .command('list')
    .description('list declarations, newest first, with what we think of each; none was refused for it')
    .option('--open', 'only those nobody has ticked off')
    .option('--limit <count>', 'at most so many', wholeNumber(1, 1000), 100)
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { open?: boolean; limit: number }>(command);
      const { items } = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const query = { limit: options.limit, ...(options.open ? { open: 'true' } : {}) };
        return context.db.withStore(store.id, (tx) => listWithdrawals(tx, context, store, query));
      });
      print(io, options.json, items, () =>
        table(
          ['number', 'received', 'name', 'contract', 'items', 'last day', 'marks', 'settled'],
          items.map(rowOf),
        ),
      );
    });

  withdrawal
    .command('settle')
    .description('tick a declaration off; doing it again changes nothing')
    .argument('<declaration>', 'its number (W-…) or id (wdr_…)')
    .option(...storeOption)
    .action(async (named: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const settled = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return context.db.withStore(store.id, async (tx) => {
          const id = found(await withdrawalCalled(tx, store.id, named), 'declaration', named);
          return found(await settleWithdrawal(tx, context, store, id), 'declaration', named);
        });
      });
      print(io, options.json, settled, () => `${settled.number} was ticked off at ${settled.settledAt}.`);
    });

  withdrawal
    .command('check')
    .description('tell whether a receipt was made here for this store, and is unchanged')
    .argument('<file>', 'the receipt as it was saved or mailed; - reads standard input')
    .option(...storeOption)
    .addHelpText('after', '\nEnds with 0 when it is genuine and with 1 when it is not.')
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const receipt = file === '-' ? await io.readInput() : await textOf(file);
      const genuine = await withContext(io, options, async (context) => {
        const { id } = await storeOf(context, options.store);
        return isGenuine(context.secrets, id, receipt);
      });
      if (!genuine) setExit(exitCodes.failed);
      print(io, options.json, { genuine }, () =>
        genuine
          ? 'Genuine: this store made the receipt, and nothing in it was changed.'
          : 'Not genuine: this store did not make it, or something in it was changed.',
      );
    });
}

const rowOf = (one: StaffWithdrawal): string[] => [
  one.number,
  one.receivedAt,
  one.name,
  one.contract,
  one.items ?? 'all',
  one.lastDay ?? '',
  one.marks.join(', '),
  one.settledAt ?? '',
];

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new PostludeServerError('invalid_argument', `${file} cannot be read: ${messageOf(cause)}`, {
      cause,
    });
  }
}
