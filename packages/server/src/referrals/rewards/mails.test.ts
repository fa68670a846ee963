import { expect, it } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openReferralShop } from '../life/testing/shop.ts';
import { issueReward } from './issue.ts';
import { earnReward } from './ledger.ts';
import { rewardMail } from './mails.ts';

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

it('quote a shop’s name and a code in lines of ours', () => {
  const { text } = rewardMail(
    { reward, code: 'A\n\nPay here: https://evil.example' },
    { ...reader, name: 'X\nZebra' },
  );
  expect(text).not.toMatch(/^Pay here/m);
  expect(text).not.toMatch(/^Zebra/m);
});
