import type { DueItem, EndpointInput, StaffClaim, StaffClaimSummary } from '@postlude/contract';
import type { EndpointName, endpoints } from '@postlude/contract/endpoints';
import type { CallOptions } from '../call.ts';
import type { Transport } from '../transport.ts';
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
  quoteRepair,
  receiveDevice,
  reviewClaim,
  shipDevice,
  testRepair,
  undoClaimAction,
} from './claim-actions.ts';
import { type ClaimQuery, getStaffClaim, listDue, listFirstHelp, listStaffClaims } from './claims.ts';
import { type List, listOf } from './lists.ts';
import type { WriteOptions } from './writes.ts';

/** An action on a claim; `input` may be left out where nothing has to be said. */
type Needed<E extends EndpointName> = (
  claimId: string,
  input: EndpointInput<(typeof endpoints)[E]> extends { body: infer Body } ? Body : never,
  options?: WriteOptions,
) => Promise<StaffClaim>;
type Plain<E extends EndpointName> = (
  claimId: string,
  input?: EndpointInput<(typeof endpoints)[E]> extends { body: infer Body } ? Body : never,
  options?: WriteOptions,
) => Promise<StaffClaim>;

/** `listStaffClaims`, newest first, and what is done with one claim. */
export interface StaffClaims extends List<StaffClaimSummary, ClaimQuery, CallOptions> {
  /** `getStaffClaim`. */
  get(claimId: string, options?: CallOptions): Promise<StaffClaim>;
  /** `reviewClaim`. */
  readonly review: Plain<'reviewClaim'>;
  /** `askAboutClaim`. */
  readonly ask: Needed<'askAboutClaim'>;
  /** `approveClaim`. */
  readonly approve: Plain<'approveClaim'>;
  /** `declineClaim`. */
  readonly decline: Needed<'declineClaim'>;
  /** `receiveDevice`. */
  readonly receive: Plain<'receiveDevice'>;
  /** `diagnoseDevice`. */
  readonly diagnose: Plain<'diagnoseDevice'>;
  /** `quoteRepair`. */
  readonly quote: Needed<'quoteRepair'>;
  /** `awaitParts`. */
  readonly awaitParts: Plain<'awaitParts'>;
  /** `beginRepair`. */
  readonly repair: Plain<'beginRepair'>;
  /** `testRepair`. */
  readonly test: Plain<'testRepair'>;
  /** `shipDevice`. */
  readonly ship: Needed<'shipDevice'>;
  /** `finishClaim`. */
  readonly finish: Needed<'finishClaim'>;
  /** `undoClaimAction`. */
  readonly undo: Plain<'undoClaimAction'>;
  /** `addClaimCost`. */
  readonly addCost: Needed<'addClaimCost'>;
  /** `addStaffClaimMessage`. */
  readonly addMessage: Needed<'addStaffClaimMessage'>;
  /** `listDue`: what waits for whom, registrations and returns too. */
  due(
    query?: { readonly waitsFor?: DueItem['waitsFor'] | undefined },
    options?: CallOptions,
  ): ReturnType<typeof listDue>;
  /** `listFirstHelp`: how often it helped. */
  firstHelp(options?: CallOptions): ReturnType<typeof listFirstHelp>;
}

/** The calls with their transport. */
export const staffClaimsOf = (transport: Transport): StaffClaims => ({
  ...listOf((query?: ClaimQuery, call?: CallOptions) => listStaffClaims(transport, query, call)),
  get: (claimId, call) => getStaffClaim(transport, claimId, call),
  review: (claimId, input, call) => reviewClaim(transport, claimId, input, call),
  ask: (claimId, input, call) => askAboutClaim(transport, claimId, input, call),
  approve: (claimId, input, call) => approveClaim(transport, claimId, input, call),
  decline: (claimId, input, call) => declineClaim(transport, claimId, input, call),
  receive: (claimId, input, call) => receiveDevice(transport, claimId, input, call),
  diagnose: (claimId, input, call) => diagnoseDevice(transport, claimId, input, call),
  quote: (claimId, input, call) => quoteRepair(transport, claimId, input, call),
  awaitParts: (claimId, input, call) => awaitParts(transport, claimId, input, call),
  repair: (claimId, input, call) => beginRepair(transport, claimId, input, call),
  test: (claimId, input, call) => testRepair(transport, claimId, input, call),
  ship: (claimId, input, call) => shipDevice(transport, claimId, input, call),
  finish: (claimId, input, call) => finishClaim(transport, claimId, input, call),
  undo: (claimId, input, call) => undoClaimAction(transport, claimId, input, call),
  addCost: (claimId, input, call) => addClaimCost(transport, claimId, input, call),
  addMessage: (claimId, input, call) => addStaffClaimMessage(transport, claimId, input, call),
  due: (query, call) => listDue(transport, query, call),
  firstHelp: (call) => listFirstHelp(transport, call),
});
