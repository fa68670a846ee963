import { expect, test } from 'vitest';
import { type TrackingStatus, trackingStatuses } from '../tracking-status.ts';
import { schemaOrgOrderStatus } from './schema-org.ts';
import { mapShopify } from './shopify.ts';
import { mapWoocommerce } from './woocommerce.ts';

const shopify: [string, TrackingStatus, string | null, boolean][] = [
  // FulfillmentEventStatus
  ['ATTEMPTED_DELIVERY', 'attempt_failed', null, false],
  ['CARRIER_PICKED_UP', 'in_transit', 'accepted', false],
  ['CONFIRMED', 'pending', null, false],
  ['DELAYED', 'delayed', null, false],
  ['DELIVERED', 'delivered', null, false],
  ['FAILURE', 'exception', null, false],
  ['IN_TRANSIT', 'in_transit', null, false],
  ['LABEL_PRINTED', 'label_created', null, false],
  ['LABEL_PURCHASED', 'label_created', null, false],
  ['OUT_FOR_DELIVERY', 'out_for_delivery', null, false],
  ['PICKED_UP', 'delivered', 'collected', false],
  ['READY_FOR_PICKUP', 'available_for_pickup', null, true],
  // its unstable version
  ['BUYER_ACTION_REQUIRED', 'held', null, true],
  ['READY_FOR_RECIPIENT_PICKUP', 'available_for_pickup', null, true],
  ['RETURNING_TO_SENDER', 'returning', null, false],
  // FulfillmentDisplayStatus
  ['CANCELED', 'cancelled', null, false],
  ['FULFILLED', 'label_created', null, false],
  ['LABEL_VOIDED', 'pending', null, false],
  ['MARKED_AS_FULFILLED', 'label_created', null, false],
  ['NOT_DELIVERED', 'exception', null, false],
  ['SUBMITTED', 'pending', null, false],
];

test.each(shopify)('Shopify %s, in both spellings', (word, status, subStatus, actionRequired) => {
  const expected = { status, subStatus, actionRequired, known: true };
  expect(mapShopify(word)).toEqual(expected);
  expect(mapShopify(word.toLowerCase())).toEqual(expected);
});

const woocommerce: [string, TrackingStatus][] = [
  ['pending', 'pending'],
  ['processing', 'pending'],
  ['on-hold', 'pending'],
  ['completed', 'label_created'],
  ['cancelled', 'cancelled'],
  ['refunded', 'cancelled'],
  ['failed', 'cancelled'],
  ['trash', 'cancelled'],
  ['checkout-draft', 'pending'],
];

test.each(woocommerce)('WooCommerce %s, with and without its prefix', (word, status) => {
  const expected = { status, subStatus: null, actionRequired: false, known: true };
  expect(mapWoocommerce(word)).toEqual(expected);
  expect(mapWoocommerce(`wc-${word}`)).toEqual(expected);
});

test.each(['teleported', 'constructor', '__proto__', '', null])(
  'the unknown word %j claims nothing on either platform',
  (word) => {
    const nothing = { status: 'pending', subStatus: null, actionRequired: false, known: false };
    expect(mapShopify(word)).toEqual(nothing);
    expect(mapWoocommerce(word)).toEqual(nothing);
  },
);

const schemaOrg: [TrackingStatus, string][] = [
  ['pending', 'OrderProcessing'],
  ['label_created', 'OrderProcessing'],
  ['in_transit', 'OrderInTransit'],
  ['delayed', 'OrderInTransit'],
  ['held', 'OrderProblem'],
  ['out_for_delivery', 'OrderInTransit'],
  ['attempt_failed', 'OrderProblem'],
  ['available_for_pickup', 'OrderPickupAvailable'],
  ['delivered', 'OrderDelivered'],
  ['returning', 'OrderReturned'],
  ['returned', 'OrderReturned'],
  ['lost', 'OrderProblem'],
  ['damaged', 'OrderProblem'],
  ['exception', 'OrderProblem'],
  ['expired', 'OrderProblem'],
  ['cancelled', 'OrderCancelled'],
];

test.each(schemaOrg)('%s is schema.org’s %s', (status, member) => {
  expect(schemaOrgOrderStatus(status)).toBe(`https://schema.org/${member}`);
});

test('every canonical status has a schema.org status', () => {
  expect(schemaOrg.map(([status]) => status)).toEqual([...trackingStatuses]);
});
