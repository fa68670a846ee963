import type { Fact } from '../../ingest/facts.ts';
import { last, ofKind } from '../../ingest/fixtures/read-facts.ts';
import type { SoldOrder } from '../../orders/read-sold.ts';
import { lineId, soldLine, soldOrder } from '../../orders/testing/sold-order.ts';

/** The order that a platform's messages tell of, as it is read from the database after they came in. */
export function soldFromFacts(facts: readonly Fact[]): SoldOrder {
  const { lines, currency, taxesIncluded, shipping, total } = last(facts, 'order');
  const indexOf = (externalId: string | null) => lines.findIndex((each) => each.externalId === externalId);
  return soldOrder({
    currency,
    taxesIncluded,
    shipping,
    total: total?.amount ?? null,
    lines: lines.map(({ unitPrice, bundleExternalId, ...each }, index) => {
      const whole = indexOf(bundleExternalId);
      return soldLine(
        {
          ...each,
          unitPrice: unitPrice?.amount ?? null,
          bundleOf: whole < 0 || whole === index ? null : lineId(whole + 1),
        },
        index + 1,
      );
    }),
    refunds: ofKind(facts, 'refund').map((refund) => ({
      key: `${refund.source}:${refund.externalId}`,
      refundedAt: refund.createdAt,
      amount: refund.amount?.amount ?? null,
      items: refund.items.map((item) => ({
        lineId: lineId(indexOf(item.lineExternalId) + 1),
        quantity: item.quantity,
      })),
    })),
  });
}
