// A file for each audience and resource: a bundle that calls one endpoint carries no other.

import {
  addClaimMessage,
  answerFirstHelp,
  answerRepairQuote,
  cancelClaim,
  fileClaim,
  getClaim,
  getClaimOptions,
  tellClaimParcel,
} from './endpoints/claims.ts';
import { getDocument } from './endpoints/documents.ts';
import { getOrder } from './endpoints/orders.ts';
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
} from './endpoints/passports.ts';
import { answerRecall, listRecalls } from './endpoints/recalls.ts';
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
} from './endpoints/returns.ts';
import { openSession } from './endpoints/sessions.ts';
import { getParcelDelivery } from './endpoints/shipments.ts';
import { deleteProduct, listProducts, putProduct } from './endpoints/staff-catalogue.ts';
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
} from './endpoints/staff-claims.ts';
import { listMessages, listUnknownStatuses, replayMessage } from './endpoints/staff-messages.ts';
import { getStaffOrder, listOrders, putOrder } from './endpoints/staff-orders.ts';
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
} from './endpoints/staff-outgoing.ts';
import { getReturnPolicy, listReturnPolicies, putReturnPolicy } from './endpoints/staff-policy.ts';
import {
  endRecall,
  getStaffRecall,
  listStaffRecalls,
  previewRecall,
  publishRecall,
} from './endpoints/staff-recalls.ts';
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
} from './endpoints/staff-registrations.ts';
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
} from './endpoints/staff-returns.ts';
import { addTracking, listTrackingEvents, putShipment } from './endpoints/staff-shipments.ts';
import { getStaffStore, updateStaffStore } from './endpoints/staff-store.ts';
import { createStaffUpload } from './endpoints/staff-uploads.ts';
import {
  getWarrantyPolicy,
  listWarrantyPolicies,
  putWarrantyPolicy,
} from './endpoints/staff-warranty-policy.ts';
import { listWithdrawals, settleWithdrawal } from './endpoints/staff-withdrawals.ts';
import { getStore } from './endpoints/store.ts';
import { createUpload, deleteUpload } from './endpoints/uploads.ts';
import { receiveWebhook } from './endpoints/webhooks.ts';
import { declareWithdrawal, getWithdrawalTerms } from './endpoints/withdrawals.ts';

export * from './endpoints/claims.ts';
export * from './endpoints/documents.ts';
export * from './endpoints/orders.ts';
export * from './endpoints/passports.ts';
export * from './endpoints/recalls.ts';
export * from './endpoints/returns.ts';
export * from './endpoints/sessions.ts';
export * from './endpoints/shipments.ts';
export * from './endpoints/staff-catalogue.ts';
export * from './endpoints/staff-claims.ts';
export * from './endpoints/staff-messages.ts';
export * from './endpoints/staff-orders.ts';
export * from './endpoints/staff-outgoing.ts';
export * from './endpoints/staff-policy.ts';
export * from './endpoints/staff-recalls.ts';
export * from './endpoints/staff-registrations.ts';
export * from './endpoints/staff-returns.ts';
export * from './endpoints/staff-shipments.ts';
export * from './endpoints/staff-store.ts';
export * from './endpoints/staff-uploads.ts';
export * from './endpoints/staff-warranty-policy.ts';
export * from './endpoints/staff-withdrawals.ts';
export * from './endpoints/store.ts';
export * from './endpoints/uploads.ts';
export * from './endpoints/webhooks.ts';
export * from './endpoints/withdrawals.ts';

/**
 * The rows by the files they are in, named so that no declaration has to spell out all of them at once (TS7056). A row of a file that is not in the
 * table is a type error, as is one of the table that is in no file.
 */
type Rows = typeof import('./endpoints/claims.ts') &
  typeof import('./endpoints/documents.ts') &
  typeof import('./endpoints/orders.ts') &
  typeof import('./endpoints/passports.ts') &
  typeof import('./endpoints/recalls.ts') &
  typeof import('./endpoints/returns.ts') &
  typeof import('./endpoints/sessions.ts') &
  typeof import('./endpoints/shipments.ts') &
  typeof import('./endpoints/staff-catalogue.ts') &
  typeof import('./endpoints/staff-claims.ts') &
  typeof import('./endpoints/staff-messages.ts') &
  typeof import('./endpoints/staff-orders.ts') &
  typeof import('./endpoints/staff-outgoing.ts') &
  typeof import('./endpoints/staff-policy.ts') &
  typeof import('./endpoints/staff-recalls.ts') &
  typeof import('./endpoints/staff-registrations.ts') &
  typeof import('./endpoints/staff-returns.ts') &
  typeof import('./endpoints/staff-shipments.ts') &
  typeof import('./endpoints/staff-store.ts') &
  typeof import('./endpoints/staff-uploads.ts') &
  typeof import('./endpoints/staff-warranty-policy.ts') &
  typeof import('./endpoints/staff-withdrawals.ts') &
  typeof import('./endpoints/store.ts') &
  typeof import('./endpoints/uploads.ts') &
  typeof import('./endpoints/webhooks.ts') &
  typeof import('./endpoints/withdrawals.ts');

/** The whole API. An endpoint that is not here does not exist. */
export const endpoints: Rows = {
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
  checkCertificate,
  getWithdrawalTerms,
  declareWithdrawal,
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
  listRegistrations,
  getRegistration,
  approveRegistration,
  rejectRegistration,
  correctRegistration,
  voidRegistration,
  undoRegistrationAction,
  getStaffPassport,
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

/** The name of an endpoint. */
export type EndpointName = keyof typeof endpoints;
