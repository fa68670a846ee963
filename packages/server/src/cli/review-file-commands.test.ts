import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPictures } from '../review-files/pictures/load-pictures.ts';
import { looxFile } from '../review-files/testing/shop.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let terminal: Terminal;
let folder: string;

beforeAll(async () => {
  terminal = await openTerminal();
  folder = await mkdtemp(path.join(tmpdir(), 'postlude-review-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inFolder = async (name: string, text: string): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
};

describe('postlude review-file', () => {
  it('imports, tells, exports and takes back', async () => {
    const file = await inFolder(
      'loox.csv',
      looxFile('1,Active,5,,Mara,,Good,2025-01-01,77,,,,', '2,Active,9,,Jo,,Bad row,2025-01-01,77,,,,'),
    );
    const dry = await terminal.run('review-file', 'import', file, '--dry-run');
    expect(dry.code).toBe(3);
    expect(dry.out).toContain('dry run, nothing was written');
    expect(dry.out).toMatch(/3\s+stars\s+2,Active,9/);
    const real = await terminal.run('review-file', 'import', file, '--format', 'loox', '--json');
    const { id } = JSON.parse(real.out);
    expect(JSON.parse(real.out)).toMatchObject({ state: 'done', added: 1, bad: 1 });
    expect(JSON.parse((await terminal.run('review-file', 'status', id, '--json')).out)).toMatchObject({
      added: 1,
    });

    const target = path.join(folder, 'out.csv');
    expect((await terminal.run('review-file', 'export', target, '--format', 'okendo')).code).toBe(0);
    expect(await readFile(target, 'utf8')).toMatch(
      /^Review ID,Product ID.*\r\nrev_.*,77,77,5,,Good,Mara,FALSE,/,
    );
    const again = await terminal.run('review-file', 'export', target, '--format', 'okendo');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('cannot be written')]);

    expect(JSON.parse((await terminal.run('review-file', 'undo', id, '--json')).out).state).toBe('undone');
    expect((await terminal.run('review-file', 'status', 'rim_0', '--json')).code).toBe(1);
  });

  it('tells how far pictures are, and which were given up', async () => {
    const address = (name: string) => `http://pictures.example/${name}.jpg`;
    const file = await inFolder(
      'pictures.csv',
      looxFile(`7,Active,5,,Mara,,Good,2025-01-01,77,,"${address('a')},${address('b')}",,`),
    );
    const told = await terminal.run('review-file', 'import', file);
    expect(told.out).toMatch(/pictures\s+0 loaded, 2 waiting, 0 failed/);
    const id = /rim_\w+/.exec(told.out)?.[0] ?? '';
    await terminal.within(loadPictures);
    const status = await terminal.run('review-file', 'status', id);
    expect(status.out).toMatch(/pictures\s+0 loaded, 0 waiting, 2 failed/);
    expect(status.out).toMatch(/rev_\w+\s+not_https\s+http:\/\/pictures\.example\/b\.jpg/);
    await terminal.run('review-file', 'undo', id);
  });

  it('tells the state of the feed and writes it', async () => {
    const target = path.join(folder, 'feed.xml');
    const told = await terminal.run('review-file', 'feed', '--out', target);
    expect(told.out).toContain('google-product-reviews.xml');
    expect(told.out).toContain('! 0 reviews are in the feed.');
    expect(await readFile(target, 'utf8')).toContain('<version>2.4</version>');
  });

  it('refuses what is no file of reviews', async () => {
    const file = await inFolder('other.csv', 'a,b\n1,2');
    const refused = await terminal.run('review-file', 'import', file);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('none of the formats')]);
    expect((await terminal.run('review-file', 'import', path.join(folder, 'nowhere.csv'))).code).toBe(1);
  });
});
