import { type ReferralReward, type RewardState, rewardStates } from '@postlude/contract';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import type { Tx } from '../../db/database.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { expectBooks } from '../life/testing/books.ts';
import { openReferralShop, testProgramme } from '../life/testing/shop.ts';
import { earnReward, holdReward, moveReward, type RewardRow } from './ledger.ts';
import { mayMove, worthOfReward } from './machine.ts';

describe('a reward', () => {
  const allowed: Readonly<Record<RewardState, string>> = {
    earned: 'issued failed revoked',
    issued: 'sent redeemed revoked',
    sent: 'redeemed revoked',
    failed: 'earned issued revoked',
    redeemed: '',
    revoked: 'redeemed',
  };

  it.each(rewardStates)('that is %s goes nowhere but where it may', (from) => {
    expect(rewardStates.filter((to) => mayMove(from, to)).toSorted()).toEqual(
      allowed[from].split(' ').filter(Boolean).toSorted(),
    );
  });

  it('is worth what the books can count', () => {
    const sum = { amount: 1500, currency: 'EUR' };
    const title = { en: 'Mug' };
    const worth = (reward: ReferralReward) => worthOfReward(reward);
    expect(worth({ kind: 'amount', amount: sum, by: 'pool' })).toEqual(sum);
    expect(worth({ kind: 'store_credit', amount: sum, by: 'webhook' })).toEqual(sum);
    expect(worth({ kind: 'product', productId: 'p', title, worth: sum, by: 'pool' })).toEqual(sum);
    expect(worth({ kind: 'product', productId: 'p', title, worth: null, by: 'pool' })).toBeNull();
    expect(worth({ kind: 'percent', percent: 10, by: 'pool' })).toBeNull();
    expect(worth({ kind: 'free_shipping', by: 'pool' })).toBeNull();
  });
});

/** Whether somebody waits for what this transaction holds. */
async function isWaitedFor(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks
    where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`.execute(tx);
  return rows.length > 0;
}

describeOnBothDatabases('the ledger of rewards', (open, kind) => {
  const percent: ReferralReward = { kind: 'percent', percent: 10, by: 'webhook' };
  const opened = async () => {
    // Nothing for the friend: what is earned here is earned by hand.
    const shop = await openReferralShop(await open(), { programme: { ...testProgramme, friend: null } });
    const ada = await shop.advocate('ada');
    const { referralId } = await shop.claim(ada);
    const { context, clock } = shop.backend;
    const earn = (through = context, reward: ReferralReward = percent) =>
      earnFor(referralId, through, reward);
    const earnFor = (of: string, through = context, reward: ReferralReward = percent) =>
      through.db.withStore(shop.storeId, (tx) =>
        earnReward(
          tx,
          {
            storeId: shop.storeId,
            referralId: of,
            advocateId: ada.advocateId,
            programmeId: shop.programme.id,
            side: 'advocate',
            reward,
          },
          clock.now(),
        ),
      );
    const move = (row: RewardRow, to: RewardState) =>
      shop.in((tx) => moveReward(tx, row, to, {}, clock.now()));
    return { shop, ada, earn, earnFor, move };
  };

  it('keeps every change, and sums that are what it adds up to', async () => {
    const { shop, earn, move } = await opened();
    let row = await earn();
    for (const to of ['failed', 'earned', 'issued', 'sent', 'revoked', 'redeemed'] as const)
      row = await move(row, to);
    expect(row).toMatchObject({ state: 'redeemed', revision: 6 });
    await expectBooks(shop);
    const entries = await shop.in((tx) =>
      tx.selectFrom('reward_ledger').select(['before', 'state']).orderBy('entry_id').execute(),
    );
    expect(entries.map(({ before, state }) => `${before} ${state}`)).toEqual([
      'null earned',
      'earned failed',
      'failed earned',
      'earned issued',
      'issued sent',
      'sent revoked',
      'revoked redeemed',
    ]);
    expect((await shop.events()).filter((type) => type.startsWith('reward.'))).toEqual([
      'reward.failed',
      'reward.issued',
      'reward.revoked',
      'reward.redeemed',
    ]);
  });

  it('earns a reward once, with what was promised first', async () => {
    const { shop, earn } = await opened();
    const { reward_id: id } = await earn();
    const again = await earn(shop.backend.context, { kind: 'free_shipping', by: 'pool' });
    expect(again).toMatchObject({ reward_id: id, reward: percent });
    expect(await shop.rewards()).toHaveLength(1);
    await expectBooks(shop);
  });

  it('refuses what a reward may not become, and whoever read it before it changed', async () => {
    const { shop, earn, move } = await opened();
    const row = await earn();
    await expect(move(row, 'redeemed')).rejects.toMatchObject({ code: 'conflict' });
    await move(row, 'issued');
    await expect(move(row, 'failed')).rejects.toMatchObject({ code: 'conflict' });
    await expectBooks(shop);
    expect(await shop.in((tx) => holdReward(tx, { storeId: shop.storeId, rewardId: 'rwd_none' }))).toBeNull();
  });

  it('leaves nothing of what was undone', async () => {
    const { shop, earn } = await opened();
    const row = await earn();
    const undone = shop.in(async (tx) => {
      await moveReward(tx, row, 'issued', { code: 'X' }, shop.backend.clock.now());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await shop.rewards()).toMatchObject([{ state: 'earned', code: null }]);
    await expectBooks(shop);
  });

  if (kind === 'pglite') return;

  it('is right when two processes earn, issue and take back at once', async () => {
    const { shop, earn } = await opened();
    const { context, clock } = shop.backend;
    const processes = [context, await shop.backend.secondProcess()];
    const rows = await Promise.all(processes.flatMap((one) => [earn(one), earn(one)]));
    expect(new Set(rows.map((row) => row.reward_id)).size).toBe(1);
    const tries = processes.flatMap((one) =>
      (['issued', 'revoked', 'failed'] as const).map((to) =>
        one.db.withStore(shop.storeId, async (tx) => {
          const row = await holdReward(tx, { storeId: shop.storeId, rewardId: rows[0]?.reward_id ?? '' });
          if (row && mayMove(row.state, to)) await moveReward(tx, row, to, {}, clock.now());
        }),
      ),
    );
    await Promise.all(tries);
    await expectBooks(shop);
  });

  it('never has two wait for each other in a circle when they take back the same rewards crosswise', async () => {
    const { shop, ada, earnFor } = await opened();
    const { context, clock } = shop.backend;
    const other = await shop.backend.secondProcess();
    const ids = [];
    for (const name of ['bo', 'cy']) {
      const { referralId } = await shop.claim(ada, `${name}@example.com`);
      ids.push((await earnFor(referralId)).reward_id);
    }
    const takeBack = async (tx: Tx, rewardId: string) => {
      const row = await holdReward(tx, { storeId: shop.storeId, rewardId });
      if (row && mayMove(row.state, 'revoked')) await moveReward(tx, row, 'revoked', {}, clock.now());
    };
    const [first = '', second = ''] = ids;
    let goOn = (): void => undefined;
    const firstIsDone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const theirs = firstIsDone.then(() =>
      other.db.withStore(shop.storeId, async (tx) => {
        await takeBack(tx, second);
        await takeBack(tx, first);
      }),
    );
    const ours = context.db.withStore(shop.storeId, async (tx) => {
      await takeBack(tx, first);
      goOn();
      // On only when the other has come as far as it can.
      await vi.waitUntil(() => isWaitedFor(tx), { timeout: 20_000 });
      await takeBack(tx, second);
    });
    await Promise.all([ours, theirs]);
    expect((await shop.rewards()).map(({ state }) => state)).toEqual(['revoked', 'revoked']);
    await expectBooks(shop);
  });
});
