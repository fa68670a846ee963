import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReferralShop } from '../referrals/life/testing/shop.ts';
import { createTestClock } from '../testing/backend.ts';
import { openTerminal, type Terminal } from './testing/terminal.ts';

let terminal: Terminal;
let folder: string;
/** Two friends of one advocate, with paid orders; an order that is nobody's. */
let ids: {
  readonly first: string;
  readonly second: string;
  readonly advocate: string;
  readonly alone: string;
};

beforeAll(async () => {
  terminal = await openTerminal();
  folder = await mkdtemp(path.join(tmpdir(), 'postlude-referrals-'));
  ids = await terminal.within(async (context) => {
    const shop = await openReferralShop({
      context: { ...context, clock: createTestClock(new Date()) },
      clock: createTestClock(new Date()),
      logged: [],
      newStore: () => Promise.resolve(terminal.shop),
      secondProcess: () => Promise.reject(new Error('There is only one.')),
    });
    const ada = await shop.advocate('ada');
    const friend = async (name: string) => {
      const { referralId, code } = await shop.claim(ada);
      await shop.order({ id: name, email: `${name}@example.com`, paid: true, discountCodes: [code ?? ''] });
      return referralId;
    };
    return {
      first: await friend('bo'),
      second: await friend('cy'),
      advocate: ada.advocateId,
      alone: await shop.order({ id: 'alone', email: 'di@example.com', paid: true }),
    };
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('postlude referral and advocate', () => {
  it('list, show with the story, decide, and say what cannot be done', async () => {
    const { run } = terminal;
    const list = await run('referral', 'list', '--state', 'held');
    expect([list.code, list.out]).toEqual([0, expect.stringContaining('bo@example.com')]);
    const shown = await run('referral', 'show', ids.first, '--locale', 'en');
    expect(shown.out).toMatch(/Status +held, returns_open/);
    expect(shown.out).toMatch(/friend +redeemed +€10 off +HELLO-0001/);
    expect(shown.out).toContain('Can be done now: refuse, block_advocate');
    const refused = await run(
      'referral',
      'refuse',
      ids.first,
      '--by',
      'Mia',
      '--note',
      'Not a friend.',
      '--json',
    );
    expect(JSON.parse(refused.out).referral).toMatchObject({ state: 'refused', reason: 'by_store' });
    expect(JSON.parse(refused.out).story.at(-1)).toMatchObject({
      by: 'Mia',
      words: expect.stringContaining('Not a friend.'),
    });
    const voided = await run('referral', 'void', ids.first);
    expect([voided.code, voided.err]).toEqual([1, expect.stringContaining('refused')]);
    expect((await run('referral', 'approve', ids.first, '--by', 'Mia')).out).toMatch(/Status +held/);
    expect((await run('referral', 'show', `rfr_${'0'.repeat(32)}`)).code).toBe(1);
  });

  it('link an order, shut an advocate out and let them in', async () => {
    const { run } = terminal;
    const linked = await run(
      'referral',
      'link',
      '--advocate',
      ids.advocate,
      '--order',
      ids.alone,
      '--by',
      'Mia',
    );
    expect([linked.code, linked.out]).toEqual([0, expect.stringMatching(/Found by +staff/)]);
    const blocked = await run('advocate', 'block', ids.advocate, '--by', 'Mia', '--note', 'Coupons');
    expect(blocked.out).toContain('by Mia: Coupons');
    expect((await run('referral', 'show', ids.second)).out).toMatch(/Status +refused, advocate_blocked/);
    expect((await run('advocate', 'unblock', ids.advocate)).out).not.toContain('Coupons');
    expect((await run('advocate', 'list', '--q', 'ada 7k3m')).out).toContain('ada@example.com');
    expect((await run('advocate', 'list', '--q', 'nobody')).out).toBe('None.\n');
    expect((await run('advocate', 'block', `adv_${'0'.repeat(32)}`)).code).toBe(1);
  });

  it('count by day, and write a file', async () => {
    const { run } = terminal;
    expect((await run('referral', 'figures')).out).toMatch(/\nall +0 +0 +2 +3 +0 +20\.00 EUR/);
    expect((await run('referral', 'figures', '--from', '2026-02-02', '--to', '2026-02-01')).code).toBe(1);
    const file = path.join(folder, 'out.csv');
    expect((await run('referral', 'export', file)).code).toBe(0);
    expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(5);
    expect((await run('referral', 'export', file)).err).toContain('cannot be written');
  });
});
