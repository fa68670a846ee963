import { type CodeImport, codeFileLimit, type RewardSide, rewardSides } from '@postlude/contract';
import { type Command, Option } from 'commander';
import { readPools } from '../referrals/codes/pools.ts';
import { readCodes } from '../referrals/codes/read-codes.ts';
import { startCodeImport } from '../referrals/codes/start-import.ts';
import { undoCodeImport } from '../referrals/codes/undo-import.ts';
import { readCodeImport } from '../referrals/codes/view.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf } from './options.ts';
import { print, table } from './output.ts';
import { programmeNamed } from './programme-named.ts';
import { bytesOf, exitOf, importHelp, readWatched, reportText } from './watched-import.ts';
import { storeOf, withContext } from './with-context.ts';

/** `postlude code …` */
export function addCodeCommands(program: Command, io: Io, setExit: (code: number) => void): void {
  const codes = program
    .command('code')
    .description('codes for rewards: import, undo, how full the pools are');

  codes
    .command('import')
    .description('import codes into a pool; the same file again adds nothing')
    .argument('<file>', 'CSV in UTF-8 with a column code and, if there is one, expires_at')
    .addOption(
      new Option('--side <side>', 'for whose rewards').choices([...rewardSides]).makeOptionMandatory(),
    )
    .option('--programme <programme>', 'its id or name; not needed while there is only one')
    .option('--dry-run', 'read and tell everything, write nothing')
    .option(...storeOption)
    .addHelpText('after', importHelp)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { side: RewardSide; programme?: string; dryRun?: boolean }>(
        command,
      );
      const bytes = await bytesOf(file, codeFileLimit);
      const report = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const inItsStore = <T>(work: Parameters<typeof context.db.withStore<T>>[1]) =>
          context.db.withStore(store.id, work);
        const { id: programmeId } = await inItsStore((tx) => programmeNamed(tx, store.id, options.programme));
        const { id } = await startCodeImport(context, store, bytes, {
          programmeId,
          side: options.side,
          dryRun: options.dryRun ?? false,
          name: file.slice(-200),
        });
        const look = async () =>
          found(await inItsStore((tx) => readCodeImport(tx, store.id, id)), 'import', id);
        return readWatched(io, look, () => readCodes(context, store.id, id));
      });
      setExit(exitOf(report));
      print(io, options.json, report, () => textOf(report));
    });

  codes
    .command('status')
    .description('tell how far an import is, with its bad rows')
    .argument('<import>', 'its id (cim_…)')
    .option(...storeOption)
    .action(async (called: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const report = await inStore(io, options, async (tx, storeId) =>
        found(await readCodeImport(tx, storeId, called), 'import', called),
      );
      print(io, options.json, report, () => textOf(report));
    });

  codes
    .command('undo')
    .description('take an import back: remove those of its codes that nobody was given')
    .argument('<import>', 'its id (cim_…)')
    .option(...storeOption)
    .action(async (called: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const report = await inStore(io, options, async (tx, storeId) =>
        found(await undoCodeImport(tx, storeId, called), 'import', called),
      );
      print(io, options.json, report, () => textOf(report));
    });

  codes
    .command('pools')
    .description('tell how full the pools are, and how long they last')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const items = await inStore(io, options, (tx, storeId, context) =>
        readPools(tx, storeId, context.clock.now()),
      );
      print(io, options.json, { items }, () =>
        table(
          ['programme', 'side', 'free', 'given', 'ending soon', 'lasts'],
          items.map(({ programmeId, side, free, given, endingSoon, lastsDays }) => [
            ...[programmeId, side, String(free), String(given), String(endingSoon)],
            lastsDays === null ? '' : `${lastsDays} days`,
          ]),
        ),
      );
    });
}

const textOf = (report: CodeImport): string =>
  reportText(report, {
    about: [
      ['programme', report.programmeId],
      ['side', report.side],
    ],
    look: table(
      ['code', 'until'],
      report.preview.map(({ code, expiresAt }) => [code, expiresAt ?? '']),
    ),
  });
