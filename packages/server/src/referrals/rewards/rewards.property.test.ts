import type { ReferralReward, RewardIssued } from '@postlude/contract';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ApiProblem } from '../../http/api-problem.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openCodeShop } from '../codes/testing/shop.ts';
import { expectBooks } from '../life/testing/books.ts';
import { acknowledgeReward } from './acknowledge.ts';
import { issueReward } from './issue.ts';
import { earnReward, holdReward, moveReward, type RewardRow } from './ledger.ts';
import { mayMove } from './machine.ts';
import { issueDue } from './retry.ts';
import { redeemReward, resendReward } from './staff-actions.ts';

/** Something that happens to the rewards of a shop; `which` chooses among them. */
const step = fc.record({
  what: fc.constantFrom('claim', 'earn', 'import', 'answer', 'answer', 'resend', 'redeem', 'revoke', 'wait'),
  which: fc.nat(5),
  answer: fc.oneof(
    fc.constantFrom<RewardIssued>({ code: 'A' }, { code: ' a ' }, { code: 'B', creditId: '7' }),
    fc.constantFrom<RewardIssued>({ creditId: '7' }, { failed: 'No' }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const byWebhook: ReferralReward = { kind: 'free_shipping', by: 'webhook' };

async function openWorld(backend: Parameters<typeof openCodeShop>[0]) {
  const shop = await openCodeShop(backend);
  const { storeId, context, clock, programme } = shop;
  const advocate = await shop.advocate('ada');
  let imports = 0;

  const earn = async (side: 'advocate' | 'friend', reward: ReferralReward) => {
    const { referralId } = await shop.claim(advocate);
    if (side === 'friend') return;
    const of = { storeId, referralId, advocateId: advocate.advocateId, programmeId: programme.id };
    await shop.in(async (tx) => {
      const { reward_id: rewardId } = await earnReward(tx, { ...of, side, reward }, clock.now());
      await issueReward(tx, context, { storeId, rewardId }, clock.now());
    });
  };

  /** What cannot be done now is refused and changes nothing. */
  const perhaps = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      expect(['conflict', 'action_not_possible']).toContain(error.code);
    }
  };

  const happen = async ({ what, which, answer }: Step): Promise<void> => {
    clock.advance(60_000);
    const now = clock.now();
    if (what === 'claim') return earn('friend', byWebhook);
    if (what === 'earn')
      return earn('advocate', which % 2 === 0 ? byWebhook : { kind: 'percent', percent: 5, by: 'pool' });
    if (what === 'wait') {
      clock.advance((1 + which) * 20 * 3_600_000);
      await issueDue(context, storeId);
      return;
    }
    if (what === 'import') {
      imports += 1;
      await shop.bring(`code\nP${imports}-${which}\nP${imports}`, {
        side: which % 2 === 0 ? 'friend' : 'advocate',
      });
      return;
    }
    const all = await shop.rewards();
    const row = all[which % Math.max(1, all.length)];
    if (!row) return;
    const key = { storeId, rewardId: row.reward_id };
    await perhaps(() =>
      shop.in(async (tx) => {
        if (what === 'answer') await acknowledgeReward(tx, context, key, answer, now);
        if (what === 'resend') await resendReward(tx, context, key, { by: 'Mo', note: null }, now);
        if (what === 'redeem') await redeemReward(tx, key, null, now);
        const held = what === 'revoke' ? await holdReward(tx, key) : null;
        if (held && mayMove(held.state, 'revoked'))
          await moveReward(tx, held, 'revoked', { because: 'x' }, now);
      }),
    );
  };
  return { shop, happen };
}

/** What must be true of every reward, whatever happened. */
function expectSound(before: readonly RewardRow[], after: readonly RewardRow[]): void {
  for (const row of after) {
    const was = before.find(({ reward_id }) => reward_id === row.reward_id);
    const hasSomething = row.code !== null || row.credit_id !== null;
    if (row.state === 'sent' || row.state === 'redeemed') expect(hasSomething).toBe(true);
    if (row.state === 'earned' || row.state === 'failed') expect(hasSomething).toBe(false);
    expect(row.because !== null).toBe(row.state === 'failed' || row.state === 'revoked');
    // Only what can still be issued is looked at again.
    if (row.next_attempt_at !== null) expect(['earned', 'failed']).toContain(row.state);
    if (!was) continue;
    expect(row.reward).toEqual(was.reward);
    if (was.state === 'redeemed' || was.state === 'revoked') expect(row.state).toBe(was.state);
    // What somebody was given stays what it is.
    if (was.code !== null || was.credit_id !== null) {
      expect([row.code, row.credit_id]).toEqual([was.code, was.credit_id]);
    }
  }
}

describeOnBothDatabases('rewards to which anything happens', (open) => {
  it('keep what was given, never go back from an end, share no code of a pool, and agree with their ledger', async () => {
    const backend = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
        const { shop, happen } = await openWorld(backend);
        let before: RewardRow[] = [];
        for (const one of steps) {
          await happen(one);
          const after = await shop.rewards();
          expectSound(before, after);
          before = after;
        }
        await expectBooks(shop);
        const given = (await shop.codes()).filter(({ reward_id }) => reward_id !== null);
        expect(new Set(given.map(({ reward_id }) => reward_id)).size).toBe(given.length);
        for (const { code, reward_id } of given) {
          expect(before.find((row) => row.reward_id === reward_id)?.code).toBe(code);
        }
        // Whoever waits for a code waits because there is none.
        await issueDue(shop.context, shop.storeId);
        const free = (await shop.codes()).filter(({ reward_id }) => reward_id === null);
        for (const row of await shop.rewards()) {
          if (row.state === 'failed' && row.reward.by === 'pool' && row.because !== 'No') {
            expect(free.filter(({ side }) => side === row.side)).toEqual([]);
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});
