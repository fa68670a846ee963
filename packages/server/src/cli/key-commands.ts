import { type Command, Option } from 'commander';
import { type KeyKind, keyKinds, rotateKey } from '../stores/keys.ts';
import type { Io } from './io.ts';
import { graceUntil, optionsOf, wholeNumber } from './options.ts';
import { facts, print } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

interface Rotation {
  readonly store?: string;
  readonly kind: KeyKind;
  readonly grace: number;
  readonly now?: boolean;
}

/** `postlude key …` */
export function addKeyCommands(program: Command, io: Io): void {
  const key = program.command('key').description('exchange the keys of a store');
  key
    .command('rotate')
    .description('give a store a new key; prints it once')
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .addOption(new Option('--kind <kind>', 'which key').choices([...keyKinds]).default('secret'))
    .option('--grace <hours>', 'hours the old key goes on working', wholeNumber(0, 8_760), 24)
    .option('--now', 'end the old key at once (when it leaked)')
    .addHelpText(
      'after',
      `
Running servers know within 5 seconds. Whoever uses the old key has the grace period to change over.

Examples:
  postlude key rotate
  postlude key rotate --kind embed --grace 168
  postlude key rotate --store sto_… --now`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Rotation>(command);
      const result = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const until = graceUntil(context.clock.now(), options);
        const value = await rotateKey(context, store.id, options.kind, until);
        return {
          storeId: store.id,
          kind: options.kind,
          key: value,
          oldKeyEndsAt: until?.toISOString() ?? null,
        };
      });
      print(io, options.json, result, () =>
        facts([
          [`New ${result.kind} key`, `${result.key}  (shown this once)`],
          ['The old one', result.oldKeyEndsAt === null ? 'has ended' : `works until ${result.oldKeyEndsAt}`],
        ]),
      );
    });
}
