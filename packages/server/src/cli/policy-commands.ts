import { ReturnPolicyInput, ReviewPolicyInput, type Store, WarrantyPolicyInput } from '@postlude/contract';
import type { Command } from 'commander';
import type { Tx } from '../db/database.ts';
import { PostludeServerError } from '../errors.ts';
import { shown } from '../policy/routes.ts';
import { savePolicy } from '../policy/save-policy.ts';
import { listPolicies, policyInForce, policyOfVersion } from '../policy/store.ts';
import { shownReviewPolicy } from '../review-policy/routes.ts';
import { saveReviewPolicy } from '../review-policy/save.ts';
import {
  listReviewPolicyVersions,
  reviewPolicyInForce,
  reviewPolicyOfVersion,
} from '../review-policy/store.ts';
import { shownWarrantyPolicy } from '../warranty-policy/routes.ts';
import { saveWarrantyPolicy } from '../warranty-policy/save.ts';
import {
  listWarrantyPolicyVersions,
  warrantyPolicyInForce,
  warrantyPolicyOfVersion,
} from '../warranty-policy/store.ts';
import type { Io } from './io.ts';
import { locale, optionsOf, wholeNumber } from './options.ts';
import { print, table } from './output.ts';
import { explain, type ReadSettings, settingsIn } from './settings-file.ts';
import { storeOf, withContext } from './with-context.ts';

interface Asked {
  readonly store?: string;
  readonly locale?: string;
}

/** A kind of policy at the terminal. */
interface PolicyKind<Input, Shown extends { version: number; validFrom: string; words: string[] }, Stored> {
  readonly command: string;
  /** `return policy`. */
  readonly called: string;
  readonly about: string;
  readonly read: ReadSettings<Input>;
  inForce(tx: Tx, storeId: string): Promise<Stored & { version: number }>;
  ofVersion(tx: Tx, storeId: string, version: number): Promise<Stored | null>;
  list(tx: Tx, storeId: string): Promise<Stored[]>;
  save(tx: Tx, storeId: string, input: Input, now: Date): Promise<Stored>;
  shown(stored: Stored, store: Store, locale: string | undefined): Shown;
}

/** `postlude policy …`, `postlude warranty-policy …` and `postlude review-policy …` */
export function addPolicyCommands(program: Command, io: Io): void {
  addKind(program, io, {
    command: 'policy',
    called: 'return policy',
    about: 'what a store does about returns, version by version',
    read: (json) => ReturnPolicyInput.safeParse(json),
    inForce: policyInForce,
    ofVersion: policyOfVersion,
    list: listPolicies,
    save: savePolicy,
    shown,
  });
  addKind(program, io, {
    command: 'warranty-policy',
    called: 'warranty policy',
    about: 'what a store does about registrations, warranties and claims, version by version',
    read: (json) => WarrantyPolicyInput.safeParse(json),
    inForce: warrantyPolicyInForce,
    ofVersion: warrantyPolicyOfVersion,
    list: listWarrantyPolicyVersions,
    save: saveWarrantyPolicy,
    shown: shownWarrantyPolicy,
  });
  addKind(program, io, {
    command: 'review-policy',
    called: 'review policy',
    about: 'what a store asks for and does about reviews, version by version',
    read: (json) => ReviewPolicyInput.safeParse(json),
    inForce: reviewPolicyInForce,
    ofVersion: reviewPolicyOfVersion,
    list: listReviewPolicyVersions,
    save: saveReviewPolicy,
    shown: shownReviewPolicy,
  });
}

function addKind<Input, Shown extends { version: number; validFrom: string; words: string[] }, Stored>(
  program: Command,
  io: Io,
  kind: PolicyKind<Input, Shown, Stored>,
): void {
  const policy = program.command(kind.command).description(kind.about);

  asking(policy.command('show'))
    .description(`read the ${kind.called} in force back in sentences`)
    .option('--version-number <version>', 'an older version', wholeNumber(0, 1_000_000))
    .addHelpText(
      'after',
      `
With --json the policy comes as data: change it, and give it to postlude ${kind.command} set.

Examples:
  postlude ${kind.command} show --locale de
  postlude ${kind.command} show --json > policy.json`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Asked & { versionNumber?: number }>(command);
      const found = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const { versionNumber } = options;
        const stored = await context.db.withStore(store.id, (tx) =>
          versionNumber === undefined
            ? kind.inForce(tx, store.id)
            : kind.ofVersion(tx, store.id, versionNumber),
        );
        if (stored === null) {
          throw new PostludeServerError('not_found', `There is no version ${versionNumber} of the policy.`);
        }
        return kind.shown(stored, store, options.locale);
      });
      print(io, options.json, found, () =>
        [`Version ${found.version}, since ${found.validFrom}`, '', ...found.words].join('\n'),
      );
    });

  asking(policy.command('set'))
    .description(`write a new version of the ${kind.called}, in force at once`)
    .argument(
      '<file>',
      `the policy in JSON, or what postlude ${kind.command} show --json printed; - reads standard input`,
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const input = await settingsIn(io, file, 'policy', kind.read);
      const { before, after } = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const now = context.clock.now();
        return context.db.withStore(store.id, async (tx) => ({
          before: (await kind.inForce(tx, store.id)).version,
          after: kind.shown(await kind.save(tx, store.id, input, now).catch(explain), store, options.locale),
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
    .description(`list all versions of the ${kind.called}`)
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf<Asked>(command);
      const versions = await withContext(io, options, async (context) => {
        const store = await storeOf(context, options.store);
        const stored = await context.db.withStore(store.id, (tx) => kind.list(tx, store.id));
        return stored.map((one) => kind.shown(one, store, options.locale));
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
