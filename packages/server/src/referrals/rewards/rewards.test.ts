import { type ReferralProgrammeInput, type ReferralReward, StaffReward } from '@postlude/contract';
import { expect, it } from 'vitest';
import { newId } from '../../secrets/ids.ts';
import { expectExactly } from '../../testing/api.ts';
import { describeOnBothDatabases, type TestBackend } from '../../testing/backend.ts';
import { manyCodes, openCodeShop } from '../codes/testing/shop.ts';
import { testProgramme } from '../life/testing/shop.ts';
import { issueReward } from './issue.ts';
import { earnReward, holdReward, moveReward } from './ledger.ts';
import { issueDue, issueDueRewards } from './retry.ts';

const hour = 3_600_000;
const credit: ReferralReward = {
  kind: 'store_credit',
  amount: { amount: 2_000, currency: 'EUR' },
  by: 'webhook',
};

/** A shop whose advocates get credit by webhook and friends codes of a pool, with a friend for whom the advocate earned a reward. */
async function openRewardShop(backend: TestBackend, changes: Partial<ReferralProgrammeInput> = {}) {
  const shop = await openCodeShop(backend, { ...testProgramme, advocate: credit, ...changes });
  const { storeId, secretKey, programme, clock, context, send } = shop;
  const advocate = await shop.advocate('ada');
  const earned = async (reward: ReferralReward = credit) => {
    const { referralId } = await shop.claim(advocate);
    return shop.in(async (tx) => {
      const { reward_id: rewardId } = await earnReward(
        tx,
        {
          ...{ storeId, referralId, advocateId: advocate.advocateId, programmeId: programme.id },
          ...{ side: 'advocate', reward },
        },
        clock.now(),
      );
      await issueReward(tx, context, { storeId, rewardId }, clock.now());
      return rewardId;
    });
  };
  const read = (rewardId: string) =>
    shop.in((tx) =>
      tx.selectFrom('rewards').selectAll().where('reward_id', '=', rewardId).executeTakeFirstOrThrow(),
    );
  const revoke = (rewardId: string) =>
    shop.in(async (tx) => {
      const row = await holdReward(tx, { storeId, rewardId });
      if (row) await moveReward(tx, row, 'revoked', { because: 'refunded' }, clock.now());
    });
  const post = (rewardId: string, what: 'issued' | 'resend' | 'redeemed', json: object) =>
    send('POST', `/v1/staff/rewards/${rewardId}/${what}`, { key: secretKey, json });
  /** Events about one reward. */
  const told = (rewardId: string) =>
    shop.in(async (tx) => {
      const rows = await tx
        .selectFrom('outbox_events')
        .select(['type', 'payload'])
        .where('store_id', '=', storeId)
        .orderBy('event_id')
        .execute();
      return rows.filter(({ payload }) => (payload as { rewardId?: string }).rewardId === rewardId);
    });
  const typesOf = async (rewardId: string) => (await told(rewardId)).map(({ type }) => type);
  return { ...shop, advocate, earned, read, revoke, post, told, typesOf };
}

describeOnBothDatabases('a reward from a pool', (open) => {
  it('has its code at once, and is told', async () => {
    const { bring, claim, advocate, rewards } = await openRewardShop(await open());
    await bring(manyCodes(1));
    expect((await claim(advocate)).code).toBe('CODE-0');
    expect((await rewards()).map(({ state, code, attempts }) => [state, code, attempts])).toEqual([
      ['sent', 'CODE-0', 1],
    ]);
  });

  it('fails with a reason where there is no code, is told once, and is given one as soon as there are', async () => {
    const backend = await open();
    const { bring, claim, advocate, rewards, typesOf, send, secretKey, context, clock } =
      await openRewardShop(backend);
    const claims = [await claim(advocate), await claim(advocate), await claim(advocate)];
    expect(claims.map(({ code }) => code)).toEqual([null, null, null]);
    const [first] = await rewards();
    expect(first).toMatchObject({ state: 'failed', because: 'There is no code left in the pool.' });
    const warnings = async () => {
      const { json } = await send('GET', '/v1/staff/referral-programmes', { key: secretKey });
      return json.items[0].warnings;
    };
    expect(await warnings()).toEqual(
      expect.arrayContaining([
        'Rewards of friends that could not be issued: 3.',
        'There are no codes for friends: import some, or their rewards wait.',
      ]),
    );
    for (let again = 0; again < 3; again++) {
      clock.advance(hour);
      await issueDueRewards(context);
    }
    expect(await typesOf(first?.reward_id ?? '')).toEqual(['reward.failed']);
    expect((await rewards())[0]?.attempts).toBe(4);
    await bring(manyCodes(2));
    expect((await rewards()).map(({ state, code }) => [state, code])).toEqual([
      ['sent', 'CODE-0'],
      ['sent', 'CODE-1'],
      ['failed', null],
    ]);
    expect(await typesOf(first?.reward_id ?? '')).toEqual(['reward.failed', 'reward.issued']);
    await bring(manyCodes(1, 'MORE'));
    expect((await rewards())[2]).toMatchObject({ state: 'sent', code: 'MORE-0' });
    expect(await warnings()).not.toEqual(
      expect.arrayContaining([expect.stringContaining('could not be issued')]),
    );
  });

  it('can be given a code by hand where the pool has none', async () => {
    const { claim, advocate, rewards, post, bring } = await openRewardShop(await open());
    await claim(advocate);
    const [{ reward_id: id = '' } = {}] = await rewards();
    expect((await post(id, 'issued', { code: 'BY-HAND' })).json).toMatchObject({
      state: 'sent',
      code: 'BY-HAND',
    });
    await bring(manyCodes(1));
    expect((await rewards())[0]?.code).toBe('BY-HAND');
  });
});

describeOnBothDatabases('a reward by webhook', (open) => {
  it('asks the shop with a key, and stays earned until it has answered', async () => {
    const { earned, read, told, post } = await openRewardShop(await open());
    const id = await earned();
    expect(await read(id)).toMatchObject({ state: 'earned', attempts: 1, code: null });
    const [asked] = await told(id);
    expect(asked).toMatchObject({
      type: 'reward.issue',
      payload: {
        ...{ rewardId: id, idempotencyKey: id, side: 'advocate', state: 'earned', reward: credit },
        order: { number: 'own-ada', source: 'staff', externalId: 'own-ada' },
      },
    });
    const answer = await post(id, 'issued', { creditId: 'gid://credit/7' });
    expect(answer.status).toBe(200);
    expectExactly(StaffReward, answer.json);
    expect(answer.json).toMatchObject({
      ...{ state: 'sent', creditId: 'gid://credit/7', code: null, by: 'webhook' },
      ...{ label: '20\u00a0€ Guthaben', worth: { amount: 2_000, currency: 'EUR' } },
    });
  });

  it('takes the same answer again and refuses another one', async () => {
    const { earned, post, typesOf, read } = await openRewardShop(await open());
    const id = await earned();
    const issue = (json: object) => post(id, 'issued', json);
    expect((await issue({ code: ' thanks-1 ', creditId: 'c1' })).json).toMatchObject({ code: 'thanks-1' });
    const { revision } = await read(id);
    expect((await issue({ code: 'THANKS-1', creditId: 'c1' })).status).toBe(200);
    for (const other of [
      { code: 'THANKS-2', creditId: 'c1' },
      { code: 'THANKS-1' },
      { creditId: 'c1' },
      { failed: 'No' },
    ]) {
      expect((await issue(other)).json.code).toBe('conflict');
    }
    expect((await read(id)).revision).toBe(revision);
    expect(await typesOf(id)).toEqual(['reward.issue', 'reward.issued']);
    expect((await post(id, 'redeemed', {})).json.state).toBe('redeemed');
    expect((await issue({ code: 'THANKS-1', creditId: 'c1' })).json.state).toBe('redeemed');
  });

  it('is asked for again while the shop says nothing, fails in the end, and takes a late answer', async () => {
    const { earned, read, typesOf, post, context, clock } = await openRewardShop(await open());
    const id = await earned();
    await issueDue(context);
    expect(await typesOf(id)).toEqual(['reward.issue']);
    for (let waits = 0; waits < 5; waits++) {
      expect((await read(id)).state).toBe('earned');
      clock.advance(72 * hour);
      await issueDue(context);
    }
    expect(await read(id)).toMatchObject({
      ...{ state: 'failed', attempts: 5, next_attempt_at: null },
      because: 'The shop was asked by reward.issue and did not answer.',
    });
    clock.advance(720 * hour);
    await issueDue(context);
    expect(await typesOf(id)).toEqual([...Array.from({ length: 5 }, () => 'reward.issue'), 'reward.failed']);
    expect((await post(id, 'issued', { code: 'LATE' })).json).toMatchObject({
      state: 'sent',
      code: 'LATE',
      because: null,
    });
  });

  it('fails where the shop says so, once, and may be issued afterwards', async () => {
    const { earned, post, typesOf } = await openRewardShop(await open());
    const id = await earned();
    expect((await post(id, 'issued', { failed: 'No such account' })).json).toMatchObject({
      ...{ state: 'failed', because: 'No such account' },
    });
    expect((await post(id, 'issued', { failed: 'Still not' })).json.because).toBe('No such account');
    expect((await post(id, 'issued', { code: 'THEN' })).json).toMatchObject({ state: 'sent', code: 'THEN' });
    expect(await typesOf(id)).toEqual(['reward.issue', 'reward.failed', 'reward.issued']);
  });

  it('that was revoked meanwhile is told to be taken back again, with what was made', async () => {
    const { earned, revoke, post, told, typesOf, read } = await openRewardShop(await open());
    const id = await earned();
    await revoke(id);
    expect((await post(id, 'issued', { failed: 'Never made' })).json.state).toBe('revoked');
    for (let again = 0; again < 2; again++) {
      expect((await post(id, 'issued', { code: 'TOO-LATE' })).json).toMatchObject({
        state: 'revoked',
        code: 'TOO-LATE',
      });
    }
    expect(await typesOf(id)).toEqual(['reward.issue', 'reward.revoked', 'reward.revoked']);
    expect((await told(id)).at(-1)?.payload).toMatchObject({ state: 'revoked', code: 'TOO-LATE' });
    expect((await post(id, 'issued', { code: 'ANOTHER' })).json.code).toBe('conflict');
    expect((await read(id)).because).toBe('refunded');
  });

  it('is answered once when two answers come at the same moment', async () => {
    const { earned, post, typesOf, read } = await openRewardShop(await open());
    const id = await earned();
    const answers = await Promise.all(['A', 'A', 'B'].map((code) => post(id, 'issued', { code })));
    const { code } = await read(id);
    expect(answers.map(({ status }) => status)).toEqual(
      ['A', 'A', 'B'].map((one) => (one === code ? 200 : 409)),
    );
    expect(await typesOf(id)).toEqual(['reward.issue', 'reward.issued']);
  });
});

describeOnBothDatabases('staff and rewards', (open) => {
  it('try again what failed, ask again what nobody answered, and tell again what is there', async () => {
    const { earned, post, typesOf, read, referral } = await openRewardShop(await open());
    const id = await earned();
    const resend = () => post(id, 'resend', { by: 'Kim', note: 'The customer asked.' });
    expect((await resend()).json).toMatchObject({ state: 'earned', attempts: 1 });
    await post(id, 'issued', { failed: 'Not today' });
    expect((await resend()).json).toMatchObject({ state: 'earned', because: null });
    await post(id, 'issued', { code: 'THANKS' });
    expect((await resend()).json).toMatchObject({ state: 'sent', code: 'THANKS' });
    expect(await typesOf(id)).toEqual([
      ...['reward.issue', 'reward.issue', 'reward.failed', 'reward.issue'],
      ...['reward.issued', 'reward.issued'],
    ]);
    expect((await referral((await read(id)).referral_id)).revision).toBe(3);
  });

  it('cannot send again what was used or taken back, nor use what is not there', async () => {
    const { earned, post, revoke, order } = await openRewardShop(await open());
    const [used, gone] = [await earned(), await earned()];
    expect((await post(used, 'redeemed', {})).json.code).toBe('action_not_possible');
    await post(used, 'issued', { code: 'USED' });
    expect((await post(used, 'redeemed', { orderId: newId('order') })).status).toBe(404);
    const orderId = await order({ id: 'with-it' });
    expect((await post(used, 'redeemed', { orderId })).json.state).toBe('redeemed');
    expect((await post(used, 'redeemed', {})).json.state).toBe('redeemed');
    await revoke(gone);
    for (const id of [used, gone]) {
      expect((await post(id, 'resend', { by: 'Kim' })).json.code).toBe('action_not_possible');
    }
    expect((await post(gone, 'redeemed', {})).json.code).toBe('action_not_possible');
  });

  it('list them newest first, by state, side and programme, of their own store only', async () => {
    const backend = await open();
    const shop = await openRewardShop(backend);
    const other = await openRewardShop(backend);
    await shop.bring(manyCodes(2));
    const ids = [await shop.earned(), await shop.earned(), await shop.earned()];
    const list = async (query: string, key = shop.secretKey) =>
      (await shop.send('GET', `/v1/staff/rewards?${query}`, { key })).json;
    const advocates = await list('side=advocate&locale=en');
    expect(advocates.items.map((one: { id: string }) => one.id)).toEqual(ids.toReversed());
    expect(advocates.items[0].label).toBe('€20 store credit');
    expect((await list('state=failed')).items).toHaveLength(1);
    expect((await list(`programme=${shop.programme.id}&state=sent`)).items).toHaveLength(2);
    expect((await list(`programme=${other.programme.id}`)).items).toEqual([]);
    const page = await list('limit=4');
    expect(page.items).toHaveLength(4);
    expect((await list(`limit=4&cursor=${page.next}`)).items).toHaveLength(2);
    expect((await list('', other.secretKey)).items).toEqual([]);
    const [id = ''] = ids;
    for (const [what, json] of [
      ['issued', { code: 'X' }],
      ['resend', { by: 'X' }],
      ['redeemed', {}],
    ] as const) {
      expect((await other.post(id, what, json)).status).toBe(404);
    }
  });
});
