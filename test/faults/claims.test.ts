import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClaimFiling } from '@postlude/contract';
import { describe, expect, it } from 'vitest';
import { testPolicy } from '../../packages/server/src/returns/testing/shop.ts';
import { emptyPostgres } from '../../packages/server/src/testing/databases.ts';
import { onFolder, onPostgres } from '../support/backend-process.ts';
import { type Filed, isKilledAndLosesNothing } from '../support/killed-while-filing.ts';
import { deskOrder } from '../support/return-desk.ts';

/** Claims about one mug after the other of an order of a hundred; the key is what the shopper describes. */
const claims: Filed<{ token: string; passportId: string; filing: ClaimFiling }> = {
  policy: testPolicy,
  async begin(desk, number) {
    const mug = { ...deskOrder(number, desk.now).lines[0], externalId: 'mug', title: 'Mug', quantity: 100 };
    const order = await desk.place({ number, input: { lines: [mug], total: null }, undelivered: [] });
    const list = await desk.client.passports.list(order.mine);
    if (list.state !== 'fresh') throw new Error('Nothing was asked before.');
    const units = list.value.items.map(({ passport }) => passport.id).values();
    const since = desk.now.toISOString().slice(0, 10);
    return (key) => {
      const { value: passportId } = units.next();
      if (passportId === undefined) throw new Error('Every mug is broken.');
      const filing = { route: 'legal_guarantee', symptom: null, resolution: 'refund', since } as const;
      return { token: order.token, passportId, filing: { ...filing, description: key } };
    };
  },
  async file({ client }, { token, passportId, filing }, idempotencyKey) {
    return (await client.claims.file({ token, passportId }, filing, { idempotencyKey })).id;
  },
  async all(staff) {
    const found: { id: string; key: string }[] = [];
    for await (const { id } of staff.claims.each({ limit: 100 })) {
      const { claim, audit } = await staff.claims.get(id);
      expect(audit.map(({ action, by, after }) => [action, by, after])).toEqual([
        ['file', 'shopper', 'received'],
      ]);
      found.push({ id, key: claim.description });
    }
    return found;
  },
  idOf: ({ claimId }) => claimId,
  told: ['claim.received'],
};

describe.concurrent('a backend that is killed ten times while claims are filed', () => {
  it('keeps each acknowledged claim once, whole, and tells of it under one id, on PGlite', async (test) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'postlude-claims-'));
    test.onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await isKilledAndLosesNothing({ ...onFolder(folder), OUTGOING_NETWORKS: '127.0.0.0/8' }, test, claims);
  });

  it('keeps each acknowledged claim once, whole, and tells of it under one id, on PostgreSQL', async (test) => {
    const settings = onPostgres(await emptyPostgres(), tmpdir());
    await isKilledAndLosesNothing({ ...settings, OUTGOING_NETWORKS: '127.0.0.0/8' }, test, claims);
  });
});
