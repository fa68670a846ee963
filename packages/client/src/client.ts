import type {
  PublicStore,
  Session,
  SessionRequest,
  Upload,
  WithdrawalInput,
  WithdrawalReceipt,
  WithdrawalTerms,
} from '@postlude/contract';
import { asksOf, type ClientAsks } from './asks-group.ts';
import type { CallOptions } from './call.ts';
import { type ClientClaims, claimsOf } from './claims-group.ts';
import { getOrder, type OrderAnswer, type OrderRequest } from './orders.ts';
import { type ClientCertificates, type ClientRecalls, certificatesOf, recallsOf } from './recalls-group.ts';
import {
  type ClientReferralOffers,
  type ClientReferrals,
  referralOffersOf,
  referralsOf,
} from './referrals-group.ts';
import {
  type ClientPassports,
  type ClientRegistrations,
  type ClientTransfers,
  passportsOf,
  registrationsOf,
  transfersOf,
} from './registrations-group.ts';
import { type ClientReturns, returnsOf } from './returns-group.ts';
import { type ClientReviews, reviewsOf } from './reviews-group.ts';
import { openSession } from './sessions.ts';
import { getParcelDelivery, type ParcelDelivery, type ParcelDeliveryRequest } from './shipments.ts';
import { getStore } from './store.ts';
import { createTransport, type TransportOptions } from './transport.ts';
import { createUpload, deleteUpload, type RemovedUpload, type UploadRequest } from './uploads.ts';
import { type DeclareOptions, declareWithdrawal, getWithdrawalTerms } from './withdrawals.ts';

/** How a client is made: a transport's options with the publishable key. */
export type ClientOptions = TransportOptions & { readonly store: string };

/** Every call a storefront can make, grouped. Each is the function of the same endpoint with its transport. */
export interface Client {
  readonly sessions: {
    /** `openSession`: by proof or by lookup. */
    open(request: SessionRequest, options?: CallOptions): Promise<Session>;
  };
  readonly orders: {
    /** `getOrder`: the order of a session, conditionally. */
    get(request: OrderRequest, options?: CallOptions): Promise<OrderAnswer>;
    /** `getParcelDelivery`: a parcel as schema.org JSON-LD. */
    parcelDelivery(request: ParcelDeliveryRequest, options?: CallOptions): Promise<ParcelDelivery>;
  };
  readonly uploads: {
    /** `createUpload`: a photo or a PDF of the shopper. */
    create(request: UploadRequest, options?: CallOptions): Promise<Upload>;
    /** `deleteUpload`: takes back one that was not used. */
    delete(request: RemovedUpload, options?: CallOptions): Promise<Upload>;
  };
  readonly withdrawals: {
    /** `getWithdrawalTerms`: whether the store offers the withdrawal function, and where its plain page is. */
    terms(options?: CallOptions): Promise<WithdrawalTerms>;
    /** `declareWithdrawal`: declares withdrawal from a contract, and is acknowledged at once. */
    declare(declared: WithdrawalInput, options?: DeclareOptions): Promise<WithdrawalReceipt>;
  };
  /** Sending back: what can be done, quotes, filing, and what becomes of it. */
  readonly returns: ClientReturns;
  /** Something is wrong: every door, claims, repairs and their quotes. */
  readonly claims: ClientClaims;
  /** Everything about each bought unit. */
  readonly passports: ClientPassports;
  /** Registering, here and elsewhere bought. */
  readonly registrations: ClientRegistrations;
  /** Handing an item to its next owner. */
  readonly transfers: ClientTransfers;
  /** Safety recalls of an order's items. */
  readonly recalls: ClientRecalls;
  /** What the shopper may be asked. */
  readonly asks: ClientAsks;
  /** Reviews: own ones with a session, and everybody's. */
  readonly reviews: ClientReviews;
  /** Recommending the shop. */
  readonly referrals: ClientReferrals;
  /** Being recommended to. */
  readonly referralOffers: ClientReferralOffers;
  /** Certificates of registrations. */
  readonly certificates: ClientCertificates;
  readonly store: {
    /** `getStore`: what anybody may know of the store. */
    get(options?: CallOptions): Promise<PublicStore>;
  };
}

/**
 * Makes a client with every call of a storefront. Where bytes count, import the functions you call instead
 * (`openSession(transport, …)`): a bundler leaves out the rest.
 *
 * @throws TypeError when the base address is not an http(s) address.
 * @example
 * ```ts
 * const client = createClient({ store: 'pk_…', baseUrl: 'https://postlude.example' });
 * const { token, order } = await client.sessions.open({ by: 'lookup', order: '1001', contact: 'mia@example.com' });
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options);
  return {
    sessions: { open: (request, call) => openSession(transport, request, call) },
    orders: {
      get: (request, call) => getOrder(transport, request, call),
      parcelDelivery: (request, call) => getParcelDelivery(transport, request, call),
    },
    uploads: {
      create: (request, call) => createUpload(transport, request, call),
      delete: (request, call) => deleteUpload(transport, request, call),
    },
    withdrawals: {
      terms: (call) => getWithdrawalTerms(transport, call),
      declare: (declared, call) => declareWithdrawal(transport, declared, call),
    },
    returns: returnsOf(transport),
    claims: claimsOf(transport),
    passports: passportsOf(transport),
    registrations: registrationsOf(transport),
    transfers: transfersOf(transport),
    recalls: recallsOf(transport),
    asks: asksOf(transport),
    reviews: reviewsOf(transport),
    referrals: referralsOf(transport),
    referralOffers: referralOffersOf(transport),
    certificates: certificatesOf(transport),
    store: { get: (call) => getStore(transport, call) },
  };
}
