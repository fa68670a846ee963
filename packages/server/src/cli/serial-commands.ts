import { readFile } from 'node:fs/promises';
import type { SerialImport } from '@postlude/contract';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { messageOf, PostludeServerError } from '../errors.ts';
import { readList } from '../serial-lists/read-list.ts';
import { startImport } from '../serial-lists/start-import.ts';
import { readImport } from '../serial-lists/view.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import { exitCodes, type Io } from './io.ts';
import { optionsOf } from './options.ts';
import { facts, print, table } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

/** `postlude serials …` */
export function addSerialCommands(program: Command, io: Io, setExit: (code: number) => void): void {
  const serials = program
    .command('serials')
    .description('lists of serial numbers: import, look how far one is');

  serials
    .command('import')
    .description('import a list; the same again adds nothing')
    .argument('<file>', 'CSV in UTF-8 with a heading: serial, and if wanted product_id and batch')
    .option('--product <id>', 'the product of rows that name none')
    .option('--batch <batch>', 'the batch of rows that name none')
    .option(...storeOption)
    .addHelpText('after', '\nEnds with 0 when every row was taken and with 3 when some were bad.')
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { product?: string; batch?: string }>(command);
      const bytes = await bytesOf(file);
      const report = await withContext(io, options, async (context) => {
        const { id: storeId } = await storeOf(context, options.store);
        const defaults = { productId: options.product ?? null, batch: options.batch ?? null };
        const { id } = await startImport(context, storeId, bytes, defaults);
        return readWatched(io, context, storeId, id);
      });
      setExit(exitOf(report));
      print(io, options.json, report, () => textOf(report));
    });

  serials
    .command('status')
    .description('tell how far an import is, with its bad rows')
    .argument('<import>', 'its id (sim_…)')
    .option(...storeOption)
    .action(async (called: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const report = await inStore(io, options, async (tx, storeId) =>
        found(await readImport(tx, storeId, called), 'import', called),
      );
      print(io, options.json, report, () => textOf(report));
    });
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new PostludeServerError('invalid_argument', `${file} cannot be read: ${messageOf(cause)}`, {
      cause,
    });
  }
}

/** Reads a list to its end, with a line that says how far it is for whoever watches. */
async function readWatched(io: Io, context: Context, storeId: string, id: string): Promise<SerialImport> {
  const look = async () =>
    found(await context.db.withStore(storeId, (tx) => readImport(tx, storeId, id)), 'import', id);
  const timer = io.watched
    ? setInterval(() => {
        look().then(
          ({ read, rows }) => io.err(`\r${read} of ${rows} rows`),
          () => undefined,
        );
      }, 500)
    : undefined;
  try {
    await readList(context, storeId, id);
  } finally {
    clearInterval(timer);
    if (io.watched) io.err('\r');
  }
  return look();
}

function exitOf({ state, bad }: SerialImport): number {
  if (state !== 'done') return exitCodes.failed;
  return bad === 0 ? exitCodes.done : exitCodes.partly;
}

function textOf({ id, state, read, rows, added, known, bad, badRows }: SerialImport): string {
  const summary = facts([
    ['import', id],
    ['state', state],
    ['rows', `${read} of ${rows}`],
    ['added', String(added)],
    ['known', String(known)],
    ['bad', String(bad)],
  ]);
  if (badRows.length === 0) return summary;
  const shown = badRows.slice(0, 50).map(({ row, because, text }) => [String(row), because, text]);
  const more = bad > shown.length ? `\n… and ${bad - shown.length} more (--json lists a thousand).` : '';
  return `${summary}\n\n${table(['row', 'because', 'text'], shown)}${more}`;
}
