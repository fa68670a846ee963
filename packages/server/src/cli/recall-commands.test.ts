import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recallInput } from '../recalls/testing/recall.ts';
import { emptyPostgres } from '../testing/databases.ts';
import { runCli } from './run.ts';

let env: Record<string, string>;
let folder: string;

async function run(args: readonly string[], input = '') {
  let [out, err] = ['', ''];
  const code = await runCli(args, {
    env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: () => Promise.resolve(input),
    watched: false,
    ending: new AbortController().signal,
  });
  return { code, out, err };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'postlude-serials-'));
  env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  await run(['store', 'create', '--name', 'Kiln', '--origin', 'https://a.example']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('postlude recall', () => {
  const recall = JSON.stringify(recallInput());

  it('previews, publishes once, lists, shows and ends', async () => {
    expect((await run(['recall', 'preview', '-'], recall)).out).toContain('owners');
    const first = await run(['recall', 'publish', '-', '--json'], recall);
    const again = await run(['recall', 'publish', '-', '--json'], recall);
    expect(JSON.parse(again.out).id).toBe(JSON.parse(first.out).id);
    expect((await run(['recall', 'list'])).out).toMatch(/R-1\s+published/);
    expect((await run(['recall', 'show', 'R-1'])).out).toContain(JSON.parse(first.out).id);
    expect(JSON.parse((await run(['recall', 'end', 'R-1', '--json'])).out).state).toBe('ended');
  });

  it('says which words play the danger down, and what is no recall', async () => {
    const soft = JSON.stringify(recallInput({ reference: 'R-2', hazard: { en: 'Only a precaution.' } }));
    const { code, err } = await run(['recall', 'publish', '-'], soft);
    expect(code).toBe(1);
    expect(err).toContain('hazard.en');
    expect((await run(['recall', 'publish', '-'], '{')).err).toContain('cannot be read');
    expect((await run(['recall', 'publish', '-'], '{}')).err).toContain('This is no recall');
    expect((await run(['recall', 'show', 'R-9'])).err).toContain('There is no recall R-9');
  });
});

describe('postlude serials', () => {
  it('imports a list and reports its bad rows', async () => {
    const file = path.join(folder, 'list.csv');
    await writeFile(file, 'serial;batch\nA1;b\nA2;b\n;b\n');
    const first = await run(['serials', 'import', file, '--product', 'lamp']);
    expect(first.code).toBe(3);
    expect(first.out).toMatch(/added\s+2/);
    expect(first.out).toMatch(/4\s+empty/);
    const again = await run(['serials', 'import', file, '--product', 'lamp', '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ state: 'done', added: 0, known: 2, bad: 1 });
    const { id } = JSON.parse(again.out);
    expect(JSON.parse((await run(['serials', 'status', id, '--json'])).out).id).toBe(id);
    expect((await run(['serials', 'import', path.join(folder, 'none.csv')])).err).toContain('cannot be read');
  });
});
