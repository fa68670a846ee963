import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
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

/** A delivered order of two mugs, and a return of both. */
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
      const lineId = order.lines[0]?.id;
      const item = { lineId, shipmentId, quantity: 2, reason: 'changed_my_mind', resolution: 'refund' };
      const filed = await send('POST', `/v1/orders/${order.id}/returns`, {
        key: session.json.token,
        json: { route: 'return', items: [item], method: { id: 'own_carrier' } },
      });
      expect(filed.status).toBe(201);
    },
  );
});

describe('postlude return', () => {
  it('lists, approves, receives and settles a return by its number', async () => {
    const listed = await run('return', 'list', '--status', 'requested');
    expect(listed).toMatchObject({ code: 0, err: '' });
    expect(listed.out).toMatch(/R-1001-1 +return +requested +2 +39\.90 EUR/);
    expect((await run('return', 'approve', 'R-1001-1', '--by', 'Mia')).out).toMatch(/Status +approved/);
    const received = await run('return', 'receive', 'R-1001-1', '--item', '1=1:a:restock', '--json');
    expect(JSON.parse(received.out).return).toMatchObject({
      status: 'received',
      items: [{ received: { quantity: 1, grade: 'a' } }],
    });
    const refunded = await run('return', 'refund', 'R-1001-1');
    expect(refunded.out).toMatch(/Refund +19\.95 EUR/);
    expect(refunded.out).toMatch(/Mia +approve +approved/);
    expect((await run('return', 'refund', 'R-1001-1')).out).toBe(refunded.out);
  });

  it('says what is not there, not possible, or not understood', async () => {
    expect(await run('return', 'show', 'R-9')).toMatchObject({ code: 1, out: '' });
    const late = await run('return', 'approve', 'R-1001-1', '--json');
    expect(JSON.parse(late.err).error.code).toBe('action_not_possible');
    expect(await run('return', 'receive', 'R-1001-1', '--item', 'all')).toMatchObject({ code: 2 });
    expect(await run('return', 'decline', 'R-1001-1', '--code', 'mood')).toMatchObject({ code: 2 });
  });
});
