import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postlude-kill-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const config = () => ({ databaseUrl: null, databasePool: 1, dataFolder: folder });

/** Another process that counts up in the database and says each number once it is committed, until it is killed. */
function startWriter() {
  const script = `
    const { openDatabase } = await import(${JSON.stringify(new URL('./open-database.ts', import.meta.url).href)});
    const db = await openDatabase(${JSON.stringify(config())});
    await db.execute('create table if not exists counted (number integer primary key)');
    for (;;) {
      const { rows } = await db.execute('insert into counted select coalesce(max(number), 0) + 1 from counted returning number');
      console.log(rows[0].number);
    }`;
  return spawn(process.execPath, ['--conditions=@postlude/source', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('PGlite under kill -9', () => {
  it('has everything it acknowledged after each of several kills, and the lock does not stand in the way', async () => {
    let acknowledged = 0;
    for (let round = 1; round <= 3; round += 1) {
      const writer = startWriter();
      let said = 0;
      for await (const line of createInterface({ input: writer.stdout })) {
        acknowledged = Number(line);
        said += 1;
        if (said === 20 + round * 7) writer.kill('SIGKILL');
      }
      if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
      expect(said).toBeGreaterThan(20);
    }
    const db = await openDatabase(config());
    const { rows } = await db.execute('select count(*) as count, max(number) as last from counted');
    expect(rows[0]?.count).toBe(rows[0]?.last);
    expect(rows[0]?.last).toBeGreaterThanOrEqual(acknowledged);
    await db.close();
  });
});
