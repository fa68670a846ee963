import { readFile } from 'node:fs/promises';
import {
  ClaimCostInput,
  type ClaimStatus,
  claimDeclineCodes,
  claimStatuses,
  FinishInput,
  RepairQuoteInput,
} from '@postlude/contract';
import { type Command, Option } from 'commander';
import type * as z from 'zod/mini';
import { writeMessage } from '../case-log/messages.ts';
import { type ClaimCase, holdCase, readCase } from '../claims/case.ts';
import { addCost } from '../claims/costs.ts';
import { listClaims } from '../claims/list.ts';
import { mailMessage } from '../claims/mails/send.ts';
import { quote } from '../claims/quotes.ts';
import {
  approve,
  ask,
  awaitParts,
  decline,
  diagnose,
  finish,
  receive,
  repair,
  review,
  type StaffWord,
  ship,
  test,
} from '../claims/staff.ts';
import { type ClaimRow, keyOf, logOf } from '../claims/store.ts';
import { undo } from '../claims/undo.ts';
import { showStaffClaim } from '../claims/view.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { claimText } from './claim-text.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';

interface Options extends StoreOption, StaffWord {
  readonly code: (typeof claimDeclineCodes)[number];
  readonly text: string;
  readonly quote: z.infer<typeof RepairQuoteInput>;
  readonly carrier?: string;
  readonly number?: string;
  readonly outcome: FinishInput['outcome'];
  readonly serial?: string;
  readonly kind: z.infer<typeof ClaimCostInput>['kind'];
  readonly sum: number;
}

type Work = (tx: Tx, context: Context, held: ClaimCase, options: Options) => Promise<ClaimCase>;

/** `postlude claim …` */
export function addClaimCommands(program: Command, io: Io): void {
  const group = program
    .command('claim')
    .description('claims and repairs: look at them, decide, quote, repair and send back')
    .addHelpText(
      'after',
      `
A claim is named by its number (C-1001-1) or its id (clm_…). Doing the same again changes nothing; every action is kept
with who did it (--by).

Examples:
  postlude claim list --status received
  postlude claim approve C-1001-1 --by Mia --note "Please send it in."
  postlude claim quote C-1001-1 --file quote.json
  postlude claim ship C-1001-1 --carrier DHL --number 00340434161094000000
  postlude claim finish C-1001-1 --outcome repaired`,
    );
  addList(group, io);

  const one = (name: string, description: string, work: Work | null): Command =>
    group
      .command(name)
      .description(description)
      .argument('<claim>', 'its number (C-1001-1) or id (clm_…)')
      .option(...storeOption)
      .action(async (named: string, _: unknown, self: Command) => {
        const options = optionsOf<Options & { file?: string }>(self);
        const given =
          options.file === undefined ? options : { ...options, quote: await quoteOf(options.file) };
        const shown = await inStore(io, options, async (tx, storeId, context) => {
          const row = await rowOf(tx, storeId, named);
          const now = context.clock.now();
          const of = work
            ? await work(tx, context, await holdCase(tx, keyOf(row), now), given)
            : await readCase(tx, row, now);
          return showStaffClaim(tx, context, of);
        });
        print(io, options.json, shown, () => claimText(shown));
      });
  const deed = (name: string, description: string, work: Work): Command =>
    one(name, description, work)
      .option('--by <name>', 'who does it; kept in the audit')
      .option('--note <note>', 'read by the shopper');
  const timed = (name: string, description: string, work: Work): Command =>
    deed(name, description, work).option('--expected-on <day>', 'when it will be done: 2026-12-04');

  one('show', 'show a claim, its quotes, costs and what was done', null);
  timed('review', 'begin to look at it', review);
  deed('ask', 'ask the shopper', ask).requiredOption('--text <text>', 'the question');
  timed('approve', 'approve it', approve);
  deed('decline', 'decline it with a reason that the shopper reads', decline).addOption(
    new Option('--code <code>', 'why').choices([...claimDeclineCodes]).makeOptionMandatory(),
  );
  timed('receive', 'record that the device arrived', receive);
  timed('diagnose', 'begin the diagnosis', diagnose);
  one('quote', 'make a quote', (tx, context, held, { quote: input }) =>
    quote(tx, context, held, input),
  ).requiredOption('--file <file>', 'the quote as JSON, as the API takes it');
  timed('await-parts', 'wait for parts', awaitParts);
  timed('repair', 'begin the repair', repair);
  timed('test', 'record that it was tested', test);
  deed('ship', 'send the device back', (tx, context, held, { carrier = null, number = null, ...word }) =>
    ship(tx, context, held, { ...word, carrier, trackingNumber: number }),
  )
    .option('--carrier <name>', 'who carries it')
    .option('--number <number>', 'what it is tracked by');
  deed('finish', 'end it with what was done', finish)
    .addOption(
      new Option('--outcome <outcome>', 'what was done')
        .choices([...FinishInput.shape.outcome.options])
        .makeOptionMandatory(),
    )
    .option('--serial <serial>', 'the serial number of the replacement');
  deed('undo', 'take back the last action', (tx, _context, held, word) => undo(tx, held, word));
  deed('cost', 'note what it cost', (tx, _context, held, { by, note, kind, sum }) =>
    addCost(tx, held, { by, note, kind, price: { amount: sum, currency: held.facts.sold.currency } }),
  )
    .addOption(
      new Option('--kind <kind>', 'for what')
        .choices([...ClaimCostInput.shape.kind.options])
        .makeOptionMandatory(),
    )
    .requiredOption('--sum <minor units>', 'in the currency of the order', wholeNumber(0, 1e12));
  one('message', 'write to the shopper', async (tx, context, held, { text }) => {
    await writeMessage(tx, logOf(held.row), 'store', { text }, held.now);
    await mailMessage(tx, context, held, { text });
    return held;
  }).requiredOption('--text <text>', 'the message');
}

function addList(group: Command, io: Io): void {
  group
    .command('list')
    .description('list claims, newest first')
    .option(...storeOption)
    .addOption(new Option('--status <status>', 'only these').choices([...claimStatuses]))
    .option('--search <text>', 'by claim number, order number, serial number or e-mail')
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .action(async (_: unknown, command: Command) => {
      const { search: q, ...options } = optionsOf<
        StoreOption & { status?: ClaimStatus; search?: string; limit: number; cursor?: string }
      >(command);
      const page = await inStore(io, options, (tx, storeId) => listClaims(tx, storeId, { ...options, q }));
      print(io, options.json, page, () =>
        [
          table(
            ['created', 'number', 'status', 'item', 'symptom'],
            page.items.map((each) => [
              each.createdAt,
              each.number,
              each.status,
              each.title,
              each.symptom ?? '',
            ]),
          ),
          ...(page.next === null ? [] : ['', `There are more: --cursor ${page.next}`]),
        ].join('\n'),
      );
    });
}

async function rowOf(tx: Tx, storeId: string, named: string): Promise<ClaimRow> {
  const row = await tx
    .selectFrom('claims')
    .selectAll()
    .where('store_id', '=', storeId)
    .where((is) => is.or([is('claim_id', '=', named), is('number', '=', named)]))
    .executeTakeFirst();
  return found(row ?? null, 'claim', named);
}

async function quoteOf(file: string): Promise<z.infer<typeof RepairQuoteInput>> {
  return RepairQuoteInput.parse(JSON.parse(await readFile(file, 'utf8')));
}
