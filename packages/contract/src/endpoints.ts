// A file for each audience and resource: a bundle that calls one endpoint carries no other.

import { staffEndpoints } from './endpoints/staff-table.ts';
import { storefrontEndpoints } from './endpoints/storefront-table.ts';

export * from './endpoints/asks.ts';
export * from './endpoints/claims.ts';
export * from './endpoints/documents.ts';
export * from './endpoints/orders.ts';
export * from './endpoints/passports.ts';
export * from './endpoints/public-reviews.ts';
export * from './endpoints/recalls.ts';
export * from './endpoints/referral-offers.ts';
export * from './endpoints/referrals.ts';
export * from './endpoints/returns.ts';
export * from './endpoints/reviews.ts';
export * from './endpoints/sessions.ts';
export * from './endpoints/shipments.ts';
export * from './endpoints/staff-asks.ts';
export * from './endpoints/staff-catalogue.ts';
export * from './endpoints/staff-claims.ts';
export * from './endpoints/staff-messages.ts';
export * from './endpoints/staff-months.ts';
export * from './endpoints/staff-orders.ts';
export * from './endpoints/staff-outgoing.ts';
export * from './endpoints/staff-policy.ts';
export * from './endpoints/staff-recalls.ts';
export * from './endpoints/staff-referral-programmes.ts';
export * from './endpoints/staff-referrals.ts';
export * from './endpoints/staff-registrations.ts';
export * from './endpoints/staff-returns.ts';
export * from './endpoints/staff-review-files.ts';
export * from './endpoints/staff-reviews.ts';
export * from './endpoints/staff-shipments.ts';
export * from './endpoints/staff-store.ts';
export * from './endpoints/staff-survey-answers.ts';
export * from './endpoints/staff-uploads.ts';
export * from './endpoints/staff-warranty-policy.ts';
export * from './endpoints/staff-withdrawals.ts';
export * from './endpoints/store.ts';
export * from './endpoints/uploads.ts';
export * from './endpoints/webhooks.ts';
export * from './endpoints/withdrawals.ts';

/** The whole API. An endpoint that is not here does not exist. In two parts: compilers declare no table as long as both. */
export const endpoints: typeof storefrontEndpoints & typeof staffEndpoints = {
  ...storefrontEndpoints,
  ...staffEndpoints,
};

/** The name of an endpoint. */
export type EndpointName = keyof typeof endpoints;
