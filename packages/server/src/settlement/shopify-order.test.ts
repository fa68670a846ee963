import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shopify } from '../ingest/adapters/shopify.ts';
import { last, readFacts } from '../ingest/fixtures/read-facts.ts';
import type { SoldOrder } from '../orders/read-sold.ts';
import { givenByPlatform, type ReturnUnits } from './index.ts';
import { line, lineId, order, policy, request, sums, units } from './testing/build.ts';

/** An order as Shopify's webhook tells it: ten percent off, a second discount on the socks, taxes on top, a tip, one pair refunded. */
function soldOnShopify(): SoldOrder {
  const body = readFileSync(new URL('./fixtures/shopify-order-with-discounts.json', import.meta.url));
  const { facts } = readFacts(shopify, body, { 'x-shopify-topic': 'orders/updated' });
  const { lines, currency, taxesIncluded, shipping, total } = last(facts, 'order');
  const refunded = last(facts, 'refund');
  const idOf = (externalId: string) => lineId(lines.findIndex((each) => each.externalId === externalId) + 1);
  return {
    ...order([], { currency, taxesIncluded, shipping, total: total?.amount ?? null }),
    lines: lines.map(({ unitPrice, bundleExternalId: _, ...each }, index) =>
      line({ ...each, unitPrice: unitPrice?.amount ?? null }, index + 1),
    ),
    refunds: [
      {
        key: `shopify:${refunded.externalId}`,
        refundedAt: refunded.createdAt,
        amount: refunded.amount?.amount ?? null,
        items: refunded.items.map((item) => ({ lineId: idOf(item.lineExternalId), quantity: item.quantity })),
      },
    ],
  };
}

describe('A Shopify order with discounts, taxes, a tip and a refund', () => {
  const sold = soldOnShopify();
  const rules = policy({ originalShipping: 'everything' });
  const before = givenByPlatform(sold);
  const asked = (going: readonly ReturnUnits[], earlier = before) =>
    sums(request(sold, going, { policy: rules, before: earlier, country: 'US' }));

  it('gives back two of three shirts to the cent', () => {
    expect(asked([units(1, 2)])).toMatchObject({
      refund: 9732,
      rows: [
        ['price', 9990],
        ['discount', -1000],
        ['tax', 742],
      ],
    });
  });

  it('gives back everything that is left, and with the refund of the platform that is what was paid', () => {
    const first = asked([units(1, 2)]);
    const rest = asked([units(1), units(2)], [...before, { key: 'a', ...first.given }]);
    // Shopify rounded the first pair up, we would have rounded it down: the cent is taken off here.
    expect(rest).toMatchObject({
      refund: 7926,
      rows: [
        ['price', 6245],
        ['discount', -674],
        ['tax', 460],
        ['shipping', 1396],
        ['other', 500],
        ['refunded_before', -1],
      ],
    });
    expect(1163 + first.refund + rest.refund).toBe(18821);
  });
});
