import { readFile } from 'node:fs/promises';
import { RecallInput, type StaffRecall } from '@postlude/contract';
import type { Command } from 'commander';
import { messageOf, PostludeServerError } from '../errors.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { listRecallsOf } from '../recalls/list.ts';
import { endRecall, previewRecall, publishRecall } from '../recalls/publish.ts';
import { readRecall, showRecall } from '../recalls/store.ts';
import { found, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { optionsOf, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

/** `postlude recall …` */
export function addRecallCommands(program: Command, io: Io): void {
  const recall = program
    .command('recall')
    .description('safety recalls: see whom one would reach, publish, list, look at, end');

  recall
    .command('preview')
    .description('tell whom a recall would reach; publishes nothing')
    .argument('<file>', 'the recall as JSON, as the API takes it; - reads standard input')
    .option(...storeOption)
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const input = await inputOf(io, file);
      const reach = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return context.db.withStore(store.id, (tx) => named(() => previewRecall(tx, store, input)));
      });
      print(io, options.json, reach, () =>
        facts([
          ['items', String(reach.items)],
          ['owners', String(reach.owners)],
          ['reachable by mail', String(reach.reachable)],
        ]),
      );
    });

  recall
    .command('publish')
    .description('publish a recall; the same under the same reference changes nothing')
    .argument('<file>', 'the recall as JSON, as the API takes it; - reads standard input')
    .option(...storeOption)
    .option('--by <name>', 'who does it, for the audit', 'cli')
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { by: string }>(command);
      const input = await inputOf(io, file);
      const published = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return context.db.withStore(store.id, (tx) =>
          named(() => publishRecall(tx, context, store, input, options.by)),
        );
      });
      print(io, options.json, published, () => factsOf(published));
    });

  recall
    .command('list')
    .description('list recalls, newest first, with reach and answers')
    .option('--limit <count>', 'at most so many', wholeNumber(1, 1000), 100)
    .option(...storeOption)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { limit: number }>(command);
      const { items } = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return context.db.withStore(store.id, (tx) => listRecallsOf(tx, store, { limit: options.limit }));
      });
      print(io, options.json, items, () =>
        table(
          ['reference', 'state', 'published', 'items', 'owners', 'mailed', 'read', 'id'],
          items.map(rowOf),
        ),
      );
    });

  recall
    .command('show')
    .description('look at a recall')
    .argument('<recall>', 'its reference or id (rcl_…)')
    .option(...storeOption)
    .action(async (called: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption>(command);
      const shown = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return context.db.withStore(store.id, async (tx) =>
          showRecall(tx, store, found(await readRecall(tx, store.id, called), 'recall', called)),
        );
      });
      print(io, options.json, shown, () => factsOf(shown));
    });

  recall
    .command('end')
    .description('end a recall: it is shown no more; ending an ended one changes nothing')
    .argument('<recall>', 'its reference or id (rcl_…)')
    .option(...storeOption)
    .option('--by <name>', 'who does it, for the audit', 'cli')
    .action(async (called: string, _: unknown, command: Command) => {
      const options = optionsOf<StoreOption & { by: string }>(command);
      const ended = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        return context.db.withStore(store.id, async (tx) =>
          found(await endRecall(tx, context, store, called, options.by), 'recall', called),
        );
      });
      print(io, options.json, ended, () => factsOf(ended));
    });
}

async function inputOf(io: Io, file: string): Promise<RecallInput> {
  let given: unknown;
  try {
    given = JSON.parse(file === '-' ? await io.readInput() : await readFile(file, 'utf8'));
  } catch (cause) {
    throw new PostludeServerError('invalid_argument', `${file} cannot be read: ${messageOf(cause)}`, {
      cause,
    });
  }
  const read = RecallInput.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new PostludeServerError('invalid_argument', `This is no recall${where}: ${issue?.message ?? ''}`, {
    cause: read.error,
  });
}

/** Problems with the fields they name: a terminal shows no more than the sentence. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.details.fields === undefined) throw error;
    const fields = Object.entries(error.details.fields).map(([field, why]) => `${field}: ${why}`);
    throw new PostludeServerError('invalid_argument', [error.message, ...fields].join('\n'), {
      cause: error,
    });
  }
}

const rowOf = ({ reference, state, publishedAt, reach, id }: StaffRecall): string[] => [
  reference,
  state,
  publishedAt,
  String(reach.items),
  String(reach.owners),
  `${reach.mailed} of ${reach.reachable}`,
  String(reach.acknowledged),
  id,
];

const factsOf = ({ id, reference, state, publishedAt, endedAt, reach }: StaffRecall): string =>
  facts([
    ['recall', `${reference} (${id})`],
    ['state', state],
    ['published', publishedAt],
    ['ended', endedAt],
    ['items', String(reach.items)],
    ['owners', `${reach.owners}, ${reach.reachable} of them reachable by mail`],
    ['mailed', `${reach.mailed}${reach.failed === 0 ? '' : `, ${reach.failed} failed`}`],
    ['read', String(reach.acknowledged)],
    [
      'chosen',
      Object.entries(reach.remedies)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', '),
    ],
  ]);
