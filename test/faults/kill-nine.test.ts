import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStaffClient } from '@postlude/client/staff';
import { afterAll, expect, it } from 'vitest';
import { onFolder, postlude, startBackend } from '../support/backend-process.ts';
import { shopifyOrder } from '../support/shop-messages.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'postlude-kill-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

it('keeps every acknowledged webhook, and none twice, when it is killed ten times in the middle of a stream', async () => {
  const settings = onFolder(folder);
  const store = await postlude<{ secretKey: string }>(settings, 'store', 'create', '--name', 'Kill');
  const secret = 'shopify-secret';
  const webhook = await postlude<{ id: string }>(settings, 'webhook', 'add', 'shopify', '--secret', secret);

  const acknowledged = new Set<number>();
  const sent = new Set<number>();
  let [next, turn] = [1, 0];
  for (let life = 0; life < 10; life++) {
    const backend = await startBackend(settings);
    const address = `${backend.url}/v1/webhooks/shopify/${webhook.id}`;
    let alive = true;
    let answers = 0;
    const send = async () => {
      while (alive) {
        // Every other turn one that nobody acknowledged is sent again, as providers do when an answer was lost.
        const again = [...sent].find((number) => !acknowledged.has(number));
        const number = again !== undefined && turn++ % 2 === 0 ? again : next++;
        sent.add(number);
        const message = shopifyOrder(secret, number);
        const answer = await fetch(address, {
          method: 'POST',
          headers: message.headers,
          body: message.body,
        }).catch(() => null);
        if (answer?.status === 200) acknowledged.add(number);
        answers += 1;
        if (answers >= 12 + life) {
          alive = false;
          // The other senders have requests in flight at this moment.
          void backend.kill();
        }
      }
    };
    await Promise.all([send(), send(), send(), send()]);
    await backend.kill();
  }
  expect(acknowledged.size).toBeGreaterThan(60);

  const backend = await startBackend(settings);
  try {
    const staff = createStaffClient({ secretKey: store.secretKey, baseUrl: backend.url });
    const orders = new Map<string, number>();
    for await (const order of staff.orders.each()) {
      orders.set(order.number, (orders.get(order.number) ?? 0) + 1);
      expect(order.shipments).toBe(1);
    }
    expect([...acknowledged].filter((number) => !orders.has(String(number)))).toEqual([]);
    expect([...orders].filter(([, count]) => count !== 1)).toEqual([]);
    const states = new Map<string, number>();
    let messages = 0;
    for await (const message of staff.messages.each()) {
      messages += 1;
      states.set(message.state, (states.get(message.state) ?? 0) + 1);
    }
    expect(messages).toBe(orders.size);
    expect([...states.keys()]).toEqual(['applied']);
  } finally {
    await backend.stop();
  }
});
