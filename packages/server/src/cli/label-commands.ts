import type { Command } from 'commander';
import { setEasyPostKey } from '../labels/easypost-key.ts';
import type { Io } from './io.ts';
import { optionsOf } from './options.ts';
import { print } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

interface Account {
  readonly store?: string;
  readonly key?: string;
  readonly remove?: boolean;
}

/** `postlude label …` */
export function addLabelCommands(program: Command, io: Io): void {
  const label = program.command('label').description('what makes the labels of returns');
  label
    .command('easypost')
    .description('buy labels with an EasyPost account; without one a packing slip is printed')
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .option('--key <key>', 'the API key of the account; - reads it from standard input')
    .option('--remove', 'take the account away')
    .addHelpText(
      'after',
      `
The key is kept encrypted and never shown again. With a test key (EZTK…) labels cost nothing and carry nothing.

Examples:
  postlude label easypost --key - < key.txt
  postlude label easypost --remove`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Account>(command);
      const given = options.key === '-' ? await io.readInput() : options.key;
      const key = given?.trim() ?? '';
      if ((key === '') !== (options.remove === true)) {
        command.error("error: either '--key <key>' or '--remove' has to be specified");
      }
      const storeId = await withContext(io, options, async (context) => {
        const { id } = await storeOf(context, options.store);
        await setEasyPostKey(context, id, key === '' ? null : key);
        return id;
      });
      const labels = key === '' ? 'packing_slip' : 'easypost';
      print(io, options.json, { storeId, labels }, () =>
        labels === 'easypost' ? 'Labels are bought with EasyPost.' : 'Returns get a packing slip to print.',
      );
    });
}
