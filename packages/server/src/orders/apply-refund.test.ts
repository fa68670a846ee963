import { expect, it } from 'vitest';
import type { RefundFact } from '../ingest/facts.ts';
import { describeOnBothDatabases } from '../testing/backend.ts';
import { applyRefund } from './apply-refund.ts';

const bare: RefundFact = {
  kind: 'refund',
  source: 'woocommerce',
  orderExternalId: '727',
  externalId: '726',
  createdAt: '2026-11-23T10:00:00.000Z',
  amount: { amount: 1000, currency: 'EUR' },
  items: [],
};
const full: RefundFact = {
  ...bare,
  createdAt: '2026-11-25T10:00:00.000Z',
  items: [{ lineExternalId: '315', quantity: 1 }],
};

describeOnBothDatabases('A refund', (open) => {
  it.each([
    ['the fuller account last', [bare, full]],
    ['the fuller account first', [full, bare]],
    ['everything twice', [full, bare, bare, full]],
  ])('keeps the earliest time and the fullest account: %s', async (_, facts) => {
    const { context, newStore } = await open();
    const storeId = (await newStore()).store.id;
    for (const fact of facts) await context.db.withStore(storeId, (tx) => applyRefund(tx, storeId, fact));
    const rows = await context.db.withStore(storeId, (tx) =>
      tx.selectFrom('refunds').select(['refunded_at', 'amount', 'items']).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(new Date(rows[0]?.refunded_at ?? 0).toISOString()).toBe(bare.createdAt);
    expect(rows[0]).toMatchObject({ amount: 1000, items: full.items });
  });
});
