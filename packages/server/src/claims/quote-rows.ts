import type { Id, Money, RepairQuote } from '@postlude/contract';
import type { Tx } from '../db/database.ts';
import type { StoredQuote } from '../db/schema/claims.ts';
import type { ClaimCase } from './case.ts';
import { forgetQuote } from './mails/stale.ts';
import type { QuoteRow } from './store.ts';

/** Withdraws the open quote, when there is one: what it asked is decided otherwise. Says which. */
export async function withdrawOpen(tx: Tx, of: ClaimCase): Promise<string | null> {
  const open = of.quotes.find(({ state }) => state === 'open');
  if (!open) return null;
  await settle(tx, open, 'withdrawn', null);
  return open.repair_quote_id;
}

/** Takes a quote back, or puts one back that another had taken the place of. */
export async function settle(
  tx: Tx,
  quote: Pick<QuoteRow, 'store_id' | 'claim_id' | 'repair_quote_id'>,
  state: QuoteRow['state'],
  answeredAt: Date | null,
): Promise<void> {
  if (state !== 'open') {
    await forgetQuote(tx, { storeId: quote.store_id, claimId: quote.claim_id }, quote.repair_quote_id);
  }
  await tx
    .updateTable('repair_quotes')
    .set({ state, answered_at: answeredAt })
    .where('store_id', '=', quote.store_id)
    .where('claim_id', '=', quote.claim_id)
    .where('repair_quote_id', '=', quote.repair_quote_id)
    .execute();
}

/** How a quote stands on a day of the store. */
export const quoteState = ({ state, valid_until: until }: QuoteRow, today: string): RepairQuote['state'] =>
  state === 'open' && until < today ? 'expired' : state;

/** What a quote asks for altogether. Its sums share one currency: `checkQuote` sees to it. */
export const totalOf = ({ price, services, temporary }: StoredQuote): Money => ({
  currency: price.currency,
  amount: [...services, ...(temporary ? [temporary] : [])].reduce(
    (sum, row) => sum + row.price.amount,
    price.amount,
  ),
});

/** A quote as it travels. */
export const shownQuote = (row: QuoteRow, today: string): RepairQuote => ({
  ...row.quote,
  id: row.repair_quote_id as Id<'repairQuote'>,
  state: quoteState(row, today),
  total: totalOf(row.quote),
  validUntil: row.valid_until,
  madeAt: row.made_at.toISOString(),
  answeredAt: row.answered_at?.toISOString() ?? null,
});

/** Whether two values say the same; jsonb keeps keys in an order of its own. */
export const sameJson = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}
