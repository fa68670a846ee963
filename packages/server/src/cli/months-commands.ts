import type { ItemMonths } from '@postlude/contract';
import { serialKey } from '@postlude/contract/serials';
import type { Command } from 'commander';
import { addMonthsTo, type UnitKey, voidMonths } from '../cover-months/months.ts';
import { showMonths } from '../cover-months/show.ts';
import type { Tx } from '../db/database.ts';
import { readCode } from '../registrations/code.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';

interface Options extends StoreOption {
  readonly by?: string;
  readonly note?: string;
  readonly months: number;
  readonly reason: string;
  readonly id: string;
}

/** `postlude months …` */
export function addMonthsCommands(program: Command, io: Io): void {
  const group = program
    .command('months')
    .description('months added by hand to the store’s warranty on one item')
    .addHelpText(
      'after',
      `
An item is named by its id (psp_…), the code of its registration, or its serial number. The legal guarantee stays as it is.

Examples:
  postlude months add 7K3D-9QXM-2F4T --months 6 --reason "Waited long for parts" --by Mia
  postlude months void 7K3D-9QXM-2F4T --id amo_… --note "Wrong item"`,
    );
  const one = (
    name: string,
    description: string,
    work: (tx: Tx, key: UnitKey, options: Options, now: Date) => Promise<void>,
  ): Command =>
    group
      .command(name)
      .description(description)
      .argument('<item>', 'its id (psp_…), registration code or serial number')
      .option(...storeOption)
      .action(async (named: string, _: unknown, self: Command) => {
        const options = optionsOf<Options>(self);
        const shown = await inStore(io, options, async (tx, storeId, context) => {
          const key = { storeId, passportId: await idOf(tx, storeId, named) };
          await work(tx, key, options, context.clock.now());
          return showMonths(tx, context, key);
        });
        print(io, options.json, shown, () => monthsText(shown));
      });

  one('list', 'list what was added to an item', () => Promise.resolve());
  one('add', 'add months to an item', (tx, key, { months, reason, by }, now) =>
    addMonthsTo(tx, key, { months, reason, by }, now),
  )
    .requiredOption('--months <count>', 'how many', wholeNumber(1, 120))
    .requiredOption('--reason <text>', 'why; read by staff')
    .option('--by <name>', 'who does it');
  one('void', 'take added months back', (tx, key, { id, by, note }, now) =>
    voidMonths(tx, { ...key, addedMonthsId: id }, { by, note }, now),
  )
    .requiredOption('--id <id>', 'which (amo_…)')
    .option('--by <name>', 'who does it')
    .option('--note <note>', 'why');
}

async function idOf(tx: Tx, storeId: string, named: string): Promise<string> {
  const row = await tx
    .selectFrom('passports')
    .leftJoin('registrations', (join) =>
      join
        .onRef('registrations.store_id', '=', 'passports.store_id')
        .onRef('registrations.passport_id', '=', 'passports.passport_id'),
    )
    .select('passports.passport_id')
    .where('passports.store_id', '=', storeId)
    .where((is) =>
      is.or([
        is('passports.passport_id', '=', named),
        is('registrations.code', '=', readCode(named) ?? ''),
        is('passports.serial_key', '=', serialKey(named)),
      ]),
    )
    .executeTakeFirst();
  return found(row ?? null, 'item', named).passport_id;
}

const monthsText = ({ passport, added }: ItemMonths): string =>
  [
    [passport.title, passport.variant].filter(Boolean).join(', '),
    '',
    table(
      ['cover', 'state', 'until'],
      passport.covers.map((cover) => [
        cover.name ?? cover.kind,
        cover.state,
        cover.lifetime ? 'lifetime' : (cover.until ?? ''),
      ]),
    ),
    '',
    added.length === 0
      ? 'No months were added.'
      : table(
          ['added', 'id', 'months', 'by', 'reason', 'taken back'],
          added.map(({ at, id, months, by, reason, voided }) => [
            at,
            id,
            String(months),
            by,
            reason,
            voided ? [voided.at, voided.by, voided.note].filter(Boolean).join(' ') : '',
          ]),
        ),
  ].join('\n');
