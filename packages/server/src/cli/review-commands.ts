import {
  type ReviewFlag,
  type ReviewRejection,
  reviewFlags,
  reviewModerations,
  reviewRejections,
  reviewVisibilities,
} from '@postlude/contract';
import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import {
  approve,
  feature,
  hide,
  hideMedia,
  reject,
  removeReply,
  reply,
  show,
  showMedia,
  unfeature,
} from '../reviews/staff/actions.ts';
import { listStaffReviews } from '../reviews/staff/list.ts';
import type { StaffWord } from '../reviews/staff/record.ts';
import { reviewStatistics } from '../reviews/staff/statistics.ts';
import { translate } from '../reviews/staff/translate.ts';
import { undo } from '../reviews/staff/undo.ts';
import { showStaffReview } from '../reviews/staff/view.ts';
import { holdReview, keyOf, type ReviewRow, readReview } from '../reviews/store.ts';
import { found, inStore, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { print } from './output.ts';
import { addReportCommands } from './review-report-commands.ts';
import { reviewsText, reviewText, statisticsText } from './review-text.ts';

interface Options extends StoreOption, StaffWord {
  readonly reason: ReviewRejection;
  readonly text: string;
  readonly title?: string;
  readonly file: string;
  readonly locale: string;
}

type Work = (tx: Tx, context: Context, held: ReviewRow, options: Options) => Promise<ReviewRow>;

/** `postlude review …` */
export function addReviewCommands(program: Command, io: Io): void {
  const group = program
    .command('review')
    .description('reviews: the queue, decide, answer, reports, and what was done by stars')
    .addHelpText(
      'after',
      `
A review is named by its id (rev_…). Doing the same again changes nothing; every action is kept with who did it (--by). Why a review
is rejected or hidden is one of a fixed list, which is the same for every rating.

Examples:
  postlude review list --moderation pending
  postlude review approve rev_… --by Mia
  postlude review reject rev_… --reason personal_data --note "Please leave out the telephone number."
  postlude review reply rev_… --text "Thank you!"
  postlude review statistics`,
    );
  addList(group, io);
  addStatistics(group, io);
  addReportCommands(group, io);

  const one = (name: string, description: string, work: Work | null): Command =>
    group
      .command(name)
      .description(description)
      .argument('<review>', 'its id (rev_…)')
      .option(...storeOption)
      .action(async (named: string, _: unknown, self: Command) => {
        const options = optionsOf<Options>(self);
        const shown = await inStore(io, options, async (tx, storeId, context) => {
          const row = found(await readReview(tx, { storeId, reviewId: named }), 'review', named);
          const seen = work ? await work(tx, context, await holdReview(tx, keyOf(row)), options) : row;
          return showStaffReview(tx, context, seen);
        });
        print(io, options.json, shown, () => reviewText(shown));
      });
  const deed = (name: string, description: string, work: Work): Command =>
    one(name, description, work)
      .option('--by <name>', 'who does it; kept in the audit')
      .option('--note <note>', 'kept in the audit; with a reason its author reads it');
  const refusal = (name: string, description: string, work: Work): Command =>
    deed(name, description, work).addOption(
      new Option('--reason <reason>', 'why').choices([...reviewRejections]).makeOptionMandatory(),
    );

  one('show', 'show a review, its reports and what was done', null);
  deed('approve', 'approve it: it becomes public', approve);
  refusal('reject', 'reject it with a reason that its author reads', reject);
  refusal('hide', 'hide a public one with a reason', hide);
  deed('unhide', 'show a hidden one again', show);
  deed('feature', 'put it first', feature);
  deed('unfeature', 'put it back in line', unfeature);
  deed('reply', 'answer it publicly', reply).requiredOption('--text <text>', 'the answer');
  deed('remove-reply', 'remove the answer', removeReply);
  const media = (name: string, description: string, act: typeof hideMedia): Command =>
    deed(name, description, (tx, context, held, { by, note, file }) =>
      act(tx, context, held, { by, note, uploadId: file }),
    ).requiredOption('--file <upload>', 'the id of the photo or video (upl_…)');
  media('hide-media', 'hide one photo or video; the words stay', hideMedia);
  media('show-media', 'show it again', showMedia);
  deed('translate', 'keep a translation; without words it is removed', (tx, context, held, given) =>
    translate(tx, context, held, {
      by: given.by,
      locale: given.locale,
      title: given.title ?? null,
      text: given.text ?? null,
    }),
  )
    .requiredOption('--locale <locale>', 'of which language: de')
    .option('--title <title>', 'the title in it')
    .option('--text <text>', 'the text in it');
  deed('undo', 'take back the last action', undo);
}

function addList(group: Command, io: Io): void {
  group
    .command('list')
    .description('list reviews, the last that came in first')
    .option(...storeOption)
    .addOption(new Option('--moderation <state>', 'only these').choices([...reviewModerations]))
    .addOption(new Option('--visibility <state>', 'only these').choices([...reviewVisibilities]))
    .addOption(new Option('--flag <flag>', 'only these').choices([...reviewFlags]))
    .addOption(new Option('--stars <stars>', 'only these').choices(['1', '2', '3', '4', '5']))
    .option('--product <id>', 'only of this product')
    .option('--search <text>', 'by words, order number or e-mail')
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .action(async (_: unknown, command: Command) => {
      const { search: q, ...options } = optionsOf<
        StoreOption & {
          moderation?: (typeof reviewModerations)[number];
          visibility?: (typeof reviewVisibilities)[number];
          flag?: ReviewFlag;
          stars?: string;
          product?: string;
          search?: string;
          limit: number;
          cursor?: string;
        }
      >(command);
      const { moderation, visibility, flag, stars, product, limit, cursor } = options;
      const query = { moderation, visibility, flag, stars, product, limit, cursor, q };
      const page = await inStore(io, options, (tx, storeId) => listStaffReviews(tx, storeId, query));
      const more = page.next === null ? [] : ['', `There are more: --cursor ${page.next}`];
      print(io, options.json, page, () => [reviewsText(page.items), ...more].join('\n'));
    });
}

function addStatistics(group: Command, io: Io): void {
  group
    .command('statistics')
    .description('what was done with reviews, by stars: it should not follow them')
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const found = await inStore(io, options, reviewStatistics);
      print(io, options.json, found, () => statisticsText(found));
    });
}
