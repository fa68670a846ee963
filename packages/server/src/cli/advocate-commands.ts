import type { StaffAdvocate } from '@postlude/contract';
import type { Command } from 'commander';
import { blockAdvocate, listAdvocates, unblockAdvocate } from '../referrals/staff/advocates.ts';
import { inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';

interface Options extends StoreOption {
  readonly by: string;
  readonly note?: string;
}

/** `postlude advocate …` */
export function addAdvocateCommands(program: Command, io: Io): void {
  const group = program.command('advocate').description('who brings friends: list, shut out, let in again');

  group
    .command('list')
    .description('list advocates, newest first')
    .option('--programme <programme>', 'only of one programme (rpg_…)')
    .option('--q <text>', 'a code, however it is typed, or an e-mail address')
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'where a list before ended')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<
        StoreOption & { programme?: `rpg_${string}`; q?: string; limit: number; cursor?: string }
      >(command);
      const { programme, q, limit, cursor } = options;
      const page = await inStore(io, options, (tx, storeId) =>
        listAdvocates(tx, storeId, { programme, q, limit, cursor }),
      );
      print(io, options.json, page, () => {
        const list = textOf(page.items);
        return page.next === null ? list : `${list}\n\nMore with --cursor ${page.next}`;
      });
    });

  const one = (name: string, description: string) =>
    group
      .command(name)
      .description(description)
      .argument('<advocate>', 'the id (adv_…)')
      .option('--by <name>', 'who decides, for the history', 'cli')
      .option('--note <text>', 'why, for the history')
      .option(...storeOption);

  one('block', 'shut one out: the link opens nothing, and what has not counted yet is refused').action(
    async (advocateId: string, _: unknown, command: Command) => {
      const options = optionsOf<Options>(command);
      const word = { by: options.by, note: options.note ?? null };
      const shown = await inStore(io, options, (tx, storeId, context) =>
        blockAdvocate(tx, context, { storeId, advocateId }, word, context.clock.now()),
      );
      print(io, options.json, shown, () => textOf([shown]));
    },
  );
  one('unblock', 'let one in again: what was refused meanwhile stays refused').action(
    async (advocateId: string, _: unknown, command: Command) => {
      const options = optionsOf<Options>(command);
      const shown = await inStore(io, options, (tx, storeId, context) =>
        unblockAdvocate(tx, { storeId, advocateId }, context.clock.now()),
      );
      print(io, options.json, shown, () => textOf([shown]));
    },
  );
}

const textOf = (items: readonly StaffAdvocate[]): string =>
  table(
    ['advocate', 'code', 'name', 'e-mail', 'visits', 'claimed', 'counted', 'ended', 'blocked'],
    items.map((one) => [
      ...[one.id, one.code, one.name ?? '', one.email, String(one.visits), String(one.claimed)],
      ...[String(one.qualified), String(one.ended)],
      one.blocked === null ? '' : [`by ${one.blocked.by}`, one.blocked.note].filter(Boolean).join(': '),
    ]),
  );
