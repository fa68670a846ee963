import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openReferralShop } from './testing/shop.ts';

describeOnBothDatabases('a referral', (open) => {
  it('goes from the claim to the reward when the friend can return nothing any more', async () => {
    const shop = await openReferralShop(await open());
    const ada = await shop.advocate('ada');
    const { referralId, code } = await shop.claim(ada);
    expect(code).toBe('HELLO-0001');
    const orderId = await shop.order({
      id: '2001',
      email: 'ben@example.com',
      discountCodes: [' hello-0001 '],
    });
    expect(await shop.referral(referralId)).toMatchObject({
      state: 'held',
      reason: 'returns_open',
      order_id: orderId,
      attribution: 'friend_code',
      held_until: null,
    });
    await shop.deliver('2001', shop.backend.clock.now());
    expect((await shop.referral(referralId)).held_until).toEqual(new Date('2026-12-08T23:00:00Z'));
    await shop.days(15);
    expect(await shop.referral(referralId)).toMatchObject({ state: 'qualified', reason: null });
    expect(await shop.rewards()).toMatchObject([
      { side: 'friend', state: 'redeemed', redeemed_order_id: orderId },
      { side: 'advocate', state: 'sent', code: 'THANKS-0001' },
    ]);
    expect(await shop.events()).toEqual([
      'referral.claimed',
      'reward.issued',
      'reward.redeemed',
      'referral.ordered',
      'referral.held',
      'referral.qualified',
      'reward.issued',
    ]);
  });
});
