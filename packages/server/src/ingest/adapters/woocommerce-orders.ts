import { mapWoocommerce } from '@postlude/contract/mappings';
import { countryCode } from '../countries.ts';
import { toMoney } from '../decimal-money.ts';
import type { Fact, LineFact, OrderFact, RefundFact } from '../facts.ts';
import {
  addressAt,
  addressLinesAt,
  countAt,
  emailAt,
  idAt,
  personAt,
  recordAt,
  recordsAt,
  required,
  textAt,
  wordAt,
} from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { versionOf } from '../versions.ts';
import { timeAt, type WoocommerceContext } from './woocommerce-context.ts';
import { lineSums, shippingOf } from './woocommerce-money.ts';
import { readShipment } from './woocommerce-shipments.ts';

/** How many lines of an order are read. */
const maxLines = 1000;

/**
 * The order in which statuses follow each other. WooCommerce dates changes by the second, and an order is often placed and
 * paid within one: of two states of the same second the later one in this list is the newer.
 */
const lifeOfAnOrder = 'pending failed on-hold processing completed cancelled refunded trash'.split(' ');

/** An order with its parcels and refunds. */
export function readOrder(order: JsonRecord, context: WoocommerceContext): Fact[] {
  const externalId = required(idAt(order, 'id'), 'id');
  const status = context.isDeleted ? 'trash' : (wordAt(order, 'status')?.replace(/^wc-/, '') ?? null);
  const hint = context.unknown.note(mapWoocommerce(status), { status });
  const modifiedAt = timeAt(order, 'date_modified', context) ?? timeAt(order, 'date_created', context);
  const rank = String(lifeOfAnOrder.indexOf(status ?? '') + 1).padStart(2, '0');
  const fact = orderFact(order, externalId, hint.status === 'cancelled' ? modifiedAt : null, context);
  const shipment = readShipment(order, { externalId, status, lines: fact.lines }, context);
  return [
    { ...fact, version: versionOf(modifiedAt, [rank], fact) },
    { ...shipment, version: versionOf(modifiedAt, [rank], shipment) },
    ...refundFacts(order, externalId, fact.currency, modifiedAt ?? fact.placedAt),
  ];
}

function orderFact(
  order: JsonRecord,
  externalId: string,
  cancelledAt: string | null,
  context: WoocommerceContext,
): Omit<OrderFact, 'version'> {
  const billing = recordAt(order, 'billing');
  const shipping = recordAt(order, 'shipping');
  // A shop that ships to the billing address only leaves the other one empty.
  const address = isAddress(shipping) ? shipping : isAddress(billing) ? billing : null;
  const currency = required(currencyAt(order), 'currency');
  const needsShipping = needsShippingAt(order, shipping);
  return {
    kind: 'order',
    source: 'woocommerce',
    externalId,
    number: (textAt(order, 'number', 128) ?? externalId).replace(/^#+\s*/, ''),
    placedAt: required(timeAt(order, 'date_created', context), 'date_created_gmt'),
    currency,
    locale: null,
    email: emailAt(billing, 'email') ?? emailAt(shipping, 'email'),
    phone: wordAt(billing, 'phone', 64) ?? wordAt(shipping, 'phone', 64),
    destination: address && {
      name: personAt(address),
      lines: addressLinesAt(address, ['company', 'address_1', 'address_2']),
      city: textAt(address, 'city', 255),
      region: textAt(address, 'state', 255),
      postcode: wordAt(address, 'postcode', 32),
      country: countryCode(wordAt(address, 'country')),
    },
    postcodes: [
      ...new Set(
        [wordAt(shipping, 'postcode', 32), wordAt(billing, 'postcode', 32)].filter((code) => code !== null),
      ),
    ],
    total: toMoney(wordAt(order, 'total') ?? '', currency),
    // Whatever the shop's prices include, the sums of an order are told without tax.
    taxesIncluded: false,
    shipping: shippingOf(order, currency),
    cancelledAt,
    ...buyerOf(order, context),
    lines: recordsAt(order, 'line_items')
      .slice(0, maxLines)
      .flatMap((line) => lineFact(line, currency, needsShipping)),
  };
}

/** How many codes and fields of its own an order may have that are read. */
const maxMarks = 200;

const paidStatuses: ReadonlySet<string> = new Set(['processing', 'completed', 'refunded']);
const unpaidStatuses: ReadonlySet<string> = new Set([
  'pending',
  'failed',
  'on-hold',
  'cancelled',
  'checkout-draft',
  'trash',
]);

/** What an order tells of who bought, and of what brought them here. Of the means of payment it tells nothing to know it by. */
function buyerOf(order: JsonRecord, context: WoocommerceContext) {
  const status = wordAt(order, 'status')?.replace(/^wc-/, '') ?? '';
  const mark = recordsAt(order, 'meta_data')
    .slice(0, maxMarks)
    .find((meta) => /^_?postlude_referral$/.test(wordAt(meta, 'key') ?? ''));
  const isPaid = timeAt(order, 'date_paid', context) !== null || paidStatuses.has(status);
  return {
    discountCodes: recordsAt(order, 'coupon_lines')
      .slice(0, maxMarks)
      .map((coupon) => wordAt(coupon, 'code'))
      .filter((code) => code !== null),
    customerId: realId(order, 'customer_id'),
    paymentFingerprint: null,
    address: wordAt(order, 'customer_ip_address', 64),
    paid: isPaid ? true : unpaidStatuses.has(status) ? false : null,
    referralToken: wordAt(mark ?? null, 'value', 128),
  };
}

const isAddress = (address: JsonRecord | null): boolean =>
  ['city', 'postcode', 'country'].some((key) => wordAt(address, key) !== null);

function currencyAt(order: JsonRecord): string | null {
  const currency = wordAt(order, 'currency')?.toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(currency) ? currency : null;
}

/** A line does not say whether it is shipped; an order of downloads has neither a way of shipping nor an address for it. */
function needsShippingAt(order: JsonRecord, shipping: JsonRecord | null): boolean {
  const hasWays = Object.hasOwn(order, 'shipping_lines');
  return !hasWays || recordsAt(order, 'shipping_lines').length > 0 || isAddress(shipping);
}

function lineFact(line: JsonRecord, currency: string, needsShipping: boolean): LineFact[] {
  const externalId = idAt(line, 'id');
  if (externalId === null) return [];
  const name = textAt(line, 'name', 1000);
  // `parent_name` is the product without the choices that make the variation; older shops only have the name of both.
  const parent = textAt(line, 'parent_name', 1000);
  const productId = realId(line, 'product_id');
  const quantity = countAt(line, 'quantity') ?? 0;
  return [
    {
      externalId,
      title: parent ?? name ?? externalId,
      variant: parent === null ? null : choicesOf(line),
      sku: textAt(line, 'sku', 255),
      productId,
      // A product without variations is its own only variant.
      variantId: realId(line, 'variation_id') ?? productId,
      productType: null,
      tags: [],
      // Product Bundles and Composite Products name the line that holds the parts.
      bundleExternalId: realId(line, 'bundled_by') ?? realId(line, 'composite_parent'),
      quantity,
      // The payload tells the sums of refunds, not their lines.
      removed: 0,
      ...lineSums(line, quantity, currency),
      imageUrl: addressAt(recordAt(line, 'image'), 'src'),
      productUrl: null,
      shippable: needsShipping,
    },
  ];
}

/** WooCommerce writes 0 where there is none. */
function realId(record: JsonRecord, key: string): string | null {
  const id = idAt(record, key);
  return id === '0' ? null : id;
}

function choicesOf(line: JsonRecord): string | null {
  const choices = recordsAt(line, 'meta_data')
    .filter((meta) => wordAt(meta, 'key')?.startsWith('_') === false)
    .map((meta) => textAt(meta, 'display_value', 200) ?? textAt(meta, 'value', 200))
    .filter((choice) => choice !== null);
  return choices.slice(0, 10).join(' / ') || null;
}

/** The payload gives no time for a refund; the change it came with is when it was first seen. */
function refundFacts(
  order: JsonRecord,
  orderExternalId: string,
  currency: string,
  seenAt: string,
): RefundFact[] {
  return recordsAt(order, 'refunds')
    .slice(0, maxLines)
    .flatMap((refund) => {
      const externalId = idAt(refund, 'id');
      if (externalId === null) return [];
      const total = toMoney(wordAt(refund, 'total')?.replace(/^-/, '') ?? '', currency);
      return [
        {
          kind: 'refund' as const,
          source: 'woocommerce' as const,
          orderExternalId,
          externalId,
          createdAt: seenAt,
          amount: total,
          items: [],
        },
      ];
    });
}
