import { type ReferralProgramme, ReferralProgrammeInput } from '@postlude/contract';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { programmeToBegin } from '../referrals/programme/defaults.ts';
import { type ProgrammeReader, shownProgrammes } from '../referrals/programme/routes.ts';
import { beginProgramme, saveProgramme } from '../referrals/programme/save.ts';
import {
  listProgrammeVersions,
  programmeOfVersion,
  programmesInForce,
  type StoredProgramme,
} from '../referrals/programme/store.ts';
import { found, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { type GlobalOptions, locale, optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';
import { programmeNamed } from './programme-named.ts';
import { explain, settingsIn } from './settings-file.ts';
import { storeOf, withContext } from './with-context.ts';

interface Asked extends StoreOption {
  readonly locale?: string;
}

/** `postlude referral-programme …` */
export function addReferralProgrammeCommands(program: Command, io: Io): void {
  const programmes = program
    .command('referral-programme')
    .description('what is given for bringing a friend, version by version')
    .addHelpText(
      'after',
      `
A programme is named by its id (rpg_…) or its name; not at all while there is only one.

Examples:
  postlude referral-programme example --landing-url https://shop.example/friends > programme.json
  postlude referral-programme create programme.json
  postlude code import friend-codes.csv --side friend
  postlude referral-programme show --locale de
  postlude referral-programme pause`,
    );
  addExample(programmes, io);
  addReading(programmes, io);
  addWriting(programmes, io);
}

function addExample(programmes: Command, io: Io): void {
  programmes
    .command('example')
    .description('print a programme to begin with, in JSON: change it, and give it to create')
    .requiredOption('--landing-url <url>', 'the page that links lead to, with <postlude-referral-offer>')
    .option('--amount <units>', 'what both get, in minor units', wholeNumber(1, 100_000_000), 1_000)
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { landingUrl: string; amount: number }>(command);
      const { currency } = await withContext(io, options, (context) => storeOf(context, options.store));
      const example = programmeToBegin(currency, options.landingUrl, options.amount);
      print(io, options.json, example, () => JSON.stringify(example, null, 2));
    });
}

function addReading(programmes: Command, io: Io): void {
  asking(programmes.command('list'))
    .description('list the programmes, the newest first')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const items = await read(io, options, (tx, { store }) => programmesInForce(tx, store.id));
      print(io, options.json, { items }, () => [listed(items), ...warningsOf(items)].join('\n'));
    });

  asking(programmes.command('show'))
    .description('read a programme back in sentences, with what staff should know')
    .argument('[programme]', 'its id or name')
    .option('--version-number <version>', 'an older version', wholeNumber(1, 1_000_000))
    .action(async (named: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<Asked & { versionNumber?: number }>(command);
      const { versionNumber } = options;
      const [shown] = await read(io, options, async (tx, { store }) => {
        const programme = await programmeNamed(tx, store.id, named);
        if (versionNumber === undefined) return [programme];
        const version = await programmeOfVersion(tx, store.id, programme.id, versionNumber);
        return [found(version, 'version', String(versionNumber))];
      });
      print(io, options.json, shown, () => (shown ? textOf(shown) : ''));
    });

  asking(programmes.command('versions'))
    .description('list all versions of a programme')
    .argument('[programme]', 'its id or name')
    .action(async (named: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const versions = await read(io, options, async (tx, { store }) =>
        listProgrammeVersions(tx, store.id, (await programmeNamed(tx, store.id, named)).id),
      );
      print(io, options.json, versions, () =>
        table(
          ['version', 'since', 'name'],
          versions.map(({ version, validFrom, programme }) => [String(version), validFrom, programme.name]),
        ),
      );
    });
}

function addWriting(programmes: Command, io: Io): void {
  const fileArgument = 'the programme in JSON, or what show --json printed; - reads standard input';
  const readFile = (file: string) =>
    settingsIn(io, file, 'programme', (json) => ReferralProgrammeInput.safeParse(json));

  asking(programmes.command('create'))
    .description('start a programme, in force at once')
    .argument('<file>', fileArgument)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const input = await readFile(file);
      const [shown] = await read(io, options, async (tx, { store, now }) => [
        await beginProgramme(tx, store.id, input, now),
      ]).catch(explain);
      print(io, options.json, shown, () => (shown ? textOf(shown) : ''));
    });

  asking(programmes.command('set'))
    .description('write a new version of a programme, in force at once')
    .argument('<programme>', 'its id or name')
    .argument('<file>', fileArgument)
    .action(async (named: string, file: string, _: unknown, command: Command) => {
      const input = await readFile(file);
      await change(io, optionsOf<Asked>(command), named, () => input);
    });

  for (const [name, paused, description] of [
    ['pause', true, 'stop a programme: nobody joins or claims, and what was claimed goes on'],
    ['resume', false, 'let a programme go on that was paused'],
  ] as const) {
    asking(programmes.command(name))
      .description(description)
      .argument('[programme]', 'its id or name')
      .action(async (named: string | undefined, _: unknown, command: Command) => {
        await change(io, optionsOf<Asked>(command), named, ({ programme }) => ({ ...programme, paused }));
      });
  }
}

/** Writes a version of a programme and prints it. */
async function change(
  io: Io,
  options: GlobalOptions & Asked,
  named: string | undefined,
  next: (before: StoredProgramme) => ReferralProgrammeInput,
): Promise<void> {
  let versionBefore = 0;
  const [shown] = await read(io, options, async (tx, { store, now }) => {
    const before = await programmeNamed(tx, store.id, named);
    versionBefore = before.version;
    return [await saveProgramme(tx, store.id, before.id, next(before), now)];
  }).catch(explain);
  if (!shown) return;
  print(io, options.json, shown, () =>
    shown.version === versionBefore
      ? `This is what version ${versionBefore} says already: nothing was changed.`
      : textOf(shown),
  );
}

/** Does the work of one command in one transaction of its store, and shows the programmes it comes back with. */
function read(
  io: Io,
  options: GlobalOptions & Asked,
  work: (tx: Tx, reader: ProgrammeReader & { readonly context: Context }) => Promise<StoredProgramme[]>,
): Promise<ReferralProgramme[]> {
  return withContext(io, options, async (context) => {
    const store = await storeOf(context, options.store);
    const reader = { store, locale: options.locale, now: context.clock.now(), context };
    return context.db.withStore(store.id, async (tx) => shownProgrammes(tx, await work(tx, reader), reader));
  });
}

const asking = (command: Command): Command =>
  command
    .option(...storeOption)
    .option('--locale <tag>', 'language of the terms, like de (the store’s own unless told)', locale);

const listed = (items: readonly ReferralProgramme[]): string =>
  table(
    ['programme', 'name', 'version', 'state', 'starts', 'ends'],
    items.map(({ id, version, state, programme }) => [
      ...[id, programme.name, String(version), state],
      ...[programme.startsAt ?? '', programme.endsAt ?? ''],
    ]),
  );

const warningsOf = (items: readonly ReferralProgramme[]): string[] =>
  items.flatMap(({ programme, warnings }) => warnings.map((warning) => `! ${programme.name}: ${warning}`));

function textOf({ id, version, validFrom, state, programme, terms, warnings }: ReferralProgramme): string {
  return [
    `${programme.name} (${id}), version ${version} since ${validFrom}: ${state}`,
    '',
    ...terms,
    ...(warnings.length === 0 ? [] : ['', ...warnings.map((warning) => `! ${warning}`)]),
  ].join('\n');
}
