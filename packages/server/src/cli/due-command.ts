import { type Command, Option } from 'commander';
import { listDue, type WaitsFor } from '../claims/due.ts';
import { inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf } from './options.ts';
import { print, table } from './output.ts';

/** `postlude due` */
export function addDueCommand(program: Command, io: Io): void {
  program
    .command('due')
    .description('list what waits for whom, the longest waiting first: registrations, claims and returns')
    .option(...storeOption)
    .addOption(
      new Option('--waits-for <whom>', 'only these').choices(['store', 'shopper', 'carrier', 'parts']),
    )
    .addHelpText('after', '\nExample:\n  postlude due --waits-for store')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { waitsFor?: WaitsFor }>(command);
      const items = await inStore(io, options, async (tx, storeId, context) => {
        const { time_zone: timeZone } = await tx
          .selectFrom('stores')
          .select('time_zone')
          .where('store_id', '=', storeId)
          .executeTakeFirstOrThrow();
        return listDue(tx, storeId, { waitsFor: options.waitsFor, timeZone, now: context.clock.now() });
      });
      print(io, options.json, { items }, () =>
        table(
          ['since', 'waits for', 'kind', 'number', 'status', 'item'],
          items.map((each) => [
            each.since,
            each.waitsFor,
            each.kind,
            each.number,
            each.status,
            each.title ?? '',
          ]),
        ),
      );
    });
}
