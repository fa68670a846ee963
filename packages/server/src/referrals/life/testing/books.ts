import { rewardStates } from '@postlude/contract';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { mayMove } from '../../rewards/machine.ts';
import type { ReferralShop } from './shop.ts';

interface Sum {
  readonly programme_id: string;
  readonly side: string;
  readonly currency: string;
  readonly state: string;
  readonly rewards: number;
  readonly worth: number;
}

const key = ({ programme_id, side, currency, state }: Sum): string =>
  [programme_id, side, currency, state].join(' ');

const byKey = (rows: readonly Sum[]): Record<string, readonly [number, number]> =>
  Object.fromEntries(
    rows
      .map((row): [string, readonly [number, number]] => [key(row), [Number(row.rewards), Number(row.worth)]])
      .filter(([, [rewards]]) => rewards !== 0)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * Checks the books of a shop: the sums are what the ledger adds up to and what the rewards are, each reward went only where it may
 * go, step by step, and nothing was issued, taken back or used twice.
 */
export async function expectBooks(shop: ReferralShop): Promise<void> {
  const { storeId } = shop;
  const { sums, counted, entries } = await shop.in(async (tx) => ({
    sums: await tx.selectFrom('reward_sums').selectAll().where('store_id', '=', storeId).execute(),
    counted: (
      await sql<Sum>`
        select programme_id, side, coalesce(worth_currency, '') as currency, state, count(*) as rewards,
          coalesce(sum(worth_amount), 0) as worth
        from rewards where store_id = ${storeId}
        group by programme_id, side, worth_currency, state`.execute(tx)
    ).rows,
    entries: await tx
      .selectFrom('reward_ledger')
      .selectAll()
      .where('store_id', '=', storeId)
      .orderBy('entry_id')
      .execute(),
  }));
  const folded = new Map<string, Sum>();
  const standing = new Map<string, string>();
  for (const entry of entries) {
    const sum = (state: string): Sum => ({
      programme_id: entry.programme_id,
      side: entry.side,
      currency: entry.worth_currency ?? '',
      state,
      rewards: 0,
      worth: 0,
    });
    const add = (state: string, by: number) => {
      const at = key(sum(state));
      const before = folded.get(at) ?? sum(state);
      const worth = before.worth + by * (entry.worth_amount ?? 0);
      folded.set(at, { ...before, rewards: before.rewards + by, worth });
    };
    expect(standing.get(entry.reward_id) ?? null).toBe(entry.before);
    if (entry.before !== null) {
      expect(mayMove(entry.before, entry.state)).toBe(true);
      add(entry.before, -1);
    }
    add(entry.state, 1);
    standing.set(entry.reward_id, entry.state);
  }
  expect(rewardStates).toEqual(expect.arrayContaining([...new Set(standing.values())]));
  expect(byKey(sums)).toEqual(byKey([...folded.values()]));
  expect(byKey(sums)).toEqual(byKey(counted));
}

/**
 * Checks that referrals of a shop are what their rules say: an order counts for one, a person for one, nobody has more than the
 * caps allow, and the advocate's reward is there exactly when a friend counts or has counted, and taken back exactly when one does no more.
 */
export async function expectRules(
  shop: ReferralShop,
  caps: { readonly perAdvocate: number | null; readonly programme: number | null },
): Promise<void> {
  const { storeId } = shop;
  const [referrals, rewards] = [await shop.referrals(), await shop.rewards()];
  const { people, voidings, revocations } = await shop.in(async (tx) => ({
    people: (
      await sql<{ email_key: string; count: number }>`
        select email_key, count(*) as count from (
          select orders.email_key from referrals join orders using (store_id, order_id)
          where referrals.store_id = ${storeId} and state in ('ordered', 'held', 'flagged', 'qualified')
        ) as counting where email_key is not null group by email_key`.execute(tx)
    ).rows,
    voidings: (
      await sql<{ count: number }>`
        select count(*) as count from outbox_events
        where store_id = ${storeId} and type = 'referral.voided' and payload->>'reason' <> 'ran_out'
        group by payload->>'referralId', payload->>'orderId'`.execute(tx)
    ).rows,
    revocations: (
      await sql<{ count: number }>`
        select count(*) as count from outbox_events
        where store_id = ${storeId} and type = 'reward.revoked' group by payload->>'rewardId'`.execute(tx)
    ).rows,
  }));
  expect(people.filter(({ count }) => Number(count) > 1)).toEqual([]);
  expect([...voidings, ...revocations].filter(({ count }) => Number(count) > 1)).toEqual([]);
  const takesRoom = referrals.filter(({ state }) => ['held', 'flagged', 'qualified'].includes(state));
  expect(takesRoom.length).toBeLessThanOrEqual(caps.programme ?? Number.POSITIVE_INFINITY);
  for (const advocate of new Set(takesRoom.map((row) => row.advocate_id))) {
    const theirs = takesRoom.filter((row) => row.advocate_id === advocate);
    expect(theirs.length).toBeLessThanOrEqual(caps.perAdvocate ?? Number.POSITIVE_INFINITY);
  }
  for (const row of referrals) {
    const own = rewards.filter((reward) => reward.referral_id === row.referral_id);
    const advocates = own.filter(({ side }) => side === 'advocate');
    expect(advocates).toHaveLength(row.qualified_at === null ? 0 : 1);
    const isVoided = row.state === 'voided';
    for (const { state, side } of own) {
      if (isVoided) expect(['revoked', 'redeemed']).toContain(state);
      else if (side === 'advocate') expect(state).not.toBe('revoked');
    }
    expect(row.qualified_at !== null).toBe(row.state === 'qualified' || (isVoided && advocates.length === 1));
    expect(row.ended_at !== null).toBe(isVoided || row.state === 'refused');
  }
}

/** Everything of referrals that is kept, to see that nothing changed. */
export async function keptOf(shop: ReferralShop): Promise<unknown> {
  const events = await shop.events();
  return shop.in(async (tx) => {
    const all = (table: 'referrals' | 'rewards' | 'reward_ledger' | 'reward_sums' | 'referral_audit') =>
      sql`select to_jsonb(kept) as row from ${sql.table(table)} as kept
        where store_id = ${shop.storeId} order by to_jsonb(kept)::text`.execute(tx);
    return [
      (await all('referrals')).rows,
      (await all('rewards')).rows,
      (await all('reward_ledger')).rows,
      (await all('reward_sums')).rows,
      (await all('referral_audit')).rows,
      events,
    ];
  });
}
