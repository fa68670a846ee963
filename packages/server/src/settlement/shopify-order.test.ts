import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shopify } from '../ingest/adapters/shopify.ts';
import { readFacts } from '../ingest/fixtures/read-facts.ts';
import type { SoldOrder } from '../orders/read-sold.ts';
import { givenByPlatform, type ReturnUnits } from './index.ts';
import { policy, request, sums, units } from './testing/build.ts';
import { soldFromFacts } from './testing/sold-from-facts.ts';

/** An order as Shopify's webhook tells it: ten percent off, a second discount on the socks, taxes on top, a tip, one pair refunded. */
function soldOnShopify(): SoldOrder {
  const body = readFileSync(new URL('./fixtures/shopify-order-with-discounts.json', import.meta.url));
  const { facts } = readFacts(shopify, body, { 'x-shopify-topic': 'orders/updated' });
  return soldFromFacts(facts);
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
