import {
  getAskFunnel,
  getReviewPolicy,
  getStaffAsk,
  listAsks,
  listReviewPolicies,
  putReviewPolicy,
} from './staff-asks.ts';
import { deleteProduct, listProducts, putProduct } from './staff-catalogue.ts';
import {
  addClaimCost,
  addStaffClaimMessage,
  approveClaim,
  askAboutClaim,
  awaitParts,
  beginRepair,
  declineClaim,
  diagnoseDevice,
  finishClaim,
  getStaffClaim,
  listDue,
  listFirstHelp,
  listStaffClaims,
  quoteRepair,
  receiveDevice,
  reviewClaim,
  shipDevice,
  testRepair,
  undoClaimAction,
} from './staff-claims.ts';
import { listMessages, listUnknownStatuses, replayMessage } from './staff-messages.ts';
import { addCoverMonths, listCoverMonths, voidCoverMonths } from './staff-months.ts';
import { getStaffOrder, listOrders, putOrder } from './staff-orders.ts';
import {
  createOutgoingWebhook,
  deleteOutgoingWebhook,
  getOutgoingDelivery,
  listOutgoingDeliveries,
  listOutgoingEvents,
  listOutgoingWebhooks,
  replayDeadDeliveries,
  replayOutgoingDelivery,
  replayOutgoingEvent,
  rotateOutgoingSecret,
  updateOutgoingWebhook,
} from './staff-outgoing.ts';
import { getReturnPolicy, listReturnPolicies, putReturnPolicy } from './staff-policy.ts';
import {
  endRecall,
  getStaffRecall,
  listStaffRecalls,
  previewRecall,
  publishRecall,
} from './staff-recalls.ts';
import { staffReferralEndpoints } from './staff-referral-table.ts';
import {
  approveRegistration,
  correctRegistration,
  getRegistration,
  getSerialImport,
  getStaffPassport,
  importSerials,
  listRegistrations,
  rejectRegistration,
  undoRegistrationAction,
  voidRegistration,
} from './staff-registrations.ts';
import {
  addStaffReturnMessage,
  approveReturn,
  askAboutReturn,
  closeReturn,
  declineReturn,
  getStaffReturn,
  inspectReturn,
  listStaffReturns,
  receiveReturn,
  refundReturn,
  undoReturnAction,
} from './staff-returns.ts';
import {
  exportReviews,
  getReviewFeedReport,
  getReviewImport,
  importReviews,
  undoReviewImport,
} from './staff-review-files.ts';
import {
  approveReview,
  decideReviewReport,
  featureReview,
  getReviewStatistics,
  getStaffReview,
  hideReview,
  hideReviewMedia,
  listReviewReports,
  listStaffReviews,
  rejectReview,
  removeReviewReply,
  replyToReview,
  showReview,
  showReviewMedia,
  translateReview,
  undoReviewAction,
  unfeatureReview,
} from './staff-reviews.ts';
import { addTracking, listTrackingEvents, putShipment } from './staff-shipments.ts';
import { getStaffStore, updateStaffStore } from './staff-store.ts';
import { putSurveyAnswer } from './staff-survey-answers.ts';
import { createStaffUpload } from './staff-uploads.ts';
import { getWarrantyPolicy, listWarrantyPolicies, putWarrantyPolicy } from './staff-warranty-policy.ts';
import { listWithdrawals, settleWithdrawal } from './staff-withdrawals.ts';
import { receiveWebhook } from './webhooks.ts';

/**
 * The rows by the files they are in: no declaration has to spell out all of them at once (TS7056). A row of these files that is not in the
 * table is a type error.
 */
type Rows = typeof import('./staff-asks.ts') &
  typeof import('./staff-catalogue.ts') &
  typeof import('./staff-claims.ts') &
  typeof import('./staff-messages.ts') &
  typeof import('./staff-months.ts') &
  typeof import('./staff-orders.ts') &
  typeof import('./staff-outgoing.ts') &
  typeof import('./staff-policy.ts') &
  typeof import('./staff-recalls.ts') &
  typeof import('./staff-registrations.ts') &
  typeof staffReferralEndpoints &
  typeof import('./staff-returns.ts') &
  typeof import('./staff-review-files.ts') &
  typeof import('./staff-reviews.ts') &
  typeof import('./staff-shipments.ts') &
  typeof import('./staff-store.ts') &
  typeof import('./staff-survey-answers.ts') &
  typeof import('./staff-uploads.ts') &
  typeof import('./staff-warranty-policy.ts') &
  typeof import('./staff-withdrawals.ts') &
  typeof import('./webhooks.ts');

/** The rows that a shop’s own systems call, and its providers. */
export const staffEndpoints: Rows = {
  createStaffUpload,
  getStaffStore,
  updateStaffStore,
  putOrder,
  listOrders,
  getStaffOrder,
  putShipment,
  addTracking,
  listTrackingEvents,
  listMessages,
  replayMessage,
  listUnknownStatuses,
  putProduct,
  listProducts,
  deleteProduct,
  getReturnPolicy,
  putReturnPolicy,
  listReturnPolicies,
  getWarrantyPolicy,
  putWarrantyPolicy,
  listWarrantyPolicies,
  getReviewPolicy,
  putReviewPolicy,
  listReviewPolicies,
  listAsks,
  getStaffAsk,
  getAskFunnel,
  putSurveyAnswer,
  listRegistrations,
  getRegistration,
  approveRegistration,
  rejectRegistration,
  correctRegistration,
  voidRegistration,
  undoRegistrationAction,
  getStaffPassport,
  listCoverMonths,
  addCoverMonths,
  voidCoverMonths,
  listStaffReturns,
  getStaffReturn,
  approveReturn,
  declineReturn,
  askAboutReturn,
  receiveReturn,
  inspectReturn,
  refundReturn,
  closeReturn,
  undoReturnAction,
  addStaffReturnMessage,
  listStaffClaims,
  getStaffClaim,
  reviewClaim,
  askAboutClaim,
  approveClaim,
  declineClaim,
  receiveDevice,
  diagnoseDevice,
  quoteRepair,
  awaitParts,
  beginRepair,
  testRepair,
  shipDevice,
  finishClaim,
  undoClaimAction,
  addClaimCost,
  addStaffClaimMessage,
  listDue,
  listFirstHelp,
  importSerials,
  getSerialImport,
  importReviews,
  getReviewImport,
  undoReviewImport,
  exportReviews,
  getReviewFeedReport,
  listStaffReviews,
  getStaffReview,
  approveReview,
  rejectReview,
  hideReview,
  showReview,
  featureReview,
  unfeatureReview,
  replyToReview,
  removeReviewReply,
  hideReviewMedia,
  showReviewMedia,
  translateReview,
  undoReviewAction,
  getReviewStatistics,
  listReviewReports,
  decideReviewReport,
  ...staffReferralEndpoints,
  previewRecall,
  publishRecall,
  listStaffRecalls,
  getStaffRecall,
  endRecall,
  listWithdrawals,
  settleWithdrawal,
  createOutgoingWebhook,
  listOutgoingWebhooks,
  updateOutgoingWebhook,
  deleteOutgoingWebhook,
  rotateOutgoingSecret,
  listOutgoingEvents,
  replayOutgoingEvent,
  listOutgoingDeliveries,
  getOutgoingDelivery,
  replayOutgoingDelivery,
  replayDeadDeliveries,
  receiveWebhook,
};
