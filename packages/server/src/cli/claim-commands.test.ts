import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repairQuote } from '../claims/testing/shop.ts';
import { ensurePassports } from '../passports/read.ts';
import type { CreatedStore } from '../stores/create-store.ts';
import { apiOf, putOrder, putShipment } from '../testing/api.ts';
import { emptyPostgres } from '../testing/databases.ts';
import type { Io } from './io.ts';
import { runCli } from './run.ts';
import { withContext } from './with-context.ts';

let env: Record<string, string>;

const ioOf = (write: (stream: 'out' | 'err', text: string) => void): Io => ({
  env,
  out: (text) => write('out', text),
  err: (text) => write('err', text),
  readInput: () => Promise.resolve(''),
  watched: false,
  ending: new AbortController().signal,
});

async function run(...args: string[]) {
  const told = { out: '', err: '' };
  const io = ioOf((stream, text) => {
    told[stream] += text;
  });
  const code = await runCli(args, io);
  return { code, ...told };
}

/** A delivered order of two mugs, and a claim about one of them. */
beforeAll(async () => {
  env = {
    DATABASE_URL: await emptyPostgres(),
    POSTLUDE_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    PUBLIC_URL: 'https://post.example.com',
  };
  const { out } = await run('store', 'create', '--name', 'Kontor', '--json');
  const shop: CreatedStore = JSON.parse(out);
  await withContext(
    ioOf(() => {}),
    { json: true },
    async (context) => {
      const send = apiOf(context);
      const now = Date.now();
      const at = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
      const { order, proof } = await putOrder(send, shop, { placedAt: at(72) });
      const items = [{ lineExternalId: 'l1', quantity: 2 }];
      const parcel = await putShipment(send, shop, order.id, { shippedAt: at(48), items });
      const shipmentId = parcel.json.order.shipments[0].id;
      await send('POST', `/v1/staff/orders/${order.id}/shipments/${shipmentId}/tracking`, {
        key: shop.secretKey,
        json: { events: [{ at: at(24), status: 'delivered' }] },
      });
      const session = await send('POST', `/v1/sessions?store=${shop.store.publishableKey}`, {
        json: { by: 'proof', order: '1001', proof },
      });
      const storeId = shop.store.id;
      const mug = await context.db.withStore(storeId, async (tx) => {
        await ensurePassports(tx, { storeId, orderId: order.id }, new Date(now));
        return tx
          .selectFrom('passports')
          .select('passport_id')
          .where('unit', '=', 1)
          .executeTakeFirstOrThrow();
      });
      const filed = await send('POST', `/v1/passports/${mug.passport_id}/claims`, {
        key: session.json.token,
        json: {
          route: 'legal_guarantee',
          symptom: null,
          description: 'It leaks.',
          since: at(24).slice(0, 10),
          resolution: 'refund',
        },
      });
      expect(filed.status).toBe(201);
    },
  );
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
