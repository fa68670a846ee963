export type { CallOptions } from './call.ts';
export * from './errors.ts';
export {
  type AdvocateQuery,
  blockAdvocate,
  listAdvocates,
  type StaffAdvocates,
  unblockAdvocate,
} from './staff/advocates.ts';
export { type AskQuery, getAskFunnel, getStaffAsk, listAsks, type StaffAsks } from './staff/asks.ts';
export { deleteProduct, listProducts, type ProductQuery, putProduct } from './staff/catalogue.ts';
export {
  addClaimCost,
  addStaffClaimMessage,
  approveClaim,
  askAboutClaim,
  awaitParts,
  beginRepair,
  declineClaim,
  diagnoseDevice,
  finishClaim,
  quoteRepair,
  receiveDevice,
  reviewClaim,
  shipDevice,
  testRepair,
  undoClaimAction,
} from './staff/claim-actions.ts';
export {
  type ClaimQuery,
  getStaffClaim,
  listDue,
  listFirstHelp,
  listStaffClaims,
} from './staff/claims.ts';
export type { StaffClaims } from './staff/claims-group.ts';
export { createStaffClient, type StaffClient } from './staff/client.ts';
export {
  type CodeFile,
  getCodeImport,
  importCodes,
  listCodePools,
  type StaffCodes,
  undoCodeImport,
} from './staff/codes.ts';
export type { List, Page, PageQuery } from './staff/lists.ts';
export { listMessages, listUnknownStatuses, type MessageQuery, replayMessage } from './staff/messages.ts';
export {
  addCoverMonths,
  listCoverMonths,
  type StaffMonths,
  voidCoverMonths,
} from './staff/months.ts';
export { getStaffOrder, listOrders, type OrderQuery, putOrder } from './staff/orders.ts';
export {
  createOutgoingWebhook,
  deleteOutgoingWebhook,
  getOutgoingDelivery,
  listOutgoingDeliveries,
  listOutgoingEvents,
  listOutgoingWebhooks,
  type OutgoingDeliveryQuery,
  type OutgoingEventQuery,
  replayDeadDeliveries,
  replayOutgoingDelivery,
  replayOutgoingEvent,
  rotateOutgoingSecret,
  updateOutgoingWebhook,
} from './staff/outgoing.ts';
export type { StaffOutgoing } from './staff/outgoing-group.ts';
export { getReturnPolicy, listReturnPolicies, type PolicyOptions, putReturnPolicy } from './staff/policy.ts';
export {
  endRecall,
  getStaffRecall,
  listStaffRecalls,
  previewRecall,
  publishRecall,
  type StaffRecalls,
} from './staff/recalls.ts';
export {
  createReferralProgramme,
  listReferralProgrammes,
  listReferralProgrammeVersions,
  putReferralProgramme,
  type StaffProgrammes,
} from './staff/referral-programmes.ts';
export {
  approveReferral,
  type FiguresQuery,
  getReferralFigures,
  getStaffReferral,
  linkReferral,
  listStaffReferrals,
  type ReferralQuery,
  refuseReferral,
  type StaffReferrals,
  voidReferral,
} from './staff/referrals.ts';
export {
  approveRegistration,
  correctRegistration,
  getRegistration,
  getStaffPassport,
  listRegistrations,
  type RegistrationQuery,
  rejectRegistration,
  undoRegistrationAction,
  voidRegistration,
} from './staff/registrations.ts';
export type { StaffRegistrations } from './staff/registrations-group.ts';
export {
  addStaffReturnMessage,
  approveReturn,
  askAboutReturn,
  closeReturn,
  declineReturn,
  getStaffReturn,
  inspectReturn,
  listStaffReturns,
  type ReturnQuery,
  receiveReturn,
  refundReturn,
  undoReturnAction,
} from './staff/returns.ts';
export type { StaffReturns } from './staff/returns-group.ts';
export {
  approveReview,
  featureReview,
  hideReview,
  hideReviewMedia,
  rejectReview,
  removeReviewReply,
  replyToReview,
  showReview,
  showReviewMedia,
  translateReview,
  undoReviewAction,
  unfeatureReview,
} from './staff/review-actions.ts';
export {
  getReviewFeedReport,
  getReviewImport,
  importReviews,
  type ReviewFile,
  type StaffReviewFiles,
  undoReviewImport,
} from './staff/review-files.ts';
export { getReviewPolicy, listReviewPolicies, putReviewPolicy } from './staff/review-policy.ts';
export {
  decideReviewReport,
  getReviewStatistics,
  getStaffReview,
  listReviewReports,
  listStaffReviews,
  type ReviewReportQuery,
  type StaffReviewQuery,
} from './staff/reviews.ts';
export type { StaffReviews } from './staff/reviews-group.ts';
export {
  acknowledgeReward,
  type LedgerListQuery,
  listLedger,
  listRewards,
  type RewardQuery,
  redeemReward,
  resendReward,
  type StaffRewards,
} from './staff/rewards.ts';
export {
  getSerialImport,
  importSerials,
  type SerialList,
  type StaffSerials,
} from './staff/serials.ts';
export {
  addTracking,
  listTrackingEvents,
  putShipment,
  type RecordedEvent,
  type ShipmentAddress,
} from './staff/shipments.ts';
export { getStaffStore, updateStaffStore } from './staff/store.ts';
export { putSurveyAnswer } from './staff/survey-answers.ts';
export { createStaffTransport, type StaffOptions } from './staff/transport.ts';
export { createStaffUpload, type StaffUploadRequest } from './staff/uploads.ts';
export { getWarrantyPolicy, listWarrantyPolicies, putWarrantyPolicy } from './staff/warranty-policy.ts';
export { listWithdrawals, settleWithdrawal, type WithdrawalQuery } from './staff/withdrawals.ts';
export type { WriteOptions } from './staff/writes.ts';
