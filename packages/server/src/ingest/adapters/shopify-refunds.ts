import type { Money } from '@postlude/contract';
import { sumMoney, toMoney } from '../decimal-money.ts';
import type { Fact } from '../facts.ts';
import { countAt, idAt, recordsAt, required, wordAt } from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { instant } from '../moments.ts';
import type { ShopifyContext } from './shopify-context.ts';

/** A refund: the money that really went back, and the units it was for. */
export function readRefund(
  refund: JsonRecord,
  context: ShopifyContext & { readonly orderExternalId?: string },
): Fact[] {
  const time = (key: string) => instant(wordAt(refund, key), context.timeZone);
  return [
    {
      kind: 'refund',
      source: 'shopify',
      orderExternalId: required(idAt(refund, 'order_id') ?? context.orderExternalId ?? null, 'order_id'),
      externalId: required(idAt(refund, 'id'), 'id'),
      createdAt: required(time('created_at') ?? time('processed_at'), 'created_at'),
      amount: amountOf(refund),
      items: [...refundedUnits([refund])].map(([lineExternalId, quantity]) => ({ lineExternalId, quantity })),
    },
  ];
}

/** Without a transaction that succeeded nothing is known to have been paid back. */
function amountOf(refund: JsonRecord): Money | null {
  return sumMoney(
    recordsAt(refund, 'transactions')
      .filter((one) => wordAt(one, 'kind') === 'refund' && wordAt(one, 'status') === 'success')
      .map((one) => toMoney(wordAt(one, 'amount') ?? '', (wordAt(one, 'currency') ?? '').toUpperCase()))
      .filter((money) => money !== null),
  );
}

/** The units that refunds were for, by the id of their line. */
export function refundedUnits(refunds: readonly JsonRecord[]): Map<string, number> {
  const items = new Map<string, number>();
  for (const item of refunds.flatMap((refund) => recordsAt(refund, 'refund_line_items'))) {
    const line = idAt(item, 'line_item_id');
    const quantity = countAt(item, 'quantity') ?? 0;
    if (line !== null && quantity > 0) items.set(line, (items.get(line) ?? 0) + quantity);
  }
  return items;
}
