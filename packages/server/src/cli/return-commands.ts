import {
  declineCodes,
  grades,
  type ReturnRoute,
  type ReturnStatus,
  returnRoutes,
  returnStatuses,
  type StaffReturn,
} from '@postlude/contract';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { writeMessage } from '../case-log/messages.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { holdCase, type ReturnCase, readCase } from '../returns/case.ts';
import { listAllReturns } from '../returns/list.ts';
import { receive } from '../returns/receive.ts';
import { refund } from '../returns/refund.ts';
import { showStaffReturn } from '../returns/show.ts';
import { approve, ask, close, decline, inspect, type StaffWord } from '../returns/staff.ts';
import { logOf, type ReturnRow } from '../returns/store.ts';
import { undo } from '../returns/undo.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';
import { returnText, sumText } from './return-text.ts';

interface Options extends StoreOption, StaffWord {
  readonly code: (typeof declineCodes)[number];
  readonly text: string;
  readonly item: readonly ReceivedItem[];
  readonly refund?: number;
  readonly storeCredit?: number;
  readonly creditCode?: string;
}

interface ReceivedItem {
  readonly place: number;
  readonly quantity: number;
  readonly grade: (typeof grades)[number] | null;
  readonly restock: boolean;
}

type Work = (tx: Tx, context: Context, held: ReturnCase, options: Options) => Promise<ReturnCase>;

/** `postlude return …` */
export function addReturnCommands(program: Command, io: Io): void {
  const group = program
    .command('return')
    .description('returns: look at them, decide, receive and settle')
    .addHelpText(
      'after',
      `
A return is named by its number (R-1001-1) or its id (ret_…). Doing the same again changes nothing; every action is kept
with who did it (--by).

Examples:
  postlude return list --status requested
  postlude return approve R-1001-1 --by Mia
  postlude return receive R-1001-1 --item 1=2:a:restock --item 2=1:d
  postlude return refund R-1001-1 --credit-code THANKS-10`,
    );
  addList(group, io);

  const one = (name: string, description: string, work: Work | null): Command => {
    const command = group
      .command(name)
      .description(description)
      .argument('<return>', 'its number (R-1001-1) or id (ret_…)')
      .option(...storeOption);
    return command.action(async (named: string, _: unknown, self: Command) => {
      const options = optionsOf<Options>(self);
      const shown = await inStore(io, options, async (tx, storeId, context) => {
        const row = await rowOf(tx, storeId, named);
        const now = context.clock.now();
        const of = work
          ? await work(tx, context, await holdCase(tx, row, now), options)
          : await readCase(tx, row, now);
        return showStaffReturn(tx, context, of);
      });
      print(io, options.json, shown, () => returnText(shown));
    });
  };
  const deed = (name: string, description: string, work: Work): Command =>
    one(name, description, work)
      .option('--by <name>', 'who does it; kept in the audit')
      .option('--note <note>', 'why; kept in the audit');

  one('show', 'show a return, what decided it and what was done', null);
  deed('approve', 'approve it; its label is made next', approve);
  deed('decline', 'decline it with a reason that the shopper reads', decline).addOption(
    new Option('--code <code>', 'why').choices([...declineCodes]).makeOptionMandatory(),
  );
  deed('ask', 'ask the shopper before deciding', ask).requiredOption('--text <text>', 'the question');
  deed('receive', 'record what arrived; quantities are totals', receiveFrom).requiredOption(
    '--item <place=quantity[:grade][:restock]>',
    'an item by its place in the list, from 1; may be given several times',
    receivedItem,
  );
  deed('inspect', 'finish the inspection', inspect);
  deed('refund', 'settle it by what arrived', (tx, context, held, options) =>
    refund(tx, context, held, options),
  )
    .option('--refund <minor units>', 'another sum than the one worked out', wholeNumber(0, 1e12))
    .option('--store-credit <minor units>', 'another sum than the one worked out', wholeNumber(0, 1e12))
    .option('--credit-code <code>', 'what the store credit is used with');
  deed('close', 'end it without more to do', close);
  deed('undo', 'take back the last action', undo);
  one('message', 'write to the shopper', async (tx, _context, held, { text }) => {
    await writeMessage(tx, logOf(held.row), 'store', { text }, held.now);
    return held;
  }).requiredOption('--text <text>', 'the message');
}

function addList(group: Command, io: Io): void {
  group
    .command('list')
    .description('list returns, newest first')
    .option(...storeOption)
    .addOption(new Option('--status <status>', 'only these').choices([...returnStatuses]))
    .addOption(new Option('--route <route>', 'only these').choices([...returnRoutes]))
    .option('--search <text>', 'by return number, order number or e-mail')
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .action(async (_: unknown, command: Command) => {
      const { search: q, ...options } = optionsOf<
        StoreOption & {
          status?: ReturnStatus;
          route?: ReturnRoute;
          search?: string;
          limit: number;
          cursor?: string;
        }
      >(command);
      const page = await inStore(io, options, (tx, storeId) =>
        listAllReturns(tx, storeId, { ...options, q }),
      );
      print(io, options.json, page, () =>
        [
          table(
            ['created', 'number', 'route', 'status', 'units', 'value'],
            page.items.map((each) => [
              each.createdAt,
              each.number,
              each.route,
              each.status,
              String(each.units),
              sumText(each.value),
            ]),
          ),
          ...(page.next === null ? [] : ['', `There are more: --cursor ${page.next}`]),
        ].join('\n'),
      );
    });
}

async function rowOf(tx: Tx, storeId: string, named: string): Promise<ReturnRow> {
  const row = await tx
    .selectFrom('returns')
    .selectAll()
    .where('store_id', '=', storeId)
    .where((is) => is.or([is('return_id', '=', named), is('number', '=', named)]))
    .executeTakeFirst();
  return found(row ?? null, 'return', named);
}

const receiveFrom: Work = async (tx, context, held, { by, item }) => {
  const { return: one }: StaffReturn = await showStaffReturn(tx, context, held);
  const items = item.map(({ place, quantity, grade, restock }) => ({
    returnItemId: found(one.items[place - 1] ?? null, 'item', String(place)).id,
    quantity,
    restock,
    ...(grade === null ? {} : { grade }),
  }));
  return receive(tx, context, held, { by, items });
};

/** Reads `1=2:a:restock`. */
function receivedItem(text: string, before: readonly ReceivedItem[] = []): ReceivedItem[] {
  const [, place, quantity, grade, restock] =
    /^(\d{1,3})=(\d{1,7})(?::([abcd]))?(:restock)?$/.exec(text) ?? [];
  if (place === undefined || quantity === undefined) {
    throw new InvalidArgumentError('It must be like 1=2, 1=2:a or 1=2:a:restock.');
  }
  const item = {
    place: Number(place),
    quantity: Number(quantity),
    grade: grades.find((each) => each === grade) ?? null,
    restock: restock !== undefined,
  };
  return [...before, item];
}
