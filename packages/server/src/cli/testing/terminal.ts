import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { CreatedStore } from '../../stores/create-store.ts';
import { emptyPostgres } from '../../testing/databases.ts';
import type { Io } from '../io.ts';
import { runCli } from '../run.ts';
import { withContext } from '../with-context.ts';

/** What a command said, and what it exited with. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The commands over an empty database, in which there is one store. */
export interface Terminal {
  readonly shop: CreatedStore;
  run(...args: string[]): Promise<Ran>;
  /** Works in the database itself, as one process after another does. */
  within<T>(work: (context: Context) => Promise<T>): Promise<T>;
}

/** Opens one. */
export async function openTerminal(): Promise<Terminal> {
  const env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'https://post.example.com',
  };
  const ioOf = (write: (stream: 'out' | 'err', text: string) => void): Io => ({
    env,
    out: (text) => write('out', text),
    err: (text) => write('err', text),
    readInput: () => Promise.resolve(''),
    watched: false,
    ending: new AbortController().signal,
  });
  const run = async (...args: string[]): Promise<Ran> => {
    const told = { out: '', err: '' };
    const code = await runCli(
      args,
      ioOf((stream, text) => {
        told[stream] += text;
      }),
    );
    return { code, ...told };
  };
  const { out } = await run('store', 'create', '--name', 'Kontor', '--json');
  return {
    shop: JSON.parse(out),
    run,
    within: (work) =>
      withContext(
        ioOf(() => {}),
        { json: true },
        work,
      ),
  };
}
