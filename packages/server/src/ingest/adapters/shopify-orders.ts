import { countryCode } from '../countries.ts';
import type { Fact, LineFact, OrderFact } from '../facts.ts';
import {
  addressLinesAt,
  countAt,
  emailAt,
  flagAt,
  idAt,
  personAt,
  recordAt,
  recordsAt,
  required,
  textAt,
  wordAt,
} from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { instant } from '../moments.ts';
import { versionOf } from '../versions.ts';
import { discountOf, priceOf } from './order-sums.ts';
import type { ShopifyContext } from './shopify-context.ts';
import { readFulfilment } from './shopify-fulfilments.ts';
import { allocationsOf, currencyOf, moneyAt, shippingOf, taxOf } from './shopify-money.ts';
import { readRefund, refundedUnits } from './shopify-refunds.ts';

/** How many lines of an order are read. Shopify itself allows 500. */
const maxLines = 1000;

/** An order with the fulfilments and refunds it carries. */
export function readOrder(order: JsonRecord, context: ShopifyContext): Fact[] {
  const externalId = required(idAt(order, 'id'), 'id');
  const parts = { ...context, orderExternalId: externalId };
  const refunds = recordsAt(order, 'refunds').slice(0, maxLines);
  return [
    orderFact(order, externalId, refunds, context),
    ...recordsAt(order, 'fulfillments')
      .slice(0, maxLines)
      .flatMap((fulfilment) => readFulfilment(fulfilment, parts)),
    ...refunds.flatMap((refund) => readRefund(refund, parts)),
  ];
}

function orderFact(
  order: JsonRecord,
  externalId: string,
  refunds: readonly JsonRecord[],
  { timeZone, triggeredAt }: ShopifyContext,
): OrderFact {
  const time = (key: string) => instant(wordAt(order, key), timeZone);
  const shipping = recordAt(order, 'shipping_address');
  const billing = recordAt(order, 'billing_address');
  const customer = recordAt(order, 'customer');
  const refunded = refundedUnits(refunds);
  const shopCurrency = currencyOf(wordAt(order, 'currency'));
  const total = moneyAt(order, 'total_price', shopCurrency);
  const currency = required(total?.currency ?? shopCurrency, 'currency');
  const content: Omit<OrderFact, 'version'> = {
    kind: 'order',
    source: 'shopify',
    externalId,
    number: required(textAt(order, 'name', 128) ?? wordAt(order, 'order_number'), 'name').replace(
      /^#+\s*/,
      '',
    ),
    // `processed_at` is the day the shopper bought; for imported orders `created_at` is the day of the import.
    placedAt: required(time('processed_at') ?? time('created_at'), 'created_at'),
    currency,
    locale: localeAt(order, 'customer_locale'),
    email: emailAt(order, 'email') ?? emailAt(order, 'contact_email') ?? emailAt(customer, 'email'),
    phone:
      wordAt(order, 'phone', 64) ??
      wordAt(shipping, 'phone', 64) ??
      wordAt(billing, 'phone', 64) ??
      wordAt(customer, 'phone', 64),
    destination: shipping && {
      name: personAt(shipping),
      lines: addressLinesAt(shipping, ['company', 'address1', 'address2']),
      city: textAt(shipping, 'city', 255),
      region: textAt(shipping, 'province_code', 255) ?? textAt(shipping, 'province', 255),
      postcode: wordAt(shipping, 'zip', 32),
      country: countryCode(wordAt(shipping, 'country_code')),
    },
    postcodes: [
      ...new Set([wordAt(shipping, 'zip', 32), wordAt(billing, 'zip', 32)].filter((code) => code !== null)),
    ],
    total,
    taxesIncluded: flagAt(order, 'taxes_included') ?? false,
    shipping: shippingOf(order, shopCurrency, currency),
    cancelledAt: time('cancelled_at'),
    ...buyerOf(order, customer),
    lines: recordsAt(order, 'line_items')
      .slice(0, maxLines)
      .flatMap((line) => lineFact(line, { shopCurrency, currency, refunded })),
  };
  return { ...content, version: versionOf(time('updated_at') ?? time('created_at'), [triggeredAt], content) };
}

/** How many codes and attributes of an order are read. */
const maxMarks = 50;

/** `financial_status` of orders that are paid, whatever was given back since; of those that are not. */
const paidStatuses: ReadonlySet<string> = new Set(['paid', 'partially_refunded', 'refunded']);
const unpaidStatuses: ReadonlySet<string> = new Set([
  'pending',
  'authorized',
  'partially_paid',
  'voided',
  'expired',
]);

/** What an order tells of who bought, and of what brought them here. Of the means of payment it tells nothing to know it by. */
function buyerOf(order: JsonRecord, customer: JsonRecord | null) {
  const status = wordAt(order, 'financial_status')?.toLowerCase() ?? '';
  const mark = recordsAt(order, 'note_attributes')
    .slice(0, maxMarks)
    .find((attribute) => wordAt(attribute, 'name') === 'postlude_referral');
  return {
    discountCodes: recordsAt(order, 'discount_codes')
      .slice(0, maxMarks)
      .map((discount) => wordAt(discount, 'code'))
      .filter((code) => code !== null),
    customerId: idAt(customer, 'id'),
    paymentFingerprint: null,
    address: wordAt(order, 'browser_ip', 64) ?? wordAt(recordAt(order, 'client_details'), 'browser_ip', 64),
    paid: paidStatuses.has(status) ? true : unpaidStatuses.has(status) ? false : null,
    referralToken: wordAt(mark ?? null, 'value', 128),
  };
}

/**
 * `quantity` is what was first bought and never changes; `current_quantity` is that without what was refunded or taken out.
 * Refunds come as facts of their own, so only what neither says is `removed`: nothing is counted twice, whichever message
 * comes first.
 */
function lineFact(
  line: JsonRecord,
  {
    shopCurrency,
    currency,
    refunded,
  }: { shopCurrency: string | null; currency: string; refunded: ReadonlyMap<string, number> },
): LineFact[] {
  const externalId = idAt(line, 'id');
  if (externalId === null) return [];
  const quantity = countAt(line, 'quantity') ?? 0;
  const current = countAt(line, 'current_quantity') ?? quantity;
  const unitPrice = priceOf(moneyAt(line, 'price', shopCurrency), quantity);
  return [
    {
      externalId,
      title: textAt(line, 'title', 1000) ?? textAt(line, 'name', 1000) ?? externalId,
      variant: textAt(line, 'variant_title', 1000),
      sku: textAt(line, 'sku', 255),
      productId: idAt(line, 'product_id'),
      quantity,
      removed: Math.max(0, quantity - current - (refunded.get(externalId) ?? 0)),
      unitPrice,
      discount: discountOf(allocationsOf(line, shopCurrency), unitPrice, quantity, currency),
      tax: taxOf(line, shopCurrency, currency),
      variantId: idAt(line, 'variant_id'),
      // An order tells neither; the catalogue does.
      productType: null,
      tags: [],
      bundleExternalId: null,
      imageUrl: null,
      productUrl: null,
      shippable: (flagAt(line, 'requires_shipping') ?? true) && flagAt(line, 'gift_card') !== true,
    },
  ];
}

function localeAt(record: JsonRecord, key: string): string | null {
  const locale = wordAt(record, key, 35);
  return locale !== null && /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(locale) ? locale : null;
}
