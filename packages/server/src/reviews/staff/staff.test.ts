import type { StaffReview } from '@postlude/contract';
import { expect, it } from 'vitest';
import { keptMails, withMail } from '../../mail/testing/kept-mails.ts';
import { describeOnBothDatabases } from '../../testing/backend.ts';
import { openReviewShop } from '../testing/shop.ts';

describeOnBothDatabases('staff with a review', (open) => {
  it('approve, reject, hide and show it, each once, and take the last back', async () => {
    const shop = await openReviewShop(await open(), (policy) => ({
      ...policy,
      moderation: { ...policy.moderation, publish: 'after_approval' },
    }));
    const { id, call } = await shop.write({ text: 'Honest words about a mug.' });
    const shown = async () => (await shop.list('product=p1')).json.items.length;
    expect(await shown()).toBe(0);
    expect((await shop.staff('GET', '/v1/staff/reviews?moderation=pending')).json.items).toMatchObject([
      { id, moderation: 'pending', verification: 'verified', product: { id: 'p1', title: 'Mug' } },
    ]);
    expect((await shop.act(id, 'hide', { reason: 'spam' })).json.code).toBe('action_not_possible');
    expect((await shop.act(id, 'reject', { reason: 'other' })).json.code).toBe('invalid_input');

    const rejected = await shop.act(id, 'reject', { reason: 'obscene', note: 'Rude.', by: 'Mia' });
    expect(rejected.json.review).toMatchObject({
      moderation: 'rejected',
      rejected: { reason: 'obscene', note: 'Rude.' },
    });
    const again = await shop.act(id, 'reject', { reason: 'obscene', note: 'Rude.', by: 'Mia' });
    expect(again.json.audit).toHaveLength(2);
    expect((await shop.act(id, 'reject', { reason: 'spam' })).status).toBe(409);
    expect((await call('GET', `/v1/reviews/${id}`)).json.rejected.reason).toBe('obscene');

    const undone = await shop.act(id, 'undo');
    expect(undone.json.review).toMatchObject({ moderation: 'pending', rejected: null });
    expect((await shop.act(id, 'undo')).json.audit).toHaveLength(3);

    const approved: StaffReview = (await shop.act(id, 'approve', { by: 'Mia' })).json;
    expect(approved.review.publishedAt).not.toBeNull();
    expect(approved.audit.at(-1)).toMatchObject({
      by: 'Mia',
      action: 'approve',
      before: 'pending',
      after: 'approved',
    });
    expect(await shown()).toBe(1);
    expect((await shop.act(id, 'hide', { reason: 'personal_data' })).json.review.visibility).toBe('hidden');
    expect(await shown()).toBe(0);
    expect((await shop.act(id, 'show')).json.review).toMatchObject({ visibility: 'shown', rejected: null });
    expect(await shown()).toBe(1);
    const events = await shop.backend.context.db.withStore(shop.shop.store.id, (tx) =>
      tx
        .selectFrom('outbox_events')
        .select('type')
        .where('type', 'like', 'review.%')
        .orderBy('event_id')
        .execute(),
    );
    expect(events.map(({ type }) => type)).toEqual([
      'review.created',
      'review.rejected',
      'review.reopened',
      'review.approved',
      'review.hidden',
      'review.shown',
    ]);
  });

  it('have the last word: what they rejected is not public by being edited, once or twice', async () => {
    const shop = await openReviewShop(await open());
    const { id, call } = await shop.write({ text: 'Rude words about a mug.' });
    await shop.act(id, 'hide', { reason: 'obscene' });
    const other = await shop.write({ text: 'Buy at www.example.com' });
    await shop.act(other.id, 'reject', { reason: 'spam' });
    for (const text of ['Ruder words about a mug.', 'The rudest words about a mug.']) {
      await call('PUT', `/v1/reviews/${id}`, { json: { stars: 4, name: null, text } });
      const edited = await other.call('PUT', `/v1/reviews/${other.id}`, {
        json: { stars: 4, name: null, text: `${text} Again.` },
      });
      expect(edited.json.moderation).toBe('pending');
    }
    expect((await shop.list('product=p1')).json.items).toEqual([]);
  });

  it('are treated by stars in nothing: the same words with one and with five go the same way', async () => {
    const shop = await openReviewShop(await open());
    const words = 'Write to me at shop@example.org or buy at www.example.com';
    const flags: unknown[] = [];
    const actions: unknown[] = [];
    for (const stars of [1, 5]) {
      const { id } = await shop.write({ stars, text: `${words} ${stars === 1 ? 'today' : 'tomorrow'}` });
      const { json } = await shop.staff('GET', `/v1/staff/reviews/${id}`);
      flags.push([json.review.moderation, ...json.flags]);
      actions.push(json.actions);
      await shop.act(id, 'reject', { reason: 'spam' });
    }
    expect(flags[0]).toEqual(['pending', 'link', 'contact_data']);
    expect(flags[1]).toEqual(flags[0]);
    expect(actions[1]).toEqual(actions[0]);
    const { json } = await shop.staff('GET', '/v1/staff/review-statistics');
    expect(json.byStars.map((one: { refusedPercent: number | null }) => one.refusedPercent)).toEqual([
      100,
      null,
      null,
      null,
      100,
    ]);
    expect(json.byStars[0].reasons).toEqual([{ reason: 'spam', reviews: 1 }]);
  });

  it('put it first where nobody has sorted, answer it, and take the answer away', async () => {
    const shop = await openReviewShop(await open());
    const { id } = await shop.write({ stars: 2 });
    shop.backend.clock.set('2026-06-01T09:00:00Z');
    const newer = await shop.write({ stars: 5 });
    await shop.act(id, 'feature');
    const ids = async (query: string) =>
      (await shop.list(query)).json.items.map((one: { id: string }) => one.id);
    expect(await ids('product=p1')).toEqual([id, newer.id]);
    expect(await ids('product=p1&sort=newest')).toEqual([newer.id, id]);
    const { next } = (await shop.list('product=p1&limit=1')).json;
    expect(await ids(`product=p1&limit=1&cursor=${next}`)).toEqual([newer.id]);
    expect((await shop.list('product=p1')).json.summary.average).toBe(3.5);
    await shop.act(id, 'unfeature');
    expect(await ids('product=p1')).toEqual([newer.id, id]);

    await shop.act(id, 'reply', { text: '<b>Thank you!</b>\u202e' });
    const twice = await shop.act(id, 'reply', { text: '<b>Thank you!</b>' });
    expect(twice.json.review.reply.text).toBe('<b>Thank you!</b>');
    expect(twice.json.audit.filter((one: { action: string }) => one.action === 'reply')).toHaveLength(1);
    expect((await shop.act(id, 'remove-reply')).json.review.reply).toBeNull();
    expect((await shop.act(id, 'undo')).json.review.reply.text).toBe('<b>Thank you!</b>');
  });

  it('translate it, for who reads that language only', async () => {
    const shop = await openReviewShop(await open());
    const { id } = await shop.write({ text: 'The tea stays warm and the handle is good.' });
    await shop.act(id, 'translate', { locale: 'de', title: null, text: 'Der Tee bleibt warm.' });
    const translation = async (locale: string) =>
      (await shop.list(`product=p1&locale=${locale}`)).json.items[0].translation;
    expect(await translation('de-AT')).toEqual({ title: null, text: 'Der Tee bleibt warm.' });
    expect(await translation('ar')).toBeNull();
    expect((await shop.act(id, 'undo')).json.translations).toEqual([]);
    expect(await translation('de')).toBeNull();
  });

  it('decide a report, and tell both sides why', async () => {
    const shop = await openReviewShop(withMail(await open()));
    const { id } = await shop.write({ stars: 1 });
    const first = await shop.report(id, { reason: 'personal_data', email: 'ida@example.org' });
    const second = await shop.report(id, { reason: 'spam' }, '203.0.113.8');
    const decide = (reportId: string, body: object) =>
      shop.staff('POST', `/v1/staff/review-reports/${reportId}/decision`, body);
    expect((await shop.staff('GET', '/v1/staff/review-reports?state=open')).json.items).toHaveLength(2);
    expect((await decide(second.json.id, { outcome: 'kept', by: 'Mia' })).json.decided.outcome).toBe('kept');
    expect((await shop.staff('GET', `/v1/staff/reviews/${id}`)).json.flags).toEqual(['reported']);
    expect((await decide(first.json.id, { outcome: 'hidden' })).json.code).toBe('invalid_input');
    const hidden = { outcome: 'hidden', reason: 'personal_data', note: 'It names a person.', by: 'Mia' };
    expect((await decide(first.json.id, hidden)).json.decided).toMatchObject({ outcome: 'hidden' });
    expect((await decide(first.json.id, hidden)).status).toBe(200);
    expect((await decide(first.json.id, { outcome: 'kept' })).json.code).toBe('action_not_possible');
    const review: StaffReview = (await shop.staff('GET', `/v1/staff/reviews/${id}`)).json;
    expect(review).toMatchObject({ flags: [], review: { visibility: 'hidden' } });
    const mails = await keptMails(shop.backend, shop.shop.store.id);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Ihre Meldung ist angekommen',
      'Ihre Bewertung wird nicht mehr gezeigt',
      'Was aus Ihrer Meldung geworden ist',
    ]);
    expect(mails[2]?.text).toContain('es zeigt persönliche Daten');
    expect(mails[2]?.text).toContain('> It names a person.');
  });

  it('can be done nothing with once its author has withdrawn it, and what was answered stays in the history', async () => {
    const shop = await openReviewShop(await open());
    const { id, call } = await shop.write();
    await call('POST', `/v1/reviews/${id}/withdrawal`);
    for (const [action, body] of [
      ['hide', { reason: 'spam' }],
      ['show', {}],
      ['feature', {}],
      ['reply', { text: 'Why?' }],
      ['undo', {}],
    ] as const) {
      expect((await shop.act(id, action, body)).json.code, action).toBe('action_not_possible');
    }
    const { json } = await shop.staff('GET', `/v1/staff/reviews/${id}`);
    expect(json.actions).toEqual([]);
    expect(json.audit.map((one: { action: string }) => one.action)).toEqual(['send', 'withdraw']);
  });
});
