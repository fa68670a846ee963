import type { ImportedPictures, ReviewFeedReport, ReviewImport } from '@postlude/contract';
import { type ReviewFormat, reviewFileLimit, reviewFormats } from '@postlude/contract';
import { type Command, Option } from 'commander';
import { exportedReviews } from '../review-files/export-reviews.ts';
import { feedReport } from '../review-files/feed-report.ts';
import { feedOf } from '../review-files/feed-text.ts';
import { readReviewFile } from '../review-files/import-reading.ts';
import { startReviewImport } from '../review-files/start-import.ts';
import { undoImport } from '../review-files/undo-import.ts';
import { readReviewImport } from '../review-files/view.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf } from './options.ts';
import { facts, print, table } from './output.ts';
import { bytesOf, exitOf, importHelp, readWatched, reportText, writePieces } from './watched-import.ts';
import { storeOf, withContext } from './with-context.ts';

const formatOption = () => new Option('--format <format>', 'the columns').choices([...reviewFormats]);

/** `postlude review-file …` */
export function addReviewFileCommands(program: Command, io: Io, setExit: (code: number) => void): void {
  const files = program
    .command('review-file')
    .description('reviews in and out: import, undo, export, the feed for Google');

  files
    .command('import')
    .description('import reviews; the same file again adds nothing')
    .argument('<file>', 'CSV in UTF-8 in the columns of Judge.me, Loox, Okendo, the old Shopify app or Yotpo')
    .addOption(formatOption().default(undefined, 'found by the heading'))
    .option('--dry-run', 'read and tell everything, write nothing')
    .option(...storeOption)
    .addHelpText('after', importHelp)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { format?: ReviewFormat; dryRun?: boolean }>(command);
      const bytes = await bytesOf(file, reviewFileLimit);
      const report = await withContext(io, options, async (context) => {
        const { id: storeId } = await storeOf(context, options.store);
        const wishes = {
          dryRun: options.dryRun ?? false,
          format: options.format ?? null,
          name: file.slice(-200),
        };
        const { id } = await startReviewImport(context, storeId, bytes, wishes);
        const look = async () =>
          found(await context.db.withStore(storeId, (tx) => readReviewImport(tx, storeId, id)), 'import', id);
        return readWatched(io, look, () => readReviewFile(context, storeId, id));
      });
      setExit(exitOf(report));
      print(io, options.json, report, () => textOf(report));
    });

  files
    .command('status')
    .description('tell how far an import is, with its bad rows')
    .argument('<import>', 'its id (rim_…)')
    .option(...storeOption)
    .action(async (called: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const report = await inStore(io, options, async (tx, storeId) =>
        found(await readReviewImport(tx, storeId, called), 'import', called),
      );
      print(io, options.json, report, () => textOf(report));
    });

  files
    .command('undo')
    .description('take an import back: remove what it added')
    .argument('<import>', 'its id (rim_…)')
    .option(...storeOption)
    .action(async (called: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const report = await inStore(io, options, async (tx, storeId, { clock }) =>
        found(await undoImport(tx, storeId, called, clock.now()), 'import', called),
      );
      print(io, options.json, report, () => textOf(report));
    });

  files
    .command('export')
    .description('write all reviews to a file')
    .argument('<file>', 'where to; must not be there yet')
    .addOption(formatOption().makeOptionMandatory())
    .option(...storeOption)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { format: ReviewFormat }>(command);
      const bytes = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return writePieces(file, exportedReviews(context, store, options.format));
      });
      print(io, options.json, { file, bytes }, () => `${file}: ${bytes} bytes`);
    });

  files
    .command('feed')
    .description('tell the state of the feed for Google Product Reviews, or write it to a file')
    .option('--out <file>', 'where to; must not be there yet')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { out?: string }>(command);
      const report = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        if (options.out !== undefined) await writePieces(options.out, feedOf(context, store));
        return feedReport(context, store);
      });
      print(io, options.json, report, () => feedText(report));
    });
}

function textOf(report: ReviewImport): string {
  const look = table(
    ['stars', 'product', 'name', 'title', 'text'],
    report.preview.map((one) => [
      String(one.stars),
      one.product,
      one.name ?? '',
      one.title ?? '',
      (one.text ?? '').slice(0, 60),
    ]),
  );
  const about = [
    ['format', report.format],
    ['not shown', String(report.hidden)],
    ...picturesText(report.pictures),
  ] as const;
  return [reportText(report, { about, look }), failuresText(report.pictures)].filter(Boolean).join('\n\n');
}

function picturesText({ waiting, loaded, failed }: ImportedPictures): (readonly [string, string])[] {
  if (waiting + loaded + failed === 0) return [];
  return [['pictures', `${loaded} loaded, ${waiting} waiting, ${failed} failed`]];
}

function failuresText({ failures, failed }: ImportedPictures): string {
  if (failed === 0) return '';
  const shown = failures
    .slice(0, 50)
    .map(({ reviewId, because, status, url }) => [
      reviewId,
      status === null ? because : `${because} ${status}`,
      url,
    ]);
  const more =
    failed > shown.length ? `\n… and ${failed - shown.length} more (--json lists a thousand).` : '';
  return `${table(['review', 'because', 'picture'], shown)}${more}`;
}

function feedText({ url, reviews, products, spam, newestAt, warnings }: ReviewFeedReport): string {
  const summary = facts([
    ['address', url],
    ['reviews', String(reviews)],
    ['products', String(products)],
    ['spam', String(spam)],
    ['newest', newestAt],
  ]);
  return [summary, ...warnings.map(({ words }) => `! ${words}`)].join('\n');
}
