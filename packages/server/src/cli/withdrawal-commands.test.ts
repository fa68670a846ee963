import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StaffWithdrawal, WithdrawalReceipt } from '@postlude/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config/read-config.ts';
import { createLogger } from '../observability/logger.ts';
import { openContext } from '../open-context.ts';
import { readStore } from '../stores/read-store.ts';
import { emptyPostgres } from '../testing/databases.ts';
import { declareWithdrawal } from '../withdrawals/declare.ts';
import { runCli } from './run.ts';

let env: Record<string, string>;
let folder: string;
let receipt: WithdrawalReceipt;

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
  folder = await mkdtemp(path.join(tmpdir(), 'postlude-receipt-'));
  env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  const made = await run(['store', 'create', '--name', 'Kiln', '--origin', 'https://a.example', '--json']);
  const storeId: string = JSON.parse(made.out).store.id;
  const context = await openContext(readConfig(env), { log: createLogger('silent') });
  try {
    receipt = await context.db.withStore(storeId, async (tx) => {
      const store = await readStore(tx, storeId);
      if (!store) throw new Error('There is no store.');
      return declareWithdrawal(tx, context, store, {
        name: 'Ada',
        contract: '1001',
        email: 'ada@example.com',
      });
    });
  } finally {
    await context.db.close();
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const list = async (...more: string[]): Promise<StaffWithdrawal[]> =>
  JSON.parse((await run(['withdrawal', 'list', ...more, '--json'])).out);

describe('postlude withdrawal', () => {
  it('lists declarations with what we think of them', async () => {
    expect(await list()).toEqual([
      expect.objectContaining({ number: receipt.number, marks: ['no_such_order'], settledAt: null }),
    ]);
    const { out, code } = await run(['withdrawal', 'list']);
    expect(code).toBe(0);
    expect(out).toContain(receipt.number);
    expect(out).toContain('no_such_order');
  });

  it('ticks one off by the number somebody reads out, and only once', async () => {
    expect(await list('--open')).toHaveLength(1);
    const first = await run(['withdrawal', 'settle', receipt.number.toLowerCase(), '--json']);
    expect(first.code).toBe(0);
    const again = await run(['withdrawal', 'settle', receipt.id, '--json']);
    expect(JSON.parse(again.out).settledAt).toBe(JSON.parse(first.out).settledAt);
    expect(await list('--open')).toEqual([]);
    expect(await list()).toHaveLength(1);
  });

  it('says which declaration there is not', async () => {
    const { code, err } = await run(['withdrawal', 'settle', 'W-0000-0000']);
    expect(code).toBe(1);
    expect(err).toContain('There is no declaration W-0000-0000');
  });

  it('knows a genuine receipt, also with other line ends, from one that was changed', async () => {
    const file = path.join(folder, 'receipt.txt');
    await writeFile(file, `\ufeff${receipt.text.replaceAll('\n', '\r\n')}`);
    expect(await run(['withdrawal', 'check', file])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Genuine/),
    });
    const changed = await run(['withdrawal', 'check', '-', '--json'], receipt.text.replace('1001', '1002'));
    expect(changed).toMatchObject({ code: 1, out: '{"genuine":false}\n' });
  });

  it('says when there is no such file', async () => {
    const { code, err } = await run(['withdrawal', 'check', path.join(folder, 'none.txt')]);
    expect(code).toBe(1);
    expect(err).toContain('cannot be read');
  });
});
