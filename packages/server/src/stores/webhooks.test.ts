import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { directoryTtl } from './directory.ts';
import { addWebhook, listWebhooks, rotateWebhook } from './webhooks.ts';

describeOnBothDatabases('webhooks', (open) => {
  it('have a secret of ours where the provider is told one', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const added = await addWebhook(context, store.id, 'woocommerce', null);
    expect(added.secret).toMatch(/^whsec_[0-9a-f]{64}$/);
    expect(await context.stores.webhook(added.id)).toEqual({
      storeId: store.id,
      webhookId: added.id,
      provider: 'woocommerce',
      secrets: [added.secret],
    });
  });

  it('have no secret, and so accept nothing, until the provider’s is known', async () => {
    const { context, newStore } = await open();
    const { store } = await newStore();
    const added = await addWebhook(context, store.id, 'shopify', null);
    expect((await context.stores.webhook(added.id))?.secrets).toEqual([]);
    await expect(
      rotateWebhook(context, store.id, added.id, { secret: null, graceUntil: null }),
    ).rejects.toMatchObject({ code: 'invalid_argument' });
    await rotateWebhook(context, store.id, added.id, { secret: 'from shopify', graceUntil: null });
    context.stores.forget();
    expect((await context.stores.webhook(added.id))?.secrets).toEqual(['from shopify']);
  });

  it('accept two secrets at a time while one is exchanged, and never three', async () => {
    const { context, clock, newStore } = await open();
    const { store } = await newStore();
    const added = await addWebhook(context, store.id, 'easypost', 'one');
    const inAnHour = new Date(clock.now().getTime() + 3_600_000);
    await rotateWebhook(context, store.id, added.id, { secret: 'two', graceUntil: inAnHour });
    clock.advance(directoryTtl);
    expect((await context.stores.webhook(added.id))?.secrets).toEqual(['two', 'one']);
    await rotateWebhook(context, store.id, added.id, { secret: 'three', graceUntil: inAnHour });
    clock.advance(directoryTtl);
    expect((await context.stores.webhook(added.id))?.secrets).toEqual(['three', 'two']);
    const [listed] = await listWebhooks(context, store.id);
    expect(listed?.secrets.map((secret) => secret.expiresAt)).toEqual([null, inAnHour]);
    clock.advance(3_600_000);
    expect((await context.stores.webhook(added.id))?.secrets).toEqual(['three']);
  });

  it('drop a leaked secret at once', async () => {
    const { context, clock, newStore } = await open();
    const { store } = await newStore();
    const added = await addWebhook(context, store.id, 'easypost', 'leaked');
    await context.stores.webhook(added.id);
    await rotateWebhook(context, store.id, added.id, { secret: 'new', graceUntil: null });
    clock.advance(directoryTtl);
    expect((await context.stores.webhook(added.id))?.secrets).toEqual(['new']);
  });

  it('are not there for another store', async () => {
    const { context, newStore } = await open();
    const mine = await newStore();
    const theirs = await newStore();
    const added = await addWebhook(context, theirs.store.id, 'easypost', 'secret');
    expect(await listWebhooks(context, mine.store.id)).toEqual([]);
    await expect(
      rotateWebhook(context, mine.store.id, added.id, { secret: 'mine now', graceUntil: null }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are kept encrypted', async () => {
    const { context, newStore } = await open();
    const { store, embedSecret, secretKey } = await newStore();
    await addWebhook(context, store.id, 'easypost', 'a very secret secret');
    const { rows } = await context.db.execute(
      'select sealed as kept from webhook_secrets union all select sealed from store_secrets union all select lookup from store_keys',
    );
    const kept = rows.map((row) => String(row.kept)).join('\n');
    for (const secret of ['a very secret secret', embedSecret, secretKey]) expect(kept).not.toContain(secret);
  });
});
