import { readFile } from 'node:fs/promises';
import { ReturnPolicyInput } from '@postlude/contract';
import type { Command } from 'commander';
import { messageOf, PostludeServerError } from '../errors.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { invalidInput } from '../http/invalid-fields.ts';
import { shown } from '../policy/routes.ts';
import { savePolicy } from '../policy/save-policy.ts';
import { listPolicies, policyInForce, policyOfVersion } from '../policy/store.ts';
import type { Io } from './io.ts';
import { locale, optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';
import { storeOf, withContext } from './with-context.ts';

interface Asked {
  readonly store?: string;
  readonly locale?: string;
}

/** `postlude policy …` */
export function addPolicyCommands(program: Command, io: Io): void {
  const policy = program.command('policy').description('what a store does about returns, version by version');

  asking(policy.command('show'))
    .description('read the return policy in force back in sentences')
    .option('--version-number <version>', 'an older version', wholeNumber(0, 1_000_000))
    .addHelpText(
      'after',
      `
With --json the policy comes as data: change it, and give it to postlude policy set.

Examples:
  postlude policy show --locale de
  postlude policy show --json > policy.json`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Asked & { versionNumber?: number }>(command);
      const found = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const { versionNumber } = options;
        const stored = await context.db.withStore(store.id, (tx) =>
          versionNumber === undefined
            ? policyInForce(tx, store.id)
            : policyOfVersion(tx, store.id, versionNumber),
        );
        if (stored === null) {
          throw new PostludeServerError('not_found', `There is no version ${versionNumber} of the policy.`);
        }
        return shown(stored, store, options.locale);
      });
      print(io, options.json, found, () =>
        [`Version ${found.version}, since ${found.validFrom}`, '', ...found.words].join('\n'),
      );
    });

  asking(policy.command('set'))
    .description('write a new version of the return policy, in force at once')
    .argument(
      '<file>',
      'the policy in JSON, or what postlude policy show --json printed; - reads standard input',
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const input = policyIn(file === '-' ? await io.readInput() : await textOf(file));
      const { before, after } = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const now = context.clock.now();
        return context.db.withStore(store.id, async (tx) => ({
          before: (await policyInForce(tx, store.id)).version,
          after: shown(await savePolicy(tx, store.id, input, now).catch(explain), store, options.locale),
        }));
      });
      print(io, options.json, after, () =>
        [
          after.version === before
            ? `This is what version ${before} says already: nothing was changed.`
            : `Version ${after.version} is in force.`,
          '',
          ...after.words,
        ].join('\n'),
      );
    });

  asking(policy.command('versions'))
    .description('list all versions of the return policy')
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const versions = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const stored = await context.db.withStore(store.id, (tx) => listPolicies(tx, store.id));
        return stored.map((one) => shown(one, store, options.locale));
      });
      print(io, options.json, versions, () =>
        table(
          ['version', 'since', 'begins with'],
          versions.map((one) => [String(one.version), one.validFrom, one.words[0] ?? '']),
        ),
      );
    });
}

const asking = (command: Command): Command =>
  command
    .option('--store <store>', 'id, publishable key or name; not needed while there is only one')
    .option('--locale <tag>', 'language of the sentences, like de (the store’s own unless told)', locale);

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PostludeServerError('invalid_argument', `The file cannot be read: ${messageOf(error)}`);
  }
}

/** A policy, alone or as `policy show --json` prints it. */
function policyIn(text: string): ReturnPolicyInput {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new PostludeServerError('invalid_argument', `This is not JSON: ${messageOf(error)}`);
  }
  const input = typeof json === 'object' && json !== null && 'policy' in json ? json.policy : json;
  const parsed = ReturnPolicyInput.safeParse(input);
  if (parsed.success) return parsed.data;
  return explain(invalidInput(parsed.error, input));
}

/** The fields of a problem, a line each: at a terminal nobody sees them otherwise. */
function explain(problem: unknown): never {
  if (!(problem instanceof ApiProblem)) throw problem;
  const lines = Object.entries(problem.details.fields ?? {}).map(
    ([path, sentence]) => `  ${path}: ${sentence}`,
  );
  throw new ApiProblem(problem.code, { ...problem.details, detail: [problem.message, ...lines].join('\n') });
}
