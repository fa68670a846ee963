import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const command = path.resolve(import.meta.dirname, '../../packages/server/bin/postlude.mjs');

/** What a backend and the commands beside it share: where the data is, and what else they are told. */
export type BackendSettings = Readonly<Record<string, string>>;

/** A backend in a process of its own, as it ships. */
export interface BackendProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it wrote so far. */
  log(): string;
  /** Ends it as the machine's power switch would. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

/** Settings for a backend on PGlite in a folder. */
export const onFolder = (folder: string): BackendSettings => ({ POSTLUDE_DATA: folder });

/** Settings for backends that share a PostgreSQL database. */
export const onPostgres = (databaseUrl: string, folder: string): BackendSettings => ({
  POSTLUDE_DATA: folder,
  DATABASE_URL: databaseUrl,
  POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
});

/** Runs `postlude … --json` and gives what it printed. */
export async function postlude<Answer>(settings: BackendSettings, ...words: string[]): Promise<Answer> {
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...words, '--json'], {
    env: environment(settings),
    maxBuffer: 32 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Answer;
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Starts `postlude serve`, on a free port unless one is given, and waits until it is ready. Rejects with what it wrote when it ends before that. */
export async function startBackend(settings: BackendSettings, port = 0): Promise<BackendProcess> {
  const child = spawn(process.execPath, [command, 'serve'], {
    env: environment({ PORT: String(port), ...settings, LOG_LEVEL: 'info' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await ready(child, () => output);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    pid: child.pid ?? 0,
    log: () => output,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** Waits until a backend says where it listens, which it does when it is ready. */
async function ready(child: ChildProcess, output: () => string): Promise<string> {
  for (let tries = 0; tries < 1_200; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The backend ended before it was ready:\n${output()}`);
    }
    const url = /"url":"([^"]+)".*"msg":"listening"/.exec(output())?.[1];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The backend did not become ready:\n${output()}`);
}

function environment(settings: BackendSettings): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', SystemRoot = '', TMPDIR } = process.env;
  return { PATH, HOME, SystemRoot, ...(TMPDIR ? { TMPDIR } : {}), HOST: '127.0.0.1', ...settings };
}
