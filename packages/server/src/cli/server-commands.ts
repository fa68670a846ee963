import type { Command } from 'commander';
import { newestMigration } from '../db/migrate.ts';
import { openDatabase } from '../db/open-database.ts';
import { startServer } from '../server.ts';
import type { Io } from './io.ts';
import { optionsOf } from './options.ts';
import { print } from './output.ts';
import { configOf } from './with-context.ts';

/** `postlude migrate` and `postlude serve`. */
export function addServerCommands(program: Command, io: Io): void {
  program
    .command('migrate')
    .description('bring the database up to this version (serve does so too)')
    .addHelpText(
      'after',
      `
Safe to run from several places at once. Refuses a database that a newer version has been at.

Examples:
  postlude migrate
  DATABASE_URL=postgres://… POSTLUDE_ENCRYPTION_KEY=… postlude migrate --json`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf(command);
      let applied: readonly { number: number; name: string }[] = [];
      const db = await openDatabase(configOf(io, options), {
        onMigrated: (report) => {
          applied = report.applied;
        },
      });
      await db.close();
      print(io, options.json, { version: newestMigration, applied }, () =>
        applied.length === 0
          ? `The database stands at version ${newestMigration} already.`
          : applied.map((step) => `Applied ${step.number} ${step.name}.`).join('\n'),
      );
    });

  program
    .command('serve')
    .description('run the backend until it is told to end')
    .addHelpText(
      'after',
      `
Configured by the environment:
  HOST                     address to listen on                        (127.0.0.1)
  PORT                     port to listen on; 0 takes a free one       (8787)
  PUBLIC_URL               where browsers and providers reach it       (http://HOST:PORT)
  DATABASE_URL             PostgreSQL; without it PGlite in the data folder
  DATABASE_POOL            most connections to PostgreSQL              (10)
  POSTLUDE_DATA            data folder                                 (./data)
  POSTLUDE_ENCRYPTION_KEY  32 bytes in base64; needed with DATABASE_URL, otherwise a file in the data folder
  POSTLUDE_SDK             folder of the SDK's files, if not the installed ones
  LOG_LEVEL                fatal, error, warn, info, debug, trace, silent  (info)
  TRUST_PROXY              number of own proxies in front              (0)
  METRICS_TOKEN            /metrics asks for it as a bearer token
  SHUTDOWN_TIMEOUT         seconds that requests in flight are given at the end  (10)

SIGTERM and SIGINT end it after the requests in flight; a second one ends it at once.

Examples:
  postlude serve
  HOST=0.0.0.0 PUBLIC_URL=https://post.example.com TRUST_PROXY=1 postlude serve`,
    )
    .action(async (_: unknown, command: Command) => {
      const options = optionsOf(command);
      const server = await startServer(configOf(io, options));
      await new Promise<void>((resolve) => {
        if (io.ending.aborted) resolve();
        io.ending.addEventListener('abort', () => resolve(), { once: true });
      });
      await server.close();
    });
}
