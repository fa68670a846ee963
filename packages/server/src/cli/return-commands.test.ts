import { beforeAll, describe, expect, it } from 'vitest';
import { placeDelivered } from './testing/delivered.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let run: Terminal['run'];

/** A delivered order of two mugs, and a return of both. */
beforeAll(async () => {
  const terminal = await openTerminal();
  run = terminal.run;
  await terminal.within(async (context) => {
    const { send, order, shipmentId, token } = await placeDelivered(context, terminal.shop);
    const lineId = order.lines[0]?.id;
    const item = { lineId, shipmentId, quantity: 2, reason: 'changed_my_mind', resolution: 'refund' };
    const filed = await send('POST', `/v1/orders/${order.id}/returns`, {
      key: token,
      json: { route: 'return', items: [item], method: { id: 'own_carrier' } },
    });
    expect(filed.status).toBe(201);
  });
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
