import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';
import { thisProcess } from './process-mark.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postlude-lock-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Another process that takes the folder; resolves with what it says of it. */
async function inAnotherProcess(): Promise<{ child: ChildProcess; said: string }> {
  const script = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
    try { await lockFolder(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.code + ': ' + error.message); }`;
  const child = spawn(
    process.execPath,
    ['--conditions=@postlude/source', '--input-type=module', '-e', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const [chunk] = await once(child.stdout, 'data');
  return { child, said: String(chunk).trim() };
}

describe('lock of a data folder', () => {
  it('refuses a second holder and names the first and the folder', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'data_folder_in_use',
      message: expect.stringContaining(`${folder} is in use by process ${process.pid}.`),
    });
    const { said } = await inAnotherProcess();
    expect(said).toContain('data_folder_in_use');
    expect(said).toContain(String(process.pid));
    await lock.release();
  });

  it('can be taken again after it was released, and leaves nothing behind', async () => {
    await (await lockFolder(folder)).release();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const { child, said } = await inAnotherProcess();
    expect(said).toBe('taken');
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'data_folder_in_use' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lockFolder(folder)).release();
  });

  it('is taken over when the holder’s number belongs to another process by now', async () => {
    const mark = { ...thisProcess(), started: 'another time', token: 'left behind' };
    await writeFile(join(folder, 'postlude.lock'), JSON.stringify(mark));
    await (await lockFolder(folder)).release();
  });

  it('is taken over from another machine only after a time without a sign of life', async () => {
    const mark = { pid: 1, space: 'elsewhere', started: null, token: 'elsewhere' };
    await writeFile(join(folder, 'postlude.lock'), JSON.stringify(mark));
    await (await lockFolder(folder)).release();
  });

  it('is left to another machine that gives signs of life', async () => {
    const path = join(folder, 'postlude.lock');
    const mark = JSON.stringify({ pid: 1, space: 'elsewhere', started: null, token: 'elsewhere' });
    await writeFile(path, mark);
    const pulse = setInterval(() => writeFile(path, mark), 200);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'data_folder_in_use' });
    clearInterval(pulse);
  });

  it('is taken over when its file is broken', async () => {
    await writeFile(join(folder, 'postlude.lock'), '{"pid":');
    await (await lockFolder(folder)).release();
  });

  it('goes to exactly one of many that find a stale lock at the same time', async () => {
    const mark = { ...thisProcess(), started: 'another time', token: 'left behind' };
    await writeFile(join(folder, 'postlude.lock'), JSON.stringify(mark));
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    const taken = results.filter((result) => result.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'data_folder_in_use' });
    }
    expect(JSON.parse(await readFile(join(folder, 'postlude.lock'), 'utf8')).pid).toBe(process.pid);
    await taken[0]?.value.release();
  });
});
