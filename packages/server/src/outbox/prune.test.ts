import { expect, it } from 'vitest';
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
});
