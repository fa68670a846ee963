import type { IncomingMessage, Provider } from '@postlude/contract';
import { messageStates } from '@postlude/contract';
import { type Command, Option } from 'commander';
import { PostludeServerError } from '../errors.ts';
import { listMessages } from '../ingest/inbox.ts';
import { type Replayed, replayMessages } from '../ingest/replay.ts';
import { exitCodes, type Io } from './io.ts';
import { optionsOf, provider, wholeNumber } from './options.ts';
import { print, table } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

interface ListOptions {
  readonly store?: string;
  readonly state?: IncomingMessage['state'];
  readonly provider?: Provider;
  readonly limit: number;
  readonly cursor?: string;
}

/** `postlude ingest …`. `setExit` is told when a replay left something failed. */
export function addIngestCommands(program: Command, io: Io, setExit: (code: number) => void): void {
  const ingest = program.command('ingest').description('what shop platforms and carriers have sent');

  ingest
    .command('list')
    .description('list incoming messages, newest first')
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .addOption(new Option('--state <state>', 'only these').choices([...messageStates]))
    .option('--provider <provider>', 'only of this provider', provider)
    .option('--limit <count>', 'how many', wholeNumber(1, 100), 25)
    .option('--cursor <cursor>', 'go on where the last list ended')
    .addHelpText(
      'after',
      `
Examples:
  postlude ingest list --state failed
  postlude ingest list --provider easypost --limit 100 --json`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<ListOptions>(command);
      const page = await withContext(io, options, async (context) => {
        const { id } = await storeOf(context, options.store);
        return context.db.withStore(id, (tx) => listMessages(tx, id, options));
      });
      print(io, options.json, page, () =>
        [
          table(
            ['received', 'id', 'provider', 'topic', 'state', 'reason'],
            page.items.map((one) => [
              one.receivedAt,
              one.id,
              one.provider,
              one.topic,
              one.state,
              one.reason ?? '',
            ]),
          ),
          ...(page.next === null ? [] : ['', `There are more: --cursor ${page.next}`]),
        ].join('\n'),
      );
    });

  ingest
    .command('replay')
    .description('read stored messages once more, as if they had just come in')
    .argument('[message]', 'its id (msg_…)')
    .option('--all-failed', 'every message that was set aside')
    .option('--provider <provider>', 'with --all-failed: only of this provider', provider)
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .addHelpText(
      'after',
      `
Safe to repeat: what is there already does not change. Ends with 3 when a message still fails.

Examples:
  postlude ingest replay msg_…
  postlude ingest replay --all-failed --provider shippo`,
    )
    .action(async (messageId: string | undefined, _: unknown, command: Command) => {
      const options = optionsOf<{ store?: string; allFailed?: boolean; provider?: Provider }>(command);
      if ((messageId === undefined) === (options.allFailed !== true)) {
        command.error('error: name one message, or say --all-failed');
      }
      const replayed: Replayed[] = [];
      await withContext(io, options, async (context) => {
        const { id } = await storeOf(context, options.store);
        const selection =
          messageId !== undefined ? { messageId } : options.provider ? { provider: options.provider } : {};
        for await (const one of replayMessages(context, id, selection)) {
          replayed.push(one);
          if (context.stopping.aborted) break;
        }
      });
      if (messageId !== undefined && replayed.length === 0) {
        throw new PostludeServerError('not_found', `There is no message ${messageId} in this store.`);
      }
      const failed = replayed.filter((one) => one.state === 'failed');
      if (failed.length > 0) setExit(exitCodes.partly);
      print(io, options.json, { replayed: replayed.length, failed: failed.length, messages: replayed }, () =>
        [
          `Read ${replayed.length} again, ${failed.length} of them failed.`,
          ...failed.map((one) => `  ${one.messageId}  ${one.reason ?? ''}`),
        ].join('\n'),
      );
    });
}
