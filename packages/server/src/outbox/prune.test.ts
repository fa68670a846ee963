import { expect, it } from 'vitest';
import { rotateOutgoingSecret } from '../outgoing/webhooks.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { pruneOutgoing } from './prune.ts';
import { createSender } from './sender.ts';
import { status } from './testing/receiver.ts';
import { openShop } from './testing/shop.ts';

describeOnBothDatabases('pruning what went out', (open) => {
  it('forgets what went out three months ago, and keeps what still waits', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const done = await openShop(backend);
    const waiting = await openShop(backend);
    await done.enqueue();
    await createSender(context).sendDue();
    waiting.endpoint.answerWith(status(500));
    await waiting.enqueue();
    await createSender(context).sendDue();
    const before = clock.now();
    clock.advance(91 * 86_400_000);
    await pruneOutgoing(context);
    clock.set(before);
    expect(await done.deliveries()).toEqual([]);
    expect(await waiting.deliveries()).toHaveLength(1);
  });

  it('forgets secrets a month after they ended, and never the current one', async () => {
    const backend = await open();
    const { context, clock } = backend;
    const shop = await openShop(backend);
    await context.db.withStore(shop.storeId, (tx) =>
      rotateOutgoingSecret(tx, context, shop.storeId, shop.webhookId, new Date(clock.now().getTime() + 1)),
    );
    const count = () =>
      context.db.withStore(
        shop.storeId,
        async (tx) => (await tx.selectFrom('outgoing_secrets').selectAll().execute()).length,
      );
    await pruneOutgoing(context);
    expect(await count()).toBe(2);
    const before = clock.now();
    clock.advance(31 * 86_400_000);
    await pruneOutgoing(context);
    clock.set(before);
    expect(await count()).toBe(1);
  });
});
