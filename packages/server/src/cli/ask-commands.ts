import { type AskFunnel, askKinds, askReasons, askStates, type StaffAsk } from '@postlude/contract';
import { type Command, Option } from 'commander';
import { settleAsks } from '../asks/settle.ts';
import { askFunnel, explainAsk, listAsksOf } from '../asks/staff-list.ts';
import { readAsk } from '../asks/store.ts';
import { found, type StoreOption, storeOption } from './in-store.ts';
import type { Io } from './io.ts';
import { locale, optionsOf, wholeNumber } from './options.ts';
import { facts, print, table } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

interface Asked extends StoreOption {
  readonly locale?: string;
}

const language = ['--locale <tag>', 'language of the sentences, like de', locale] as const;

/** `postlude ask …` */
export function addAskCommands(program: Command, io: Io): void {
  const ask = program
    .command('ask')
    .description(
      'what shoppers are asked, and why not: list, explain, count. Nobody can be taken out by hand',
    );

  ask
    .command('list')
    .description('list asks, newest first, each with its reason')
    .addOption(new Option('--kind <kind>', 'of one kind').choices(askKinds))
    .addOption(new Option('--state <state>', 'in one state').choices(askStates))
    .addOption(new Option('--reason <reason>', 'for one reason').choices(askReasons))
    .option('--limit <count>', 'at most so many', wholeNumber(1, 1000), 100)
    .option(...storeOption)
    .option(...language)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Asked & Filter & { limit: number }>(command);
      const { items } = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const reader = { locale: options.locale, store, now: context.clock.now() };
        return context.db.withStore(store.id, (tx) => listAsksOf(tx, store.id, queryOf(options), reader));
      });
      print(io, options.json, items, () =>
        table(['order', 'item', 'kind', 'how it stands', 'id'], items.map(rowOf)),
      );
    });

  ask
    .command('explain')
    .description('tell every decision about an ask, the newest first')
    .argument('<ask>', 'its id (ask_…)')
    .option(...storeOption)
    .option(...language)
    .action(async (askId: string, _: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const detail = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const now = context.clock.now();
        return context.db.withStore(store.id, async (tx) => {
          const row = found(await readAsk(tx, { storeId: store.id, askId }), 'ask', askId);
          await settleAsks(tx, { storeId: store.id, orderId: row.order_id }, now);
          const reader = { locale: options.locale, store, now };
          return found(await explainAsk(tx, store.id, askId, reader), 'ask', askId);
        });
      });
      print(io, options.json, detail, () =>
        [
          facts([
            ['order', detail.ask.orderNumber],
            ['item', detail.ask.title],
            ['kind', detail.ask.kind],
            ['shown', `${detail.ask.timesShown} days`],
          ]),
          '',
          table(
            ['decided', 'what', 'rules'],
            detail.decisions.map(({ decision, words }) => [decision.at, words, String(decision.ruleVersion)]),
          ),
        ].join('\n'),
      );
    });

  ask
    .command('funnel')
    .description('count asks by kind, and where they stand')
    .option(...storeOption)
    .option(...language)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const funnel = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const reader = { locale: options.locale, store, now: context.clock.now() };
        return context.db.withStore(store.id, (tx) => askFunnel(tx, store.id, reader));
      });
      print(io, options.json, funnel, () => funnelText(funnel));
    });
}

interface Filter {
  readonly kind?: (typeof askKinds)[number];
  readonly state?: (typeof askStates)[number];
  readonly reason?: (typeof askReasons)[number];
}

const queryOf = ({ kind, state, reason, limit }: Filter & { limit: number }) => ({
  ...(kind ? { kind } : {}),
  ...(state ? { state } : {}),
  ...(reason ? { reason } : {}),
  limit,
});

const rowOf = ({ orderNumber, title, kind, words, id }: StaffAsk): string[] => [
  orderNumber,
  title,
  kind,
  words,
  id,
];

const funnelText = ({ kinds }: AskFunnel): string =>
  [
    table(
      ['kind', 'asks', 'shown', 'dismissed', 'answered'],
      kinds.map(({ kind, asks, shown, dismissed, answered }) => [
        kind,
        ...[asks, shown, dismissed, answered].map(String),
      ]),
    ),
    '',
    table(
      ['kind', 'state', 'asks', 'why'],
      kinds.flatMap(({ kind, standing }) =>
        standing.map(({ state, asks, words }) => [kind, state, String(asks), words]),
      ),
    ),
  ].join('\n');
