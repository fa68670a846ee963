import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repairQuote } from '../claims/testing/shop.ts';
import { ensurePassports } from '../passports/read.ts';
import { placeDelivered } from './testing/delivered.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let run: Terminal['run'];

/** A delivered order of two mugs, and a claim about one of them. */
beforeAll(async () => {
  const terminal = await openTerminal();
  run = terminal.run;
  await terminal.within(async (context) => {
    const { send, order, token, now, yesterday } = await placeDelivered(context, terminal.shop);
    const storeId = terminal.shop.store.id;
    const mug = await context.db.withStore(storeId, async (tx) => {
      await ensurePassports(tx, { storeId, orderId: order.id }, now);
      return tx.selectFrom('passports').select('passport_id').where('unit', '=', 1).executeTakeFirstOrThrow();
    });
    const filed = await send('POST', `/v1/passports/${mug.passport_id}/claims`, {
      key: token,
      json: {
        route: 'legal_guarantee',
        symptom: null,
        description: 'It leaks.',
        since: yesterday,
        resolution: 'refund',
      },
    });
    expect(filed.status).toBe(201);
  });
});

describe('postlude claim', () => {
  it('lists, approves, quotes, counts costs and finishes a claim by its number', async () => {
    const listed = await run('claim', 'list', '--status', 'received');
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toMatch(/C-1001-1 +received/);
    expect((await run('due', '--waits-for', 'store')).out).toMatch(/store +claim +C-1001-1 +received/);
    expect((await run('claim', 'approve', 'C-1001-1', '--by', 'Mia')).out).toMatch(/Status +approved/);
    const folder = await mkdtemp(join(tmpdir(), 'postlude-'));
    const file = join(folder, 'quote.json');
    await writeFile(file, JSON.stringify(repairQuote));
    const quoted = await run('claim', 'quote', 'C-1001-1', '--file', file);
    await rm(folder, { recursive: true });
    expect(quoted.out).toMatch(/open +15\.00 EUR +21\.90 EUR/);
    expect((await run('due', '--waits-for', 'shopper', '--json')).out).toContain('C-1001-1');
    await run('claim', 'undo', 'C-1001-1');
    const cost = await run('claim', 'cost', 'C-1001-1', '--kind', 'parts', '--sum', '300');
    expect(cost.out).toMatch(/parts +3\.00 EUR/);
    const done = await run('claim', 'finish', 'C-1001-1', '--outcome', 'refunded');
    expect(done.out).toMatch(/Status +done/);
    expect(done.out).toMatch(/Mia +approve +approved/);
    expect((await run('claim', 'finish', 'C-1001-1', '--outcome', 'refunded')).out).toBe(done.out);
    expect((await run('due', '--json')).out).not.toContain('C-1001-1');
  });

  it('says what is not there, not possible, or not understood', async () => {
    expect((await run('claim', 'show', 'C-9-9')).err).toContain('There is no claim C-9-9');
    expect((await run('claim', 'repair', 'C-1001-1')).err).toContain('repair is not possible');
    expect((await run('claim', 'decline', 'C-1001-1')).code).toBe(2);
  });
});
