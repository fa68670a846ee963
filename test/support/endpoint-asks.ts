import { type EndpointName, endpoints } from '@postlude/contract/endpoints';
import { programmeToBegin } from '../../packages/server/src/referrals/programme/defaults.ts';
import { newId } from '../../packages/server/src/secrets/ids.ts';
import type { RawAnswer, RawCall } from './raw-call.ts';

/** The endpoints of an access. */
type Names<Access extends string> = {
  [Name in EndpointName]: (typeof endpoints)[Name] extends { access: Access } ? Name : never;
}[EndpointName];

/** What belongs to somebody. */
export interface Belongings {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly returnId: string;
  readonly uploadId: string;
  readonly messageId: string;
  readonly withdrawalId: string;
  readonly outgoingWebhookId: string;
  readonly eventId: string;
  readonly deliveryId: string;
  readonly returnItemId: string;
  readonly externalId: string;
  readonly passportId: string;
  readonly registrationId: string;
  readonly importId: string;
  readonly claimId: string;
  readonly addedMonthsId: string;
  readonly recallId: string;
  readonly askId: string;
  readonly reviewId: string;
  readonly reportId: string;
  readonly programmeId: string;
  readonly rewardId: string;
  readonly referralId: string;
  readonly advocateId: string;
}

/** How an endpoint is called about what belongs to somebody; null where it is about nothing but the caller's own. */
export type Ask = { readonly json?: object; readonly body?: string; readonly query?: string } | null;

const draft = { step: 'items', items: [] };
const filing = (mine: Belongings) => ({
  route: 'return',
  items: [
    {
      lineId: newId('line'),
      shipmentId: mine.shipmentId,
      quantity: 1,
      reason: 'changed_my_mind',
      resolution: 'refund',
    },
  ],
  method: { id: 'own' },
});

const consents = { safety: true, marketing: true };
const claim = {
  route: 'warranty',
  symptom: null,
  description: 'It is mine.',
  since: '2026-11-20',
  resolution: 'repair',
};
const someEuros = { amount: 100, currency: 'EUR' };
const repair = {
  repairer: { name: 'Mine', address: 'Here', phone: null, email: 'mine@example.org' },
  defect: 'None',
  work: 'None',
  price: someEuros,
  priceKind: 'fixed',
  days: 1,
  handOver: 'Here',
};

/** Every endpoint of a session. A new one that is not here does not compile. */
export const sessionAsks: Record<Names<'session'>, (mine: Belongings) => Ask> = {
  getOrder: () => ({}),
  getParcelDelivery: () => ({}),
  // Goes to the order of the session, and names no other.
  createUpload: () => null,
  deleteUpload: () => ({}),
  getReturnOptions: () => ({}),
  quoteReturn: (mine) => ({ json: { route: 'return', items: [{ ...filing(mine).items[0], reason: null }] } }),
  fileReturn: (mine) => ({ json: filing(mine) }),
  listReturns: () => ({}),
  getReturn: () => ({}),
  changeReturn: (mine) => ({ json: filing(mine) }),
  cancelReturn: () => ({}),
  tellReturnParcel: () => ({ json: { trackingNumber: 'MINE-NOW' } }),
  addReturnMessage: () => ({ json: { text: 'Send it to me instead.' } }),
  putReturnDraft: () => ({ json: draft }),
  deleteReturnDraft: () => ({}),
  listPassports: () => ({}),
  getPassport: () => ({}),
  registerItems: ({ passportId }) => ({ json: { items: [{ passportId }], consents } }),
  changeConsents: () => ({ json: { consents } }),
  startTransfer: () => ({}),
  cancelTransfer: () => ({}),
  getClaimOptions: () => ({}),
  answerFirstHelp: () => ({ json: { symptom: 'broken', helped: true } }),
  fileClaim: () => ({ json: claim }),
  getClaim: () => ({}),
  cancelClaim: () => ({}),
  answerRepairQuote: () => ({ json: { quoteId: newId('repairQuote'), accept: true } }),
  tellClaimParcel: () => ({ json: { trackingNumber: 'MINE-NOW' } }),
  addClaimMessage: () => ({ json: { text: 'Send it to me instead.' } }),
  listRecalls: () => ({}),
  answerRecall: () => ({ json: {} }),
  getReviewForm: () => ({}),
  putReviewDrafts: () => ({ json: { drafts: {} } }),
  sendReview: () => ({ json: { lineId: null, content: { stars: 1, name: null } } }),
  getReview: () => ({}),
  editReview: () => ({ json: { stars: 1, name: null } }),
  withdrawReview: () => ({}),
  getReferralCard: () => ({}),
  joinReferrals: ({ programmeId }) => ({ json: { programmeId, name: 'Eve' } }),
  listReferrals: () => ({}),
  shareReferral: () => ({ json: { channel: 'qr' } }),
  getCurrentAsk: () => ({}),
  respondToAsk: ({ askId }) => ({ json: { askIds: [askId], response: 'dismissed' } }),
};

/** Every endpoint of staff; null for those that name nothing that is already there. */
export const staffAsks: Record<Names<'staff'>, (mine: Belongings) => Ask> = {
  createStaffUpload: ({ orderId }) => ({ body: 'x', query: `?order=${orderId}&purpose=message` }),
  getStaffStore: () => null,
  updateStaffStore: () => null,
  // A shop's own ids are its own: the same id in another store is another order, another product.
  putOrder: () => null,
  putProduct: () => null,
  listProducts: () => null,
  deleteProduct: () => null,
  listOrders: () => null,
  getStaffOrder: () => ({}),
  putShipment: () => ({ json: { items: [] } }),
  addTracking: () => ({ json: { events: [{ at: '2026-11-23T10:00:00Z', status: 'delivered' }] } }),
  listTrackingEvents: () => ({}),
  listMessages: () => null,
  replayMessage: () => ({}),
  listUnknownStatuses: () => null,
  getReturnPolicy: () => null,
  putReturnPolicy: () => null,
  listReturnPolicies: () => null,
  listStaffReturns: () => null,
  getStaffReturn: () => ({}),
  approveReturn: () => ({ json: {} }),
  declineReturn: () => ({ json: { code: 'window_ended' } }),
  askAboutReturn: () => ({ json: { text: 'Why?' } }),
  receiveReturn: ({ returnItemId }) => ({ json: { items: [{ returnItemId, quantity: 1 }] } }),
  inspectReturn: () => ({ json: {} }),
  refundReturn: () => ({ json: {} }),
  closeReturn: () => ({ json: {} }),
  undoReturnAction: () => ({ json: {} }),
  addStaffReturnMessage: () => ({ json: { text: 'Hello' } }),
  getWarrantyPolicy: () => null,
  putWarrantyPolicy: () => null,
  listWarrantyPolicies: () => null,
  getReviewPolicy: () => null,
  putReviewPolicy: () => null,
  listReviewPolicies: () => null,
  listAsks: () => null,
  getStaffAsk: () => ({}),
  getAskFunnel: () => null,
  putSurveyAnswer: ({ orderId }) => ({ json: { orderId, measure: 'nps', score: 9 } }),
  listRegistrations: () => null,
  getRegistration: () => ({}),
  approveRegistration: () => ({ json: {} }),
  rejectRegistration: () => ({ json: { code: 'duplicate' } }),
  correctRegistration: () => ({ json: { serial: 'MINE-NOW' } }),
  voidRegistration: () => ({ json: { code: 'duplicate' } }),
  undoRegistrationAction: () => ({ json: {} }),
  getStaffPassport: () => ({}),
  listCoverMonths: () => ({}),
  addCoverMonths: () => ({ json: { months: 6, reason: 'Mine' } }),
  voidCoverMonths: () => ({ json: {} }),
  importSerials: () => null,
  getSerialImport: () => ({}),
  importReviews: () => null,
  getReviewImport: () => ({}),
  undoReviewImport: () => ({ json: {} }),
  exportReviews: () => null,
  getReviewFeedReport: () => null,
  listStaffClaims: () => null,
  getStaffClaim: () => ({}),
  reviewClaim: () => ({ json: {} }),
  askAboutClaim: () => ({ json: { text: 'Why?' } }),
  approveClaim: () => ({ json: {} }),
  declineClaim: () => ({ json: { code: 'not_covered' } }),
  receiveDevice: () => ({ json: {} }),
  diagnoseDevice: () => ({ json: {} }),
  quoteRepair: () => ({ json: repair }),
  awaitParts: () => ({ json: {} }),
  beginRepair: () => ({ json: {} }),
  testRepair: () => ({ json: {} }),
  shipDevice: () => ({ json: { carrier: null, trackingNumber: null } }),
  finishClaim: () => ({ json: { outcome: 'repaired' } }),
  undoClaimAction: () => ({ json: {} }),
  addClaimCost: () => ({ json: { kind: 'other', price: someEuros } }),
  addStaffClaimMessage: () => ({ json: { text: 'Hello' } }),
  // Lists and counts over the caller's own store.
  listDue: () => null,
  listFirstHelp: () => null,
  listStaffReviews: () => null,
  getStaffReview: () => ({}),
  approveReview: () => ({ json: {} }),
  rejectReview: () => ({ json: { reason: 'spam' } }),
  hideReview: () => ({ json: { reason: 'spam' } }),
  showReview: () => ({ json: {} }),
  featureReview: () => ({ json: {} }),
  unfeatureReview: () => ({ json: {} }),
  replyToReview: () => ({ json: { text: 'Mine.' } }),
  removeReviewReply: () => ({ json: {} }),
  hideReviewMedia: ({ uploadId }) => ({ json: { uploadId } }),
  showReviewMedia: ({ uploadId }) => ({ json: { uploadId } }),
  translateReview: () => ({ json: { locale: 'de', title: null, text: 'Mine.' } }),
  undoReviewAction: () => ({ json: {} }),
  getReviewStatistics: () => null,
  listReviewReports: () => null,
  decideReviewReport: () => ({ json: { outcome: 'kept' } }),
  createReferralProgramme: () => null,
  listReferralProgrammes: () => null,
  putReferralProgramme: () => ({ json: programmeToBegin('EUR', 'https://thief.example/') }),
  listReferralProgrammeVersions: () => ({}),
  importCodes: ({ programmeId }) => ({ body: 'code\nMINE', query: `?programme=${programmeId}&side=friend` }),
  getCodeImport: () => ({}),
  undoCodeImport: () => ({ json: {} }),
  listCodePools: () => null,
  exportReferrals: () => null,
  listStaffReferrals: () => null,
  getStaffReferral: () => ({}),
  approveReferral: () => ({ json: { by: 'Me' } }),
  refuseReferral: () => ({ json: { by: 'Me' } }),
  voidReferral: () => ({ json: { by: 'Me' } }),
  linkReferral: ({ advocateId, orderId }) => ({ json: { by: 'Me', advocateId, orderId } }),
  listAdvocates: () => null,
  blockAdvocate: () => ({ json: { by: 'Me' } }),
  unblockAdvocate: () => ({ json: { by: 'Me' } }),
  listLedger: () => null,
  getReferralFigures: () => null,
  listRewards: () => null,
  resendReward: () => ({ json: { by: 'Me' } }),
  acknowledgeReward: () => ({ json: { code: 'MINE' } }),
  redeemReward: () => ({ json: {} }),
  previewRecall: () => null,
  publishRecall: () => null,
  listStaffRecalls: () => null,
  getStaffRecall: () => ({}),
  endRecall: () => ({}),
  listWithdrawals: () => null,
  settleWithdrawal: () => ({}),
  createOutgoingWebhook: () => null,
  listOutgoingWebhooks: () => null,
  updateOutgoingWebhook: () => ({ json: { url: 'https://thief.example/' } }),
  deleteOutgoingWebhook: () => ({}),
  rotateOutgoingSecret: () => ({ json: {} }),
  listOutgoingEvents: () => null,
  replayOutgoingEvent: () => ({}),
  listOutgoingDeliveries: () => null,
  getOutgoingDelivery: () => ({}),
  replayOutgoingDelivery: () => ({}),
  replayDeadDeliveries: () => null,
};

/** Calls an endpoint about what belongs to somebody, with a key. */
export function call(
  raw: RawCall,
  name: EndpointName,
  key: string,
  mine: Belongings,
  ask: NonNullable<Ask>,
): Promise<RawAnswer> {
  const { method, path } = endpoints[name];
  const filled = path.replace(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(mine[param as keyof Belongings] ?? ''),
  );
  const { json, body, query = '' } = ask;
  return raw(method, filled + query, { key, ...(json ? { json } : {}), ...(body ? { body } : {}) });
}

/** The endpoints that are about what belongs to somebody, and how they are called. */
export const asksOf = <Name extends EndpointName>(
  asks: Record<Name, (mine: Belongings) => Ask>,
  mine: Belongings,
) =>
  (Object.keys(asks) as Name[]).flatMap((name) => {
    const ask = asks[name](mine);
    return ask === null ? [] : [{ name, ask }];
  });

/** Every endpoint of an access, by name. */
export const rowsOf = (access: string) =>
  (Object.keys(endpoints) as EndpointName[]).filter((name) => endpoints[name].access === access).sort();
