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

/** Starts `postlude serve` and waits until it is ready. Rejects with what it wrote when it ends before that. */
export async function startBackend(settings: BackendSettings, given?: number): Promise<BackendProcess> {
  const port = given ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [command, 'serve'], {
    env: environment({ PORT: String(port), LOG_LEVEL: 'warn', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await ready(child, url, () => output);
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

async function ready(child: ChildProcess, url: string, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The backend ended before it was ready:\n${output()}`);
    }
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The backend did not become ready:\n${output()}`);
}

function environment(settings: BackendSettings): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', SystemRoot = '', TMPDIR } = process.env;
  return { PATH, HOME, SystemRoot, ...(TMPDIR ? { TMPDIR } : {}), HOST: '127.0.0.1', ...settings };
}
