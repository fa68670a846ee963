import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/defaults.ts';
import { emptyPostgres } from '../testing/databases.ts';
import { runCli } from './run.ts';

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postlude-policy-'));
  env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'https://post.example.com',
  };
  await run(['store', 'create', '--name', 'Kontor', '--origin', 'https://shop.example.com']);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

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

async function file(content: unknown): Promise<string> {
  const path = join(folder, 'policy.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

describe('postlude policy', () => {
  it('shows what holds, and takes back what it showed', async () => {
    const shown = await run(['policy', 'show', '--locale', 'en']);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toMatch(/^Version 0, since .+\n\nYou can send items back within 14 days/);
    const { out } = await run(['policy', 'show', '--json']);
    expect((await run(['policy', 'set', '-'], out)).out).toMatch(/^This is what version 0 says already/);
  });

  it('writes a version, keeps the ones before, and lists them', async () => {
    const policy = { ...defaultPolicy, window: { ...defaultPolicy.window, days: 30 } };
    const set = await run(['policy', 'set', await file(policy), '--locale', 'en']);
    expect(set).toMatchObject({ code: 0, err: '' });
    expect(set.out).toMatch(/^Version 1 is in force\.\n\nYou can send items back within 30 days/);
    const { out } = await run(['policy', 'versions', '--locale', 'en']);
    expect(out.split('\n').map((line) => line.slice(0, 1))).toEqual(['v', '1', '0', '']);
    expect((await run(['policy', 'show', '--version-number', '0', '--locale', 'en'])).out).toContain(
      '14 days',
    );
    expect(await run(['policy', 'show', '--version-number', '9'])).toMatchObject({ code: 1, out: '' });
  });

  it('says field by field what is wrong', async () => {
    const nothing = { refund: false, storeCredit: null, exchange: null };
    const contradiction = await run([
      'policy',
      'set',
      await file({ ...defaultPolicy, resolutions: nothing }),
    ]);
    expect(contradiction).toMatchObject({ code: 1, out: '' });
    expect(contradiction.err).toContain('\n  resolutions: Nothing is offered');
    const wrong = await run(['policy', 'set', await file({ ...defaultPolicy, cancel: 'yes' })]);
    expect(wrong.err).toContain('\n  cancel: ');
    expect((await run(['policy', 'set', join(folder, 'none.json')])).err).toContain('cannot be read');
    expect((await run(['policy', 'set', '-'], '{')).err).toContain('not JSON');
  });
});
