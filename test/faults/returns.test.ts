import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReturnFiling } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { emptyPostgres } from '../../packages/server/src/testing/databases.ts';
import { onFolder, onPostgres } from '../support/backend-process.ts';
import { type Filed, isKilledAndLosesNothing } from '../support/killed-while-filing.ts';
import { deskOrder, policyWith } from '../support/return-desk.ts';

/** Returns that a rule approves at once; the key stands in the note of each item. */
const returns: Filed<{ token: string; orderId: string; filing: ReturnFiling }> = {
  policy: policyWith({ autoApprovals: [{ id: 'all' }] }),
  async begin(desk, number) {
    const mug = { ...deskOrder(number, desk.now).lines[0], externalId: 'mug', title: 'Mug', quantity: 100 };
    const order = await desk.place({ number, input: { lines: [mug], total: null }, undelivered: [] });
    const filing = await order.filing();
    const { token, orderId } = order;
    return (key) => {
      const items = filing.items.map((item) => ({ ...item, note: key }));
      return { token, orderId, filing: { ...filing, items } };
    };
  },
  async file({ client }, { token, orderId, filing }, idempotencyKey) {
    return (await client.returns.file({ token, orderId }, filing, { idempotencyKey })).id;
  },
  async all(staff) {
    const found: { id: string; key: string }[] = [];
    for await (const { id } of staff.returns.each({ limit: 100 })) {
      const { return: one, audit } = await staff.returns.get(id);
      expect(audit.map(({ action, by }) => [action, by])).toEqual([
        ['file', 'shopper'],
        ['approve', 'rule:all'],
      ]);
      found.push({ id, key: one.items.map(({ note }) => note).join() });
    }
    return found;
  },
  idOf: ({ returnId }) => returnId,
  told: ['return.approved', 'return.requested'],
};

describe.concurrent('a backend that is killed ten times while returns are filed', () => {
  it('keeps each acknowledged return once, whole, and tells of it under one id, on PGlite', async (test) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'postlude-returns-'));
    test.onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await isKilledAndLosesNothing({ ...onFolder(folder), OUTGOING_NETWORKS: '127.0.0.0/8' }, test, returns);
  });

  it('keeps each acknowledged return once, whole, and tells of it under one id, on PostgreSQL', async (test) => {
    const settings = onPostgres(await emptyPostgres(), tmpdir());
    await isKilledAndLosesNothing({ ...settings, OUTGOING_NETWORKS: '127.0.0.0/8' }, test, returns);
  });
});
