import { beforeAll, describe, expect, it } from 'vitest';
import { apiOf, putOrder } from '../testing/api.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let run: Terminal['run'];
let reviewId: string;
let reportId: string;

/** A review of a mug that waits, and a report of it once it is public. */
beforeAll(async () => {
  const terminal = await openTerminal();
  run = terminal.run;
  await terminal.within(async (context) => {
    const send = apiOf(context);
    const lines = [{ externalId: 'l1', title: 'Mug', quantity: 1, productId: 'p1' }];
    const { order, proof } = await putOrder(send, terminal.shop, { lines });
    const session = await send('POST', `/v1/sessions?store=${terminal.shop.store.publishableKey}`, {
      json: { by: 'proof', order: '1001', proof },
    });
    const sent = await send('POST', `/v1/orders/${order.id}/reviews`, {
      key: session.json.token,
      json: {
        lineId: order.lines[0]?.id,
        content: { stars: 2, name: 'Ada', text: 'It leaks.\u001b[2J See www.example.com' },
      },
    });
    expect(sent.status).toBe(201);
    reviewId = sent.json.id;
  });
  await run('review', 'approve', reviewId);
  await terminal.within(async (context) => {
    const path = `/v1/reviews/${reviewId}/reports?store=${terminal.shop.store.publishableKey}`;
    const reported = await apiOf(context)('POST', path, { json: { reason: 'fake' } });
    reportId = reported.json.id;
  });
});

describe('postlude review', () => {
  it('shows a review and what was done with it, and nothing a shopper wrote moves the cursor', async () => {
    const shown = await run('review', 'show', reviewId);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toMatch(/Stars +★★☆☆☆/);
    expect(shown.out).toMatch(/Flags +link/);
    expect(shown.out).not.toContain('\u001b');
    expect((await run('review', 'list', '--flag', 'link')).out).toContain(reviewId);
    expect((await run('review', 'list', '--moderation', 'pending')).out).toContain('None.');
  });

  it('answers, hides with a reason of the list, takes back and shows again', async () => {
    expect((await run('review', 'reply', reviewId, '--text', 'Sorry!', '--by', 'Mia')).out).toContain(
      'Sorry!',
    );
    const refused = await run('review', 'hide', reviewId, '--reason', 'too_bad');
    expect(refused.code).not.toBe(0);
    const hidden = await run('review', 'hide', reviewId, '--reason', 'spam', '--note', 'A link.');
    expect(hidden.out).toMatch(/Refused +spam: A link\./);
    expect((await run('review', 'undo', reviewId)).out).toMatch(/Visibility +shown/);
    expect((await run('review', 'show', 'rev_none')).code).not.toBe(0);
  });

  it('decides reports and tells what was done by stars', async () => {
    expect((await run('review', 'reports', '--state', 'open')).out).toContain(reportId);
    const decided = await run('review', 'decide', reportId, '--outcome', 'kept', '--by', 'Mia');
    expect(decided.out).toBe(`${reportId}: kept\n`);
    const statistics = await run('review', 'statistics', '--json');
    expect(JSON.parse(statistics.out)).toMatchObject({
      verified: 1,
      reports: { open: 0, decided: 1 },
    });
    expect((await run('review', 'statistics')).out).toMatch(/★★☆☆☆ +1 +0 +1/);
  });
});
