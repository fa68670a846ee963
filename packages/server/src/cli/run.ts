import { Command, CommanderError } from 'commander';
import { isServerError, messageOf } from '../errors.ts';
import { ApiProblem } from '../http/api-problem.ts';
import { addAdvocateCommands } from './advocate-commands.ts';
import { addAskCommands } from './ask-commands.ts';
import { addClaimCommands } from './claim-commands.ts';
import { addCodeCommands } from './code-commands.ts';
import { addDueCommand } from './due-command.ts';
import { addImportCommand } from './import-command.ts';
import { addIngestCommands } from './ingest-commands.ts';
import { exitCodes, type Io } from './io.ts';
import { addKeyCommands } from './key-commands.ts';
import { addLabelCommands } from './label-commands.ts';
import { addMonthsCommands } from './months-commands.ts';
import { addOutgoingCommands } from './outgoing-commands.ts';
import { addPolicyCommands } from './policy-commands.ts';
import { addRecallCommands } from './recall-commands.ts';
import { addReferralCommands } from './referral-commands.ts';
import { addReferralProgrammeCommands } from './referral-programme-commands.ts';
import { addRegistrationCommands } from './registration-commands.ts';
import { addReturnCommands } from './return-commands.ts';
import { addReviewCommands } from './review-commands.ts';
import { addReviewFileCommands } from './review-file-commands.ts';
import { addRewardCommands } from './reward-commands.ts';
import { addSerialCommands } from './serial-commands.ts';
import { addServerCommands } from './server-commands.ts';
import { addStoreCommands } from './store-commands.ts';
import { addWebhookCommands } from './webhook-commands.ts';
import { addWithdrawalCommands } from './withdrawal-commands.ts';

/**
 * Runs one command line (without the program's name). Resolves with the exit code; writes what it found to standard
 * output and what went wrong to standard error, as one sentence or, with `--json`, as one object.
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.done;
  const program = programFor(io, (next) => {
    code = next;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    report(io, error, args.includes('--json'));
    return exitCodes.failed;
  }
}

function programFor(io: Io, setExit: (code: number) => void): Command {
  const program = new Command('postlude')
    .description(
      'Runs and looks after a Postlude backend: everything a shop does for a customer after the purchase.',
    )
    .option('--json', 'answer in JSON, for programs')
    .option('--data <folder>', 'data folder (instead of POSTLUDE_DATA; default ./data)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .showHelpAfterError('(--help tells more)')
    .addHelpText(
      'after',
      `
The commands work on the database itself: on the data folder (while no server runs on it) or on DATABASE_URL.
Ends with 0 when done, 1 when it could not be done, 2 when the command was not understood, 3 when done in part.

First steps:
  postlude store create --name "My shop" --origin https://shop.example.com
  postlude webhook add woocommerce
  postlude serve`,
    );
  addServerCommands(program, io);
  addStoreCommands(program, io);
  addKeyCommands(program, io);
  addWebhookCommands(program, io);
  addPolicyCommands(program, io);
  addReturnCommands(program, io);
  addClaimCommands(program, io);
  addDueCommand(program, io);
  addRegistrationCommands(program, io);
  addMonthsCommands(program, io);
  addWithdrawalCommands(program, io, setExit);
  addSerialCommands(program, io, setExit);
  addReviewCommands(program, io);
  addReviewFileCommands(program, io, setExit);
  addReferralProgrammeCommands(program, io);
  addReferralCommands(program, io);
  addAdvocateCommands(program, io);
  addCodeCommands(program, io, setExit);
  addRewardCommands(program, io);
  addRecallCommands(program, io);
  addAskCommands(program, io);
  addImportCommand(program, io, setExit);
  addIngestCommands(program, io, setExit);
  addOutgoingCommands(program, io);
  addLabelCommands(program, io);
  inherit(program);
  return program;
}

/** Subcommands made before a setting of their parent was made do not have it. */
function inherit(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child);
  }
}

/** What people are told: our own errors by their message; anything else is a fault of ours, and its stack helps us. */
function report(io: Io, error: unknown, json: boolean): void {
  const expected = isServerError(error) || error instanceof ApiProblem;
  const code = expected ? error.code : 'internal';
  if (json) {
    io.err(`${JSON.stringify({ error: { code, message: messageOf(error) } })}\n`);
    return;
  }
  io.err(`${messageOf(error)}\n`);
  if (!expected && error instanceof Error) io.err(`This should not have happened.\n${error.stack ?? ''}\n`);
}
