import { type ReviewRejection, reviewRejections } from '@postlude/contract';
import { type Command, Option } from 'commander';
import { decideReport, listReports } from '../reviews/staff/reports.ts';
import { readStore } from '../stores/read-store.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';

/** `postlude review reports` and `postlude review decide` */
export function addReportCommands(group: Command, io: Io): void {
  group
    .command('reports')
    .description('list reports of reviews, the oldest first')
    .option(...storeOption)
    .addOption(new Option('--state <state>', 'only these').choices(['open', 'decided']))
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { state?: 'open' | 'decided'; limit: number; cursor?: string }>(
        command,
      );
      const { state, limit, cursor } = options;
      const page = await inStore(io, options, (tx, storeId) =>
        listReports(tx, storeId, { state, limit, cursor }),
      );
      const rows = page.items.map((each) => [
        each.receivedAt,
        each.id,
        each.reviewId,
        each.reason,
        each.decided?.outcome ?? 'open',
        each.explanation ?? '',
      ]);
      const more = page.next === null ? [] : ['', `There are more: --cursor ${page.next}`];
      print(io, options.json, page, () =>
        [table(['received', 'report', 'review', 'reason', 'decided', 'says'], rows), ...more].join('\n'),
      );
    });

  group
    .command('decide')
    .description('decide a report; both sides are told by mail where there is an address')
    .argument('<report>', 'its id (rrp_…)')
    .option(...storeOption)
    .addOption(
      new Option('--outcome <outcome>', 'what becomes of the review')
        .choices(['kept', 'hidden'])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--reason <reason>', 'why it is hidden').choices([...reviewRejections]))
    .option('--by <name>', 'who does it; kept in the audit')
    .option('--note <note>', 'read by both sides')
    .action(async (reportId: string, _: unknown, command: Command) => {
      const options = optionsOf<
        StoreOption & { outcome: 'kept' | 'hidden'; reason?: ReviewRejection; by?: string; note?: string }
      >(command);
      const { outcome, reason, by, note } = options;
      const report = await inStore(io, options, async (tx, storeId, context) => {
        const store = found(await readStore(tx, storeId), 'store', storeId);
        return decideReport(tx, context, { store, reportId }, { outcome, reason, by, note });
      });
      print(io, options.json, report, () => `${report.id}: ${report.decided?.outcome ?? 'open'}`);
    });
}
