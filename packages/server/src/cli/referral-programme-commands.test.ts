import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyCodes } from '../referrals/codes/testing/shop.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let terminal: Terminal;
let folder: string;

beforeAll(async () => {
  terminal = await openTerminal();
  folder = await mkdtemp(path.join(tmpdir(), 'postlude-programmes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inFolder = async (name: string, text: string): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
};

describe('postlude referral-programme, code and reward', () => {
  it('begin with an example, change it, pause it, and read it back', async () => {
    const { run } = terminal;
    expect((await run('referral-programme', 'show')).err).toContain('postlude referral-programme create');
    const example = await run(
      'referral-programme',
      'example',
      '--landing-url',
      'https://shop.example/friends',
    );
    const file = await inFolder('programme.json', example.out);
    const created = await run('referral-programme', 'create', file, '--locale', 'en');
    expect([created.code, created.err]).toEqual([0, '']);
    expect(created.out).toMatch(/^Bring a friend \(rpg_[0-9a-f]+\), version 1 since .*: running\n/);
    expect(created.out).toContain('\nThe friend gets €10 off the first order.\n');
    expect(created.out).toContain('\n! There are no codes for friends: import some, or their rewards wait.');

    const { programme } = JSON.parse((await run('referral-programme', 'show', '--json')).out);
    const same = await run('referral-programme', 'set', 'Bring a friend', file);
    expect(same.out).toContain('This is what version 1 says already: nothing was changed.');
    const wrong = await inFolder(
      'wrong.json',
      JSON.stringify({ ...programme, advocate: null, friend: null }),
    );
    const refused = await run('referral-programme', 'set', 'Bring a friend', wrong);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('  advocate: Nobody gets anything'),
    ]);
    const typed = await inFolder('typed.json', JSON.stringify({ ...programme, attributionDays: 'ten' }));
    expect((await run('referral-programme', 'create', typed)).err).toContain('  attributionDays: ');

    expect((await run('referral-programme', 'pause')).out).toContain('version 2');
    expect((await run('referral-programme', 'list')).out).toMatch(/Bring a friend +2 +paused/);
    expect((await run('referral-programme', 'resume')).out).toContain(': running');
    const versions = JSON.parse((await run('referral-programme', 'versions', '--json')).out);
    expect(versions.map((one: { version: number }) => one.version)).toEqual([3, 2, 1]);
    const old = await run('referral-programme', 'show', '--version-number', '2', '--json');
    expect(JSON.parse(old.out)).toMatchObject({ version: 2, state: 'paused' });
    expect((await run('referral-programme', 'show', '--version-number', '9')).code).toBe(1);
  });

  it('import codes, tell how full the pools are, and take an import back', async () => {
    const { run } = terminal;
    const file = await inFolder('codes.csv', `${manyCodes(3)}\n,`);
    const dry = await run('code', 'import', file, '--side', 'friend', '--dry-run');
    expect([dry.code, dry.out]).toEqual([3, expect.stringContaining('dry run, nothing was written')]);
    const real = await run('code', 'import', file, '--side', 'friend', '--json');
    const report = JSON.parse(real.out);
    expect(report).toMatchObject({ state: 'done', added: 3, bad: 1, side: 'friend' });
    expect((await run('code', 'status', report.id)).out).toMatch(/CODE-0/);
    expect((await run('code', 'pools')).out).toMatch(/friend +3 +0 +0/);
    expect(JSON.parse((await run('code', 'undo', report.id, '--json')).out).state).toBe('undone');
    expect((await run('code', 'status', 'cim_0')).code).toBe(1);
    expect((await run('code', 'import', file)).code).toBe(2);
    const other = await inFolder('other.csv', 'serial\nX');
    expect((await run('code', 'import', other, '--side', 'friend')).err).toContain(
      'code, and if wanted expires_at',
    );
  });

  it('ask which programme is meant where there are several', async () => {
    const { run } = terminal;
    await run('referral-programme', 'create', path.join(folder, 'programme.json'));
    const several = await run('referral-programme', 'pause');
    expect([several.code, several.err]).toEqual([1, expect.stringContaining('tell which by its id')]);
  });

  it('list rewards, and refuse what says nothing', async () => {
    const { run } = terminal;
    expect((await run('reward', 'list', '--state', 'failed')).out).toBe('None.\n');
    const id = `rwd_${'0'.repeat(32)}`;
    expect((await run('reward', 'issued', id)).err).toContain('Tell --code, --credit or both');
    expect((await run('reward', 'issued', id, '--code', 'A', '--failed', 'no')).code).toBe(1);
    for (const args of [
      ['issued', id, '--code', 'A'],
      ['resend', id],
      ['redeemed', id],
    ]) {
      expect((await run('reward', ...args)).code).toBe(1);
    }
    expect((await run('reward', 'list', '--side', 'nobody')).code).toBe(2);
  });
});
