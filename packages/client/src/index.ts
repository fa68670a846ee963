export type { TransportAnswer } from './answer.ts';
export { type AsksOf, getCurrentAsk, respondToAsk } from './asks.ts';
export type { ClientAsks } from './asks-group.ts';
export type { Sleep } from './budget.ts';
export {
  type CallDetails,
  type CallOptions,
  type Conditional,
  call,
  callConditionally,
  type WireOf,
} from './call.ts';
export { checkCertificate } from './certificates.ts';
export {
  addClaimMessage,
  answerFirstHelp,
  answerRepairQuote,
  cancelClaim,
  fileClaim,
  tellClaimParcel,
} from './claim-writes.ts';
export { type ClaimAddress, type ClaimsOf, getClaim, getClaimOptions } from './claims.ts';
export type { ClientClaims } from './claims-group.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export * from './errors.ts';
export { getOrder, type OrderAnswer, type OrderRequest } from './orders.ts';
export { findProducts, tellOutsidePurchase } from './outside-purchases.ts';
export {
  editReview,
  getReview,
  getReviewForm,
  type OwnReviewAddress,
  putReviewDrafts,
  type ReviewsOf,
  sendReview,
  withdrawReview,
} from './own-reviews.ts';
export {
  getPassport,
  listPassports,
  type PassportAddress,
  type PassportsOf,
  type ReadPassports,
} from './passports.ts';
export {
  listReviews,
  type ReviewRef,
  type ReviewsWanted,
  reportReview,
  voteOnReview,
} from './public-reviews.ts';
export { answerRecall, listRecalls } from './recalls.ts';
export type { ClientCertificates, ClientRecalls } from './recalls-group.ts';
export { claimReferral, getReferralClaim, visitReferralOffer } from './referral-offers.ts';
export {
  getReferralCard,
  joinReferrals,
  listReferrals,
  type ReferralsOf,
  shareReferral,
} from './referrals.ts';
export type { ClientReferralOffers, ClientReferrals } from './referrals-group.ts';
export { changeConsents, registerItems } from './registrations.ts';
export type { ClientPassports, ClientRegistrations, ClientTransfers } from './registrations-group.ts';
export {
  addReturnMessage,
  cancelReturn,
  changeReturn,
  deleteReturnDraft,
  fileReturn,
  type OnceOptions,
  putReturnDraft,
  tellReturnParcel,
} from './return-writes.ts';
export {
  getReturn,
  getReturnOptions,
  listReturns,
  quoteReturn,
  type ReadAgain,
  type ReturnAddress,
  type ReturnsOf,
} from './returns.ts';
export type { ClientReturns } from './returns-group.ts';
export type { ClientReviews } from './reviews-group.ts';
export { openSession } from './sessions.ts';
export { getParcelDelivery, type ParcelDelivery, type ParcelDeliveryRequest } from './shipments.ts';
export { getStore } from './store.ts';
export { acceptTransfer, cancelTransfer, startTransfer } from './transfers.ts';
export {
  createTransport,
  type Transport,
  type TransportOptions,
  type TransportRequest,
} from './transport.ts';
export { createUpload, deleteUpload, type UploadRequest } from './uploads.ts';
export { type DeclareOptions, declareWithdrawal, getWithdrawalTerms } from './withdrawals.ts';
