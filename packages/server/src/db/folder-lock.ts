import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PostludeServerError } from '../errors.ts';
import { isAlive, type ProcessMark, thisProcess } from './process-mark.ts';

const lockName = 'postlude.lock';
/** The holder touches its lock this often, so that a process that cannot see it otherwise knows that it lives. */
const beat = 1_000;
/** How long a lock must lie untouched to count as left behind, when nothing else tells. */
const silence = 5_000;

interface Holder extends ProcessMark {
  /** Tells this lock from every other, also from one of the same process. */
  readonly token: string;
}

/** A data folder that is ours until it is released. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process. Throws `data_folder_in_use` when a living process holds it; a lock that a
 * killed process left is recognised (its process is gone, or another one has its number now) and replaced.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, lockName);
  const mine: Holder = { ...thisProcess(), token: randomUUID() };
  for (let round = 0; round < 20; round += 1) {
    if (await create(path, mine)) return held(path, mine);
    const theirs = await read(path);
    if (theirs === null) continue;
    if (await lives(path, theirs)) throw inUse(folder, theirs);
    await removeStale(path, theirs);
  }
  throw new PostludeServerError(
    'data_folder_in_use',
    `The data folder ${folder} is being taken by other processes.`,
  );
}

/** Writes the whole lock or nothing: a link to a finished file either appears or fails because one is there. */
async function create(path: string, mine: Holder): Promise<boolean> {
  const draft = `${path}.${mine.token}`;
  const content = JSON.stringify(mine);
  await writeFile(draft, content, { flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    // File systems without hard links (FAT, some network shares): exclusive creation, not atomic with its content.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS') {
      return await writeFile(path, content, { flag: 'wx' }).then(
        () => true,
        (failure) => {
          if (codeOf(failure) === 'EEXIST') return false;
          throw failure;
        },
      );
    }
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function read(path: string): Promise<Holder | null> {
  // Read twice: without hard links a lock exists for a moment before its content does.
  for (const pause of [0, 200]) {
    await wait(pause);
    try {
      const holder: unknown = JSON.parse(await readFile(path, 'utf8'));
      if (isHolder(holder)) return holder;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return { pid: 0, space: 'unreadable', started: null, token: 'unreadable' };
}

async function lives(path: string, holder: Holder): Promise<boolean> {
  const verdict = isAlive(holder);
  if (verdict !== 'unknown') return verdict === 'alive';
  const before = await touchedAt(path);
  for (let waited = 0; waited < silence; waited += 250) {
    await wait(250);
    const now = await touchedAt(path);
    if (now === null) return false;
    if (now !== before) return true;
  }
  return false;
}

/**
 * Removes a lock that was judged to be left behind. A second lock guards the removal: without it, of two processes
 * that judged at the same time, the slower would remove the quicker one's new lock.
 */
async function removeStale(path: string, judged: Holder): Promise<void> {
  const guard = `${path}.removing`;
  try {
    await mkdir(guard);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    const made = await touchedAt(guard);
    await wait(250);
    // Removing takes milliseconds: a guard this old belongs to a process that was killed between the two lines below.
    if (made !== null && Date.now() - made > silence) await rm(guard, { recursive: true, force: true });
    return;
  }
  try {
    const present = await read(path);
    if (present?.token !== judged.token) return;
    const aside = `${path}.${randomUUID()}`;
    await rename(path, aside);
    await rm(aside, { force: true });
  } finally {
    await rm(guard, { recursive: true, force: true });
  }
}

function held(path: string, mine: Holder): FolderLock {
  const pulse = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, beat);
  pulse.unref();
  return {
    async release() {
      clearInterval(pulse);
      const present = await read(path);
      if (present?.token === mine.token) await rm(path, { force: true });
    },
  };
}

async function touchedAt(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => null,
  );
}

function inUse(folder: string, holder: Holder): PostludeServerError {
  return new PostludeServerError(
    'data_folder_in_use',
    `The data folder ${folder} is in use by process ${holder.pid}. Stop that process, use the HTTP API of the server that runs, ` +
      'or set POSTLUDE_DATA to another folder. Several processes at once need PostgreSQL (DATABASE_URL).',
  );
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const holder = value as Record<string, unknown>;
  return (
    typeof holder.pid === 'number' && typeof holder.space === 'string' && typeof holder.token === 'string'
  );
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
