import type { Access } from '@postlude/contract';
import { type EndpointName, endpoints } from '@postlude/contract/endpoints';
import { describe, expect, it } from 'vitest';
import * as main from './index.ts';
import * as staff from './staff.ts';

/** The names of the endpoints that are open to these callers. A file is opened by its address, not called. */
type OpenTo<A extends Access> = {
  [Name in EndpointName]: (typeof endpoints)[Name] extends { outputKind: 'bytes' }
    ? never
    : (typeof endpoints)[Name]['access'] extends A
      ? Name
      : never;
}[EndpointName];

type Storefront = OpenTo<'public' | 'publishable' | 'session'>;

const client = main.createClient({ store: 'pk_1', baseUrl: 'https://postlude.example' });
const staffClient = staff.createStaffClient({ secretKey: 'sk_1', baseUrl: 'https://postlude.example' });

// A row of the table without a method here, or a method without a row, does not compile.
const storefrontMethods = {
  getStore: client.store.get,
  openSession: client.sessions.open,
  getOrder: client.orders.get,
  getParcelDelivery: client.orders.parcelDelivery,
  createUpload: client.uploads.create,
  deleteUpload: client.uploads.delete,
  getWithdrawalTerms: client.withdrawals.terms,
  declareWithdrawal: client.withdrawals.declare,
  getReturnOptions: client.returns.options,
  quoteReturn: client.returns.quote,
  fileReturn: client.returns.file,
  listReturns: client.returns.list,
  getReturn: client.returns.get,
  changeReturn: client.returns.change,
  cancelReturn: client.returns.cancel,
  tellReturnParcel: client.returns.tellParcel,
  addReturnMessage: client.returns.addMessage,
  putReturnDraft: client.returns.putDraft,
  deleteReturnDraft: client.returns.deleteDraft,
  getClaimOptions: client.claims.options,
  answerFirstHelp: client.claims.answerFirstHelp,
  fileClaim: client.claims.file,
  getClaim: client.claims.get,
  cancelClaim: client.claims.cancel,
  answerRepairQuote: client.claims.answerQuote,
  tellClaimParcel: client.claims.tellParcel,
  addClaimMessage: client.claims.addMessage,
  listPassports: client.passports.list,
  getPassport: client.passports.get,
  registerItems: client.registrations.register,
  changeConsents: client.registrations.changeConsents,
  findProducts: client.registrations.findProducts,
  tellOutsidePurchase: client.registrations.tellOutsidePurchase,
  startTransfer: client.transfers.start,
  cancelTransfer: client.transfers.cancel,
  acceptTransfer: client.transfers.accept,
  getCurrentAsk: client.asks.current,
  respondToAsk: client.asks.respond,
  getReferralCard: client.referrals.card,
  joinReferrals: client.referrals.join,
  listReferrals: client.referrals.list,
  shareReferral: client.referrals.share,
  visitReferralOffer: client.referralOffers.visit,
  claimReferral: client.referralOffers.claim,
  getReferralClaim: client.referralOffers.get,
  getReviewForm: client.reviews.form,
  putReviewDrafts: client.reviews.putDrafts,
  sendReview: client.reviews.send,
  getReview: client.reviews.get,
  editReview: client.reviews.edit,
  withdrawReview: client.reviews.withdraw,
  listReviews: client.reviews.list,
  voteOnReview: client.reviews.vote,
  reportReview: client.reviews.report,
  listRecalls: client.recalls.list,
  answerRecall: client.recalls.answer,
  checkCertificate: client.certificates.check,
} satisfies Record<Storefront, unknown>;

const staffMethods = {
  createStaffUpload: staffClient.uploads.create,
  getStaffStore: staffClient.store.get,
  updateStaffStore: staffClient.store.update,
  getReturnPolicy: staffClient.returnPolicy.get,
  putReturnPolicy: staffClient.returnPolicy.put,
  listReturnPolicies: staffClient.returnPolicy.versions,
  getWarrantyPolicy: staffClient.warrantyPolicy.get,
  putWarrantyPolicy: staffClient.warrantyPolicy.put,
  listWarrantyPolicies: staffClient.warrantyPolicy.versions,
  getReviewPolicy: staffClient.reviewPolicy.get,
  putReviewPolicy: staffClient.reviewPolicy.put,
  listReviewPolicies: staffClient.reviewPolicy.versions,
  listAsks: staffClient.asks.list,
  getStaffAsk: staffClient.asks.explain,
  getAskFunnel: staffClient.asks.funnel,
  putSurveyAnswer: staffClient.surveyAnswers.put,
  putOrder: staffClient.orders.put,
  listOrders: staffClient.orders.list,
  getStaffOrder: staffClient.orders.get,
  putShipment: staffClient.shipments.put,
  addTracking: staffClient.shipments.addTracking,
  listTrackingEvents: staffClient.shipments.events,
  listMessages: staffClient.messages.list,
  replayMessage: staffClient.messages.replay,
  listUnknownStatuses: staffClient.unknownStatuses.list,
  createOutgoingWebhook: staffClient.outgoing.webhooks.create,
  listOutgoingWebhooks: staffClient.outgoing.webhooks.list,
  updateOutgoingWebhook: staffClient.outgoing.webhooks.update,
  deleteOutgoingWebhook: staffClient.outgoing.webhooks.delete,
  rotateOutgoingSecret: staffClient.outgoing.webhooks.rotate,
  listOutgoingEvents: staffClient.outgoing.events.list,
  replayOutgoingEvent: staffClient.outgoing.events.replay,
  listOutgoingDeliveries: staffClient.outgoing.deliveries.list,
  getOutgoingDelivery: staffClient.outgoing.deliveries.get,
  replayOutgoingDelivery: staffClient.outgoing.deliveries.replay,
  replayDeadDeliveries: staffClient.outgoing.deliveries.replayDead,
  putProduct: staffClient.products.put,
  listProducts: staffClient.products.list,
  deleteProduct: staffClient.products.delete,
  listWithdrawals: staffClient.withdrawals.list,
  settleWithdrawal: staffClient.withdrawals.settle,
  listStaffReturns: staffClient.returns.list,
  getStaffReturn: staffClient.returns.get,
  approveReturn: staffClient.returns.approve,
  declineReturn: staffClient.returns.decline,
  askAboutReturn: staffClient.returns.ask,
  receiveReturn: staffClient.returns.receive,
  inspectReturn: staffClient.returns.inspect,
  refundReturn: staffClient.returns.refund,
  closeReturn: staffClient.returns.close,
  undoReturnAction: staffClient.returns.undo,
  addStaffReturnMessage: staffClient.returns.addMessage,
  listStaffClaims: staffClient.claims.list,
  getStaffClaim: staffClient.claims.get,
  reviewClaim: staffClient.claims.review,
  askAboutClaim: staffClient.claims.ask,
  approveClaim: staffClient.claims.approve,
  declineClaim: staffClient.claims.decline,
  receiveDevice: staffClient.claims.receive,
  diagnoseDevice: staffClient.claims.diagnose,
  quoteRepair: staffClient.claims.quote,
  awaitParts: staffClient.claims.awaitParts,
  beginRepair: staffClient.claims.repair,
  testRepair: staffClient.claims.test,
  shipDevice: staffClient.claims.ship,
  finishClaim: staffClient.claims.finish,
  undoClaimAction: staffClient.claims.undo,
  addClaimCost: staffClient.claims.addCost,
  addStaffClaimMessage: staffClient.claims.addMessage,
  listDue: staffClient.claims.due,
  listFirstHelp: staffClient.claims.firstHelp,
  listRegistrations: staffClient.registrations.list,
  getRegistration: staffClient.registrations.get,
  getStaffPassport: staffClient.registrations.passport,
  listCoverMonths: staffClient.months.list,
  addCoverMonths: staffClient.months.add,
  voidCoverMonths: staffClient.months.void,
  approveRegistration: staffClient.registrations.approve,
  rejectRegistration: staffClient.registrations.reject,
  correctRegistration: staffClient.registrations.correct,
  voidRegistration: staffClient.registrations.void,
  undoRegistrationAction: staffClient.registrations.undo,
  importSerials: staffClient.serials.import,
  getSerialImport: staffClient.serials.get,
  importReviews: staffClient.reviewFiles.import,
  getReviewImport: staffClient.reviewFiles.get,
  undoReviewImport: staffClient.reviewFiles.undo,
  getReviewFeedReport: staffClient.reviewFiles.feed,
  listStaffReviews: staffClient.reviews.list,
  getStaffReview: staffClient.reviews.get,
  approveReview: staffClient.reviews.approve,
  rejectReview: staffClient.reviews.reject,
  hideReview: staffClient.reviews.hide,
  showReview: staffClient.reviews.show,
  featureReview: staffClient.reviews.feature,
  unfeatureReview: staffClient.reviews.unfeature,
  replyToReview: staffClient.reviews.reply,
  removeReviewReply: staffClient.reviews.removeReply,
  hideReviewMedia: staffClient.reviews.hideMedia,
  showReviewMedia: staffClient.reviews.showMedia,
  translateReview: staffClient.reviews.translate,
  undoReviewAction: staffClient.reviews.undo,
  getReviewStatistics: staffClient.reviews.statistics,
  listReviewReports: staffClient.reviews.reports,
  decideReviewReport: staffClient.reviews.decideReport,
  createReferralProgramme: staffClient.referralProgrammes.create,
  listReferralProgrammes: staffClient.referralProgrammes.list,
  putReferralProgramme: staffClient.referralProgrammes.put,
  listReferralProgrammeVersions: staffClient.referralProgrammes.versions,
  importCodes: staffClient.codes.import,
  getCodeImport: staffClient.codes.get,
  undoCodeImport: staffClient.codes.undo,
  listCodePools: staffClient.codes.pools,
  listStaffReferrals: staffClient.referrals.list,
  getStaffReferral: staffClient.referrals.get,
  approveReferral: staffClient.referrals.approve,
  refuseReferral: staffClient.referrals.refuse,
  voidReferral: staffClient.referrals.void,
  linkReferral: staffClient.referrals.link,
  getReferralFigures: staffClient.referrals.figures,
  listAdvocates: staffClient.advocates.list,
  blockAdvocate: staffClient.advocates.block,
  unblockAdvocate: staffClient.advocates.unblock,
  listLedger: staffClient.rewardLedger.list,
  listRewards: staffClient.rewards.list,
  resendReward: staffClient.rewards.resend,
  acknowledgeReward: staffClient.rewards.acknowledge,
  redeemReward: staffClient.rewards.redeem,
  previewRecall: staffClient.recalls.preview,
  publishRecall: staffClient.recalls.publish,
  listStaffRecalls: staffClient.recalls.list,
  getStaffRecall: staffClient.recalls.get,
  endRecall: staffClient.recalls.end,
} satisfies Record<OpenTo<'staff'>, unknown>;

// The functions are named after the endpoints too.
const storefrontFunctions: Record<Storefront, unknown> = main;
const staffFunctions: Record<OpenTo<'staff'>, unknown> = staff;

const namesOpenTo = (...access: Access[]) =>
  Object.entries(endpoints)
    .filter(([, endpoint]) => access.includes(endpoint.access) && !('outputKind' in endpoint))
    .map(([name]) => name)
    .sort();

describe('the client', () => {
  it('has a method and a function for every endpoint of a storefront', () => {
    const names = namesOpenTo('public', 'publishable', 'session');
    expect(Object.keys(storefrontMethods).sort()).toEqual(names);
    for (const name of names) expect(storefrontFunctions).toHaveProperty(name, expect.any(Function));
    for (const method of Object.values(storefrontMethods)) expect(method).toBeTypeOf('function');
  });

  it('has a method and a function for every endpoint of staff, in an entry of their own', () => {
    const names = namesOpenTo('staff');
    expect(Object.keys(staffMethods).sort()).toEqual(names);
    for (const name of names) {
      expect(staffFunctions).toHaveProperty(name, expect.any(Function));
      expect(main).not.toHaveProperty(name);
    }
    for (const method of Object.values(staffMethods)) expect(method).toBeTypeOf('function');
  });
});
