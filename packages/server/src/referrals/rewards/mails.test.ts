import { expect, it } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { endRewards } from '../life/rewards-of.ts';
import { openReferralShop } from '../life/testing/shop.ts';
import { issueReward } from './issue.ts';
import { earnReward } from './ledger.ts';
import { revokedMail, rewardMail } from './mails.ts';

const reward = { kind: 'amount', amount: { amount: 1_000, currency: 'EUR' }, by: 'pool' } as const;

describeOnBothDatabases('the mails about rewards', (open) => {
  it('tell an advocate once, again when staff want it, and never a friend', async () => {
    const backend = withMail(await open());
    const { context, clock } = backend;
    const shop = await openReferralShop(backend);
    const { storeId, programme } = shop;
    const advocate = await shop.advocate('ada');
    const { referralId } = await shop.claim(advocate, 'bo@example.com');
    expect(await keptMails(backend, storeId)).toEqual([]);
    const rewardId = await shop.in(async (tx) => {
      const of = { storeId, referralId, advocateId: advocate.advocateId, programmeId: programme.id };
      const earned = await earnReward(tx, { ...of, side: 'advocate', reward }, clock.now());
      return earned.reward_id;
    });
    const issue = () => shop.in((tx) => issueReward(tx, context, { storeId, rewardId }, clock.now()));
    await issue();
    await issue();
    const [mail, ...more] = await keptMails(backend, storeId);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: 'ada@example.com',
      subject: 'Kontor Nord: Ihre Belohnung für eine Empfehlung',
    });
    expect(mail?.text).toContain('Sie erhalten 10\u00a0€ Rabatt.\n\nIhr Code: THANKS-0001\n\n-- \n');
    expect(mail?.text).not.toContain('bo@example.com');
  });
});

describeOnBothDatabases('the mails about rewards that are taken back', (open) => {
  it('tell an advocate who holds one why, once, and nobody of what they had not got', async () => {
    const backend = withMail(await open());
    const { context, clock } = backend;
    const shop = await openReferralShop(backend);
    const { storeId, programme } = shop;
    const advocate = await shop.advocate('ada');
    const { referralId } = await shop.claim(advocate, 'bo@example.com');
    const of = { storeId, referralId, advocateId: advocate.advocateId, programmeId: programme.id };
    const { reward_id: rewardId } = await shop.in((tx) =>
      earnReward(tx, { ...of, side: 'advocate', reward }, clock.now()),
    );
    await shop.in((tx) => issueReward(tx, context, { storeId, rewardId }, clock.now()));
    const row = await shop.referral(referralId);
    const end = () => shop.in((tx) => endRewards(tx, context, row, 'order_refunded', clock.now()));
    await end();
    await end();
    // The friend's reward was taken back too; a friend is never written to.
    expect((await shop.rewards()).map(({ side, state }) => `${side} ${state}`).toSorted()).toEqual([
      'advocate revoked',
      'friend revoked',
    ]);
    const mails = (await keptMails(backend, storeId)).filter(({ subject }) => subject.includes('zurück'));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toBe('ada@example.com');
    expect(mails[0]?.text).toContain(
      '10\u00a0€ Rabatt. Sie wurde zurückgenommen.\n\nDie Bestellung wurde zurückgegeben oder erstattet.\n\nIhr Code THANKS-0001 gilt nicht mehr.\n\n-- \n',
    );

    const second = await shop.claim(advocate);
    await shop.in((tx) =>
      earnReward(
        tx,
        { ...of, referralId: second.referralId, side: 'advocate', reward: { ...reward, by: 'webhook' } },
        clock.now(),
      ),
    );
    const before = (await keptMails(backend, storeId)).length;
    const other = await shop.referral(second.referralId);
    await shop.in((tx) => endRewards(tx, context, other, 'order_cancelled', clock.now()));
    expect(await keptMails(backend, storeId)).toHaveLength(before);
  });
});

const reader = {
  ...{ locale: 'en-GB', name: 'Kontor Nord', storeLocale: 'de-DE', time_zone: 'Europe/Berlin' },
  end: null,
};

it('name the last day of a code, need none for a credit, and are in the reader’s language', () => {
  const end = new Date('2026-12-31T23:00:00Z');
  expect(rewardMail({ reward, code: 'A' }, { ...reader, end }).text).toContain(
    'It can be used until December 31, 2026.',
  );
  const credit = { kind: 'store_credit', amount: reward.amount, by: 'webhook' } as const;
  expect(rewardMail({ reward: credit, code: null }, reader).text).toContain('You need no code');
  const arabic = rewardMail({ reward, code: 'A-1' }, { ...reader, locale: 'ar', end });
  expect(arabic.text).toContain('رمزك: \u2068A-1\u2069');
  expect(rewardMail({ reward, code: 'A' }, { ...reader, locale: 'fr' }).subject).toContain('Belohnung');
});

it('say why a reward was taken back in the reader’s language', () => {
  const mail = (locale: string, code: string | null) =>
    revokedMail({ reward, code }, 'below_minimum', { ...reader, locale });
  expect(mail('en-GB', 'A-1').text).toContain(
    'It was taken back.\n\nWhat is left of the order is below the minimum.\n\nYour code A-1 cannot be used any more.',
  );
  expect(mail('en-GB', null).text).not.toContain('code');
  expect(mail('ar', 'A-1').text).toContain('\u2068A-1\u2069');
  expect(mail('ar', 'A-1').subject).toContain('سُحبت مكافأتك');
});

it('quote a shop’s name and a code in lines of ours', () => {
  const { text } = rewardMail(
    { reward, code: 'A\n\nPay here: https://evil.example' },
    { ...reader, name: 'X\nZebra' },
  );
  expect(text).not.toMatch(/^Pay here/m);
  expect(text).not.toMatch(/^Zebra/m);
});
