import { beforeAll, describe, expect, it } from 'vitest';
import { lookAtAsks } from '../asks/look.ts';
import { apiOf, putOrder, putShipment } from '../testing/api.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let run: Terminal['run'];

/** An order that was sent an hour ago, by the clock of this machine. */
beforeAll(async () => {
  const terminal = await openTerminal();
  run = terminal.run;
  await terminal.within(async (context) => {
    const send = apiOf(context);
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const lines = [{ externalId: 'l1', title: 'Mug', quantity: 1, productId: 'p1' }];
    const { order } = await putOrder(send, terminal.shop, { placedAt: at, lines });
    const items = [{ lineExternalId: 'l1', quantity: 1 }];
    await putShipment(send, terminal.shop, order.id, { shippedAt: at, items });
    await lookAtAsks(context);
  });
});

describe('postlude ask', () => {
  it('lists asks with their reasons, narrowed to a kind, a state, a reason', async () => {
    const all = await run('ask', 'list', '--locale', 'en');
    expect(all).toMatchObject({ code: 0, err: '' });
    expect(all.out).toMatch(
      /1001\s+Mug\s+review\s+Held since .*: not every unit of the item has been delivered/,
    );
    expect((await run('ask', 'list', '--kind', 'media')).out).not.toContain('Mug');
    expect((await run('ask', 'list', '--reason', 'happy')).code).toBe(2);
  });

  it('explains one in the language asked for, and says so where there is none', async () => {
    const { out } = await run('ask', 'list', '--state', 'held', '--json');
    const [{ id }] = JSON.parse(out);
    expect((await run('ask', 'explain', id, '--locale', 'de')).out).toContain('Zurückgehalten seit');
    expect(JSON.parse((await run('ask', 'explain', id, '--json')).out).decisions).toHaveLength(1);
    const none = await run('ask', 'explain', 'ask_nobody');
    expect(none).toMatchObject({ code: 1 });
    expect(none.err).toContain('There is no ask ask_nobody');
  });

  it('counts by kind', async () => {
    const { out } = await run('ask', 'funnel', '--locale', 'en');
    expect(out).toMatch(/review\s+1\s+0\s+0\s+0/);
    expect(out).toMatch(/review\s+held\s+1\s+not every unit/);
  });
});

describe('postlude review-policy', () => {
  it('reads the policy back in sentences', async () => {
    const { out } = await run('review-policy', 'show', '--locale', 'en');
    expect(out).toContain('A review is asked for 14 days after the delivery.');
    expect(JSON.parse((await run('review-policy', 'versions', '--json')).out)).toHaveLength(1);
  });
});
