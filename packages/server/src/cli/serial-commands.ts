import type { Command } from 'commander';
import { readList } from '../serial-lists/read-list.ts';
import { startImport } from '../serial-lists/start-import.ts';
import { readImport } from '../serial-lists/view.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf } from './options.ts';
import { print } from './output.ts';
import { bytesOf, exitOf, importHelp, readWatched, reportText } from './watched-import.ts';
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
    .addHelpText('after', importHelp)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { product?: string; batch?: string }>(command);
      const bytes = await bytesOf(file);
      const report = await withContext(io, options, async (context) => {
        const { id: storeId } = await storeOf(context, options.store);
        const defaults = { productId: options.product ?? null, batch: options.batch ?? null };
        const { id } = await startImport(context, storeId, bytes, defaults);
        const look = async () =>
          found(await context.db.withStore(storeId, (tx) => readImport(tx, storeId, id)), 'import', id);
        return readWatched(io, look, () => readList(context, storeId, id));
      });
      setExit(exitOf(report));
      print(io, options.json, report, () => reportText(report));
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
      print(io, options.json, report, () => reportText(report));
    });
}
