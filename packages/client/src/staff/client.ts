import type {
  IncomingMessage,
  LedgerEntry,
  OrderInput,
  OrderSummary,
  Product,
  ProductInput,
  ReturnPolicy,
  ReturnPolicyInput,
  ReviewPolicy,
  ReviewPolicyInput,
  ShipmentInput,
  StaffOrder,
  StaffWithdrawal,
  Store,
  StoreUpdate,
  SurveyAnswer,
  SurveyAnswerInput,
  TrackingInput,
  UnknownStatus,
  Upload,
  WarrantyPolicy,
  WarrantyPolicyInput,
} from '@postlude/contract';
import type { CallOptions } from '../call.ts';
import { type StaffAdvocates, staffAdvocatesOf } from './advocates.ts';
import { type StaffAsks, staffAsksOf } from './asks.ts';
import { deleteProduct, listProducts, type ProductQuery, putProduct } from './catalogue.ts';
import { type StaffClaims, staffClaimsOf } from './claims-group.ts';
import { type StaffCodes, staffCodesOf } from './codes.ts';
import { type List, listOf, type PageQuery } from './lists.ts';
import { listMessages, listUnknownStatuses, type MessageQuery, replayMessage } from './messages.ts';
import { type StaffMonths, staffMonthsOf } from './months.ts';
import { getStaffOrder, listOrders, type OrderQuery, putOrder } from './orders.ts';
import { outgoingOf, type StaffOutgoing } from './outgoing-group.ts';
import { getReturnPolicy, listReturnPolicies, type PolicyOptions, putReturnPolicy } from './policy.ts';
import { type StaffRecalls, staffRecallsOf } from './recalls.ts';
import { type StaffProgrammes, staffProgrammesOf } from './referral-programmes.ts';
import { type StaffReferrals, staffReferralsOf } from './referrals.ts';
import { type StaffRegistrations, staffRegistrationsOf } from './registrations-group.ts';
import { type StaffReturns, staffReturnsOf } from './returns-group.ts';
import { type StaffReviewFiles, staffReviewFilesOf } from './review-files.ts';
import { getReviewPolicy, listReviewPolicies, putReviewPolicy } from './review-policy.ts';
import { type StaffReviews, staffReviewsOf } from './reviews-group.ts';
import { type LedgerListQuery, listLedger, type StaffRewards, staffRewardsOf } from './rewards.ts';
import { type StaffSerials, staffSerialsOf } from './serials.ts';
import {
  addTracking,
  listTrackingEvents,
  putShipment,
  type RecordedEvent,
  type ShipmentAddress,
} from './shipments.ts';
import { getStaffStore, updateStaffStore } from './store.ts';
import { putSurveyAnswer } from './survey-answers.ts';
import { createStaffTransport, type StaffOptions } from './transport.ts';
import { createStaffUpload, type StaffUploadRequest } from './uploads.ts';
import { getWarrantyPolicy, listWarrantyPolicies, putWarrantyPolicy } from './warranty-policy.ts';
import { listWithdrawals, settleWithdrawal, type WithdrawalQuery } from './withdrawals.ts';
import type { WriteOptions } from './writes.ts';

/** Every staff call, grouped. Each is the function of the same endpoint with its transport. */
export interface StaffClient {
  readonly store: {
    /** `getStaffStore`. */
    get(options?: CallOptions): Promise<Store>;
    /** `updateStaffStore`: what is left out stays. */
    update(update: StoreUpdate, options?: CallOptions): Promise<Store>;
  };
  readonly returnPolicy: {
    /** `getReturnPolicy`: the one in force, as data and in sentences. */
    get(options?: PolicyOptions): Promise<ReturnPolicy>;
    /** `putReturnPolicy`: a new version, in force at once. */
    put(policy: ReturnPolicyInput, options?: PolicyOptions): Promise<ReturnPolicy>;
    /** `listReturnPolicies`, newest first. */
    versions(options?: PolicyOptions): Promise<{ items: ReturnPolicy[] }>;
  };
  readonly warrantyPolicy: {
    /** `getWarrantyPolicy`: the one in force, as data and in sentences. */
    get(options?: PolicyOptions): Promise<WarrantyPolicy>;
    /** `putWarrantyPolicy`: a new version, in force at once. */
    put(policy: WarrantyPolicyInput, options?: PolicyOptions): Promise<WarrantyPolicy>;
    /** `listWarrantyPolicies`, newest first. */
    versions(options?: PolicyOptions): Promise<{ items: WarrantyPolicy[] }>;
  };
  readonly reviewPolicy: {
    /** `getReviewPolicy`: the one in force, as data and in sentences. */
    get(options?: PolicyOptions): Promise<ReviewPolicy>;
    /** `putReviewPolicy`: a new version, in force at once. */
    put(policy: ReviewPolicyInput, options?: PolicyOptions): Promise<ReviewPolicy>;
    /** `listReviewPolicies`, newest first. */
    versions(options?: PolicyOptions): Promise<{ items: ReviewPolicy[] }>;
  };
  /** `listAsks`, newest first, and why each stands as it does. */
  readonly asks: StaffAsks;
  readonly surveyAnswers: {
    /** `putSurveyAnswer`: what a shopper said in the shop's own survey. */
    put(externalId: string, answer: SurveyAnswerInput, options?: CallOptions): Promise<SurveyAnswer>;
  };
  readonly uploads: {
    /** `createStaffUpload`: a photo or a PDF for an order. */
    create(request: StaffUploadRequest, options?: CallOptions): Promise<Upload>;
  };
  /** `listOrders`, newest first, and what is done with one order. */
  readonly orders: List<OrderSummary, OrderQuery, CallOptions> & {
    /** `putOrder`: creates or replaces an order under the shop's own id. */
    put(externalId: string, order: OrderInput, options?: CallOptions): Promise<StaffOrder>;
    /** `getStaffOrder`. */
    get(orderId: string, options?: CallOptions): Promise<StaffOrder>;
  };
  readonly shipments: {
    /** `putShipment`: creates or replaces a shipment under the shop's own id. */
    put(
      address: { readonly orderId: string; readonly externalId: string },
      shipment: ShipmentInput,
      options?: CallOptions,
    ): Promise<StaffOrder>;
    /** `addTracking`: events, a promise, a pick-up point, a proof of delivery. */
    addTracking(address: ShipmentAddress, news: TrackingInput, options?: WriteOptions): Promise<StaffOrder>;
    /** `listTrackingEvents` of one parcel, newest first. */
    events(address: ShipmentAddress): List<RecordedEvent, PageQuery, CallOptions>;
  };
  /** `listMessages`, newest first, and what is done with one message. */
  readonly messages: List<IncomingMessage, MessageQuery, CallOptions> & {
    /** `replayMessage`: reads a stored message once more. */
    replay(messageId: string, options?: WriteOptions): Promise<IncomingMessage>;
  };
  /** `listProducts`, and what is done with one product. */
  readonly products: List<Product, ProductQuery, CallOptions> & {
    /** `putProduct`: creates or replaces a product under the shop's own id. */
    put(externalId: string, product: ProductInput, options?: CallOptions): Promise<Product>;
    /** `deleteProduct`: it is sold no more. */
    delete(externalId: string, options?: CallOptions): Promise<{ deleted: boolean }>;
  };
  /** Events that go to the shop's own systems, and mails. */
  readonly outgoing: StaffOutgoing;
  /** `listWithdrawals`, newest first, and what is done with one declaration. */
  readonly withdrawals: List<StaffWithdrawal, WithdrawalQuery, CallOptions> & {
    /** `settleWithdrawal`: ticks it off. */
    settle(withdrawalId: string, options?: WriteOptions): Promise<StaffWithdrawal>;
  };
  readonly returns: StaffReturns;
  readonly claims: StaffClaims;
  /** Reviews: the queue, what is done with them, reports. */
  readonly reviews: StaffReviews;
  readonly registrations: StaffRegistrations;
  /** Months added by hand to what stands behind an item. */
  readonly months: StaffMonths;
  /** Lists of serial numbers. */
  readonly serials: StaffSerials;
  readonly reviewFiles: StaffReviewFiles;
  /** Referral programmes, version by version. */
  readonly referralProgrammes: StaffProgrammes;
  /** Codes for rewards: imports and pools. */
  readonly codes: StaffCodes;
  /** `listStaffReferrals`, newest first, what is done with one referral, and figures. */
  readonly referrals: StaffReferrals;
  /** `listAdvocates`, newest first; who was shut out. */
  readonly advocates: StaffAdvocates;
  /** `listLedger`: every change of every reward, newest first. */
  readonly rewardLedger: List<LedgerEntry, LedgerListQuery, CallOptions>;
  /** `listRewards`, newest first, and what is done with one reward. */
  readonly rewards: StaffRewards;
  /** `listStaffRecalls`, newest first, and what is done about recalls. */
  readonly recalls: StaffRecalls;
  /** `listUnknownStatuses`, most frequent first. */
  readonly unknownStatuses: List<UnknownStatus, PageQuery, CallOptions>;
}

/**
 * Makes a client with every staff call. For servers and scripts: the secret key opens everything of a store.
 *
 * @throws TypeError when the key is not a secret key, the base address is not an http(s) address, or this is a page in a browser.
 * @example
 * ```ts
 * const staff = createStaffClient({ secretKey: process.env.POSTLUDE_SECRET_KEY, baseUrl: 'https://postlude.example' });
 * for await (const order of staff.orders.each({ q: 'mia@example.com' })) console.log(order.number);
 * ```
 */
export function createStaffClient(options: StaffOptions): StaffClient {
  const transport = createStaffTransport(options);
  return {
    uploads: { create: (request, call) => createStaffUpload(transport, request, call) },
    store: {
      get: (call) => getStaffStore(transport, call),
      update: (update, call) => updateStaffStore(transport, update, call),
    },
    returnPolicy: {
      get: (call) => getReturnPolicy(transport, call),
      put: (policy, call) => putReturnPolicy(transport, policy, call),
      versions: (call) => listReturnPolicies(transport, call),
    },
    warrantyPolicy: {
      get: (call) => getWarrantyPolicy(transport, call),
      put: (policy, call) => putWarrantyPolicy(transport, policy, call),
      versions: (call) => listWarrantyPolicies(transport, call),
    },
    reviewPolicy: {
      get: (call) => getReviewPolicy(transport, call),
      put: (policy, call) => putReviewPolicy(transport, policy, call),
      versions: (call) => listReviewPolicies(transport, call),
    },
    asks: staffAsksOf(transport),
    surveyAnswers: {
      put: (externalId, answer, call) => putSurveyAnswer(transport, externalId, answer, call),
    },
    orders: {
      ...listOf((query?: OrderQuery, call?: CallOptions) => listOrders(transport, query, call)),
      put: (externalId, order, call) => putOrder(transport, externalId, order, call),
      get: (orderId, call) => getStaffOrder(transport, orderId, call),
    },
    shipments: {
      put: (address, shipment, call) => putShipment(transport, address, shipment, call),
      addTracking: (address, news, call) => addTracking(transport, address, news, call),
      events: (address) =>
        listOf((query?: PageQuery, call?: CallOptions) =>
          listTrackingEvents(transport, address, query, call),
        ),
    },
    messages: {
      ...listOf((query?: MessageQuery, call?: CallOptions) => listMessages(transport, query, call)),
      replay: (messageId, call) => replayMessage(transport, messageId, call),
    },
    products: {
      ...listOf((query?: ProductQuery, call?: CallOptions) => listProducts(transport, query, call)),
      put: (externalId, product, call) => putProduct(transport, externalId, product, call),
      delete: (externalId, call) => deleteProduct(transport, externalId, call),
    },
    outgoing: outgoingOf(transport),
    withdrawals: {
      ...listOf((query?: WithdrawalQuery, call?: CallOptions) => listWithdrawals(transport, query, call)),
      settle: (withdrawalId, call) => settleWithdrawal(transport, withdrawalId, call),
    },
    returns: staffReturnsOf(transport),
    claims: staffClaimsOf(transport),
    reviews: staffReviewsOf(transport),
    registrations: staffRegistrationsOf(transport),
    months: staffMonthsOf(transport),
    serials: staffSerialsOf(transport),
    reviewFiles: staffReviewFilesOf(transport),
    referralProgrammes: staffProgrammesOf(transport),
    codes: staffCodesOf(transport),
    referrals: staffReferralsOf(transport),
    advocates: staffAdvocatesOf(transport),
    rewardLedger: listOf((query?: LedgerListQuery, call?: CallOptions) => listLedger(transport, query, call)),
    rewards: staffRewardsOf(transport),
    recalls: staffRecallsOf(transport),
    unknownStatuses: listOf((query?: PageQuery, call?: CallOptions) =>
      listUnknownStatuses(transport, query, call),
    ),
  };
}
