import type { ReviewPolicyInput } from '@postlude/contract';
import { expect, it } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { describeOnBothDatabases, type TestBackend } from '../../testing/backend.ts';
import { openReviewShop } from '../testing/shop.ts';

const waiting = (policy: ReviewPolicyInput): ReviewPolicyInput => ({
  ...policy,
  moderation: { ...policy.moderation, publish: 'after_approval' },
});

const open = async (backend: TestBackend, changes?: (policy: ReviewPolicyInput) => ReviewPolicyInput) => {
  const shop = await openReviewShop(withMail(backend), changes);
  const mails = () => keptMails(shop.backend, shop.shop.store.id);
  /** As time does: what waits for a minute has left then. */
  const minute = async () => {
    shop.backend.clock.advance(60_000);
    await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx
        .updateTable('deliveries')
        .set({ attempts: 1, state: 'delivered' })
        .where('next_attempt_at', '<=', shop.backend.clock.now())
        .execute(),
    );
  };
  return { ...shop, mails, minute };
};

const spam = { reason: 'spam', note: 'A link to a shop.', by: 'Mia' };

describeOnBothDatabases('who wrote a review', (backend) => {
  it('is told once why it is not published, whatever the stars, in the order’s language', async () => {
    const shop = await open(await backend(), waiting);
    const texts: string[] = [];
    for (const stars of [1, 5]) {
      const { id } = await shop.write({ stars });
      for (let time = 0; time < 2; time += 1) expect((await shop.act(id, 'reject', spam)).status).toBe(200);
      await shop.minute();
      texts.push((await shop.mails()).at(-1)?.text ?? '');
    }
    expect(texts[0]).toBe(texts[1]);
    const mails = await shop.mails();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['Ada@Example.com', 'Ihre Bewertung wird nicht veröffentlicht'],
      ['Ada@Example.com', 'Ihre Bewertung wird nicht veröffentlicht'],
    ]);
    expect(texts[0]).toContain('eine Bewertung von Mug');
    expect(texts[0]).toContain('Grund: Werbung oder Spam');
    expect(texts[0]).toContain('Der Shop schreibt:\n> A link to a shop.');
    expect(texts[0]).toContain('ein Mensch entschieden');
    expect(texts[0]).toContain('Dann wird sie neu angesehen.');
    expect(texts[0]).not.toContain('Mia');
  });

  it('is told nothing that was taken back within the minute', async () => {
    const shop = await open(await backend());
    const { id } = await shop.write();
    await shop.act(id, 'hide', spam);
    expect(await shop.mails()).toHaveLength(1);
    await shop.act(id, 'undo');
    expect(await shop.mails()).toEqual([]);
    await shop.act(id, 'hide', spam);
    await shop.act(id, 'show');
    expect(await shop.mails()).toEqual([]);
    await shop.act(id, 'hide', { ...spam, reason: 'obscene' });
    await shop.minute();
    expect((await shop.mails()).map(({ text }) => text)).toEqual([
      expect.stringContaining('es ist anstößig oder beleidigend'),
    ]);
  });

  it('is not told again what was taken back and done again for the same reason, and is for another one', async () => {
    const shop = await open(await backend(), waiting);
    const { id } = await shop.write();
    await shop.act(id, 'reject', spam);
    await shop.minute();
    for (let time = 0; time < 2; time += 1) {
      await shop.act(id, 'undo');
      await shop.act(id, 'reject', spam);
      await shop.minute();
    }
    expect(await shop.mails()).toHaveLength(1);
    await shop.act(id, 'undo');
    await shop.act(id, 'reject', { ...spam, reason: 'duplicate' });
    expect(await shop.mails()).toHaveLength(2);
  });

  it('is told nothing where the store does not want it, but for what was reported', async () => {
    const page = 'https://shop.example/orders';
    const shop = await open(await backend(), (policy) => ({ ...policy, mails: { send: false, page } }));
    const hidden = await shop.write();
    await shop.act(hidden.id, 'hide', spam);
    expect(await shop.mails()).toEqual([]);
    const reported = await shop.write();
    const { json } = await shop.report(reported.id, { reason: 'spam' });
    const decision = { ...spam, outcome: 'hidden' };
    expect((await shop.staff('POST', `/v1/staff/review-reports/${json.id}/decision`, decision)).status).toBe(
      200,
    );
    const [mail, ...others] = await shop.mails();
    expect(others).toEqual([]);
    expect(mail?.text).toContain('Sie wurde gemeldet und wird nicht mehr gezeigt.');
    expect(mail?.text).toContain(`Alles dazu: ${page}`);
  });
});
