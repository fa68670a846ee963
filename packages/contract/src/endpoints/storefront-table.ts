import { getCurrentAsk, respondToAsk } from './asks.ts';
import {
  addClaimMessage,
  answerFirstHelp,
  answerRepairQuote,
  cancelClaim,
  fileClaim,
  getClaim,
  getClaimOptions,
  tellClaimParcel,
} from './claims.ts';
import { getDocument } from './documents.ts';
import { getOrder } from './orders.ts';
import {
  acceptTransfer,
  cancelTransfer,
  changeConsents,
  checkCertificate,
  findProducts,
  getPassport,
  listPassports,
  registerItems,
  startTransfer,
  tellOutsidePurchase,
} from './passports.ts';
import { getReviewMedia, listReviews, reportReview, voteOnReview } from './public-reviews.ts';
import { answerRecall, listRecalls } from './recalls.ts';
import { claimReferral, getReferralClaim, visitReferralOffer } from './referral-offers.ts';
import { getReferralCard, joinReferrals, listReferrals, shareReferral } from './referrals.ts';
import {
  addReturnMessage,
  cancelReturn,
  changeReturn,
  deleteReturnDraft,
  fileReturn,
  getReturn,
  getReturnOptions,
  listReturns,
  putReturnDraft,
  quoteReturn,
  tellReturnParcel,
} from './returns.ts';
import {
  editReview,
  getReview,
  getReviewForm,
  putReviewDrafts,
  sendReview,
  withdrawReview,
} from './reviews.ts';
import { openSession } from './sessions.ts';
import { getParcelDelivery } from './shipments.ts';
import { getStore } from './store.ts';
import { createUpload, deleteUpload } from './uploads.ts';
import { declareWithdrawal, getWithdrawalTerms } from './withdrawals.ts';

/**
 * The rows by the files they are in: no declaration has to spell out all of them at once (TS7056). A row of these files that is not in the
 * table is a type error.
 */
type Rows = typeof import('./asks.ts') &
  typeof import('./claims.ts') &
  typeof import('./documents.ts') &
  typeof import('./orders.ts') &
  typeof import('./passports.ts') &
  typeof import('./public-reviews.ts') &
  typeof import('./recalls.ts') &
  typeof import('./referral-offers.ts') &
  typeof import('./referrals.ts') &
  typeof import('./returns.ts') &
  typeof import('./reviews.ts') &
  typeof import('./sessions.ts') &
  typeof import('./shipments.ts') &
  typeof import('./store.ts') &
  typeof import('./uploads.ts') &
  typeof import('./withdrawals.ts');

/** The rows that storefronts call, and whoever has an address. */
export const storefrontEndpoints: Rows = {
  getStore,
  openSession,
  getOrder,
  getParcelDelivery,
  createUpload,
  deleteUpload,
  getDocument,
  getReturnOptions,
  quoteReturn,
  fileReturn,
  listReturns,
  getReturn,
  changeReturn,
  cancelReturn,
  tellReturnParcel,
  addReturnMessage,
  putReturnDraft,
  deleteReturnDraft,
  listPassports,
  getPassport,
  registerItems,
  changeConsents,
  findProducts,
  tellOutsidePurchase,
  startTransfer,
  cancelTransfer,
  acceptTransfer,
  getClaimOptions,
  answerFirstHelp,
  fileClaim,
  getClaim,
  cancelClaim,
  answerRepairQuote,
  tellClaimParcel,
  addClaimMessage,
  listRecalls,
  answerRecall,
  getCurrentAsk,
  respondToAsk,
  checkCertificate,
  getReviewForm,
  putReviewDrafts,
  sendReview,
  getReview,
  editReview,
  withdrawReview,
  listReviews,
  voteOnReview,
  reportReview,
  getReviewMedia,
  getReferralCard,
  joinReferrals,
  listReferrals,
  shareReferral,
  visitReferralOffer,
  claimReferral,
  getReferralClaim,
  getWithdrawalTerms,
  declareWithdrawal,
};
