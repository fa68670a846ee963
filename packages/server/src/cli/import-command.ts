import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { messageOf, PostludeServerError } from '../errors.ts';
import { type ImportProblem, type ImportProgress, importOrders } from './import/import-orders.ts';
import { exitCodes, type Io } from './io.ts';
import { optionsOf } from './options.ts';
import { print } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

/** Most problems that a report keeps: a file that is wrong throughout need not be told line by line for ever. */
const mostProblems = 1_000;

/** `postlude import …`. `setExit` is told when a record could not be imported. */
export function addImportCommand(program: Command, io: Io, setExit: (code: number) => void): void {
  program
    .command('import')
    .description('bring in what another system knows')
    .command('orders')
    .description('import orders, with their shipments and tracking if they have them')
    .argument('<file>', 'a JSON array, or one JSON object a line; - reads standard input')
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .addHelpText(
      'after',
      `
Each order is what PUT /v1/staff/orders/by-external-id/{externalId} takes, with "externalId" beside it:
  {"externalId":"1","number":"1001","placedAt":"2026-11-20T10:00:00Z","currency":"EUR","email":"a@example.com",
   "total":{"amount":4790,"currency":"EUR"},"taxesIncluded":true,
   "shipping":{"price":{"amount":490,"currency":"EUR"},"tax":{"amount":78,"currency":"EUR"}},
   "lines":[{"externalId":"1-1","title":"Teapot","quantity":1,"unitPrice":{"amount":4990,"currency":"EUR"},
     "discount":{"amount":690,"currency":"EUR"},"tax":{"amount":687,"currency":"EUR"}}],
   "refunds":[{"externalId":"r1","refundedAt":"2026-11-22T10:00:00Z","amount":{"amount":500,"currency":"EUR"},"items":[]}],
   "shipments":[{"externalId":"s1","carrier":"DHL","trackingNumber":"00340434…","items":[{"lineExternalId":"1-1","quantity":1}],
     "tracking":{"events":[{"at":"2026-11-21T08:00:00+01:00","status":"in_transit"}]}}]}

The file is read as a stream, so it may be of any size. A record that is wrong is told with its line and left out; the
rest goes on, and the command ends with 3. Importing again changes nothing that is already there.

Examples:
  postlude import orders orders.json
  zcat orders.ndjson.gz | postlude import orders - --store sto_… --json`,
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<{ store?: string }>(command);
      const problems: ImportProblem[] = [];
      const { report, interrupted } = await withContext(io, options, async (context) => {
        const { id } = await storeOf(context, options.store);
        const shown = await importOrders(context, id, textOf(file), {
          problem(problem) {
            if (problems.length < mostProblems) problems.push(problem);
            if (!options.json) io.err(`${clear(io)}${problemText(problem)}\n`);
          },
          progress: (progress) => tellProgress(io, options.json, progress),
        });
        return { report: shown, interrupted: context.stopping.aborted };
      });
      if (report.failed > 0 || interrupted) setExit(exitCodes.partly);
      if (!options.json) io.err(clear(io));
      print(io, options.json, { ...report, interrupted, problems }, () =>
        [
          `Imported ${report.orders} orders with ${report.shipments} shipments.`,
          ...(report.failed > 0 ? [`${report.failed} records were left out, see above.`] : []),
          ...(interrupted ? ['Interrupted before the end of the file: run it again to go on.'] : []),
        ].join('\n'),
      );
    });
}

async function* textOf(file: string): AsyncGenerator<string> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    const reason = cause instanceof TypeError ? 'it is not UTF-8' : messageOf(cause);
    throw new PostludeServerError('file_unreadable', `${file} cannot be read: ${reason}.`, { cause });
  }
}

function problemText({ line, externalId, reasons }: ImportProblem): string {
  const which = externalId === null ? '' : ` (${externalId.replace(/\p{Cc}+/gu, ' ')})`;
  return `Line ${line}${which}: ${reasons.join('; ')}`;
}

function tellProgress(io: Io, json: boolean, { orders, failed }: ImportProgress): void {
  if (json || !io.watched || (orders + failed) % 50 !== 0) return;
  io.err(`${clear(io)}${orders} orders…`);
}

/** Takes back a line of progress. */
const clear = (io: Io): string => (io.watched ? '\r\u001b[K' : '');
