import '../zod-setup.ts';
import * as z from 'zod/mini';
import { ClaimMessageInput } from '../claims.ts';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf } from '../pages.ts';
import type { ProblemCode } from '../problems.ts';
import {
  ClaimAskInput,
  ClaimCostInput,
  ClaimDeclineInput,
  ClaimsQuery,
  DueItem,
  FinishInput,
  PlainClaimAction,
  RepairQuoteInput,
  ShipBackInput,
  StaffClaim,
  StaffClaimSummary,
} from '../staff-claims.ts';

const ofClaim = z.strictObject({ claimId: idOf('claim') });
const problems = [
  'key_invalid',
  'not_found',
  'action_not_possible',
] as const satisfies readonly ProblemCode[];

const action = <Name extends string, Body extends z.ZodMiniType>(
  name: Name,
  body: Body,
  summary: string,
  description: string,
) =>
  ({
    method: 'POST',
    path: `/v1/staff/claims/{claimId}/${name}`,
    access: 'staff',
    summary,
    description,
    params: ofClaim,
    body,
    output: StaffClaim,
    problems,
  }) as const satisfies Endpoint;

/** Lists and searches claims. */
export const listStaffClaims = {
  method: 'GET',
  path: '/v1/staff/claims',
  access: 'staff',
  summary: 'List and search claims',
  description: 'Newest first, by status, number, serial number or e-mail.',
  query: ClaimsQuery,
  output: pageOf(StaffClaimSummary),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a claim with what decided it. */
export const getStaffClaim = {
  method: 'GET',
  path: '/v1/staff/claims/{claimId}',
  access: 'staff',
  summary: 'Read a claim',
  description: 'What the shopper sees, all quotes, costs, the audit, and what can be done now.',
  params: ofClaim,
  output: StaffClaim,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Begins to look at a claim. */
export const reviewClaim = /* @__PURE__ */ action(
  'review',
  PlainClaimAction,
  'Begin to look at a claim',
  'The shopper sees that somebody does.',
);
/** Asks the shopper. */
export const askAboutClaim = /* @__PURE__ */ action(
  'ask',
  ClaimAskInput,
  'Ask the shopper',
  'The question stands on the shopper’s page until it is answered; the answer brings the claim back to where it was.',
);
/** Approves a claim. */
export const approveClaim = /* @__PURE__ */ action(
  'approve',
  PlainClaimAction,
  'Approve a claim',
  'Where the device is sent in, the shopper gets address and packing slip.',
);
/** Declines a claim. */
export const declineClaim = /* @__PURE__ */ action(
  'decline',
  ClaimDeclineInput,
  'Decline a claim',
  'With a reason the shopper reads, beside what is still possible.',
);
/** Records that the device arrived. */
export const receiveDevice = /* @__PURE__ */ action(
  'receive',
  PlainClaimAction,
  'Record that the device arrived',
  'Also when no parcel was told.',
);
/** Begins the diagnosis. */
export const diagnoseDevice = /* @__PURE__ */ action(
  'diagnose',
  PlainClaimAction,
  'Begin the diagnosis',
  'The shopper sees it.',
);
/** Makes a quote. */
export const quoteRepair = /* @__PURE__ */ action(
  'quote',
  RepairQuoteInput,
  'Make a quote',
  'What the European Repair Information Form asks; the shopper accepts or declines it on the page. A new quote takes the place of an open one.',
);
/** Waits for parts. */
export const awaitParts = /* @__PURE__ */ action(
  'await_parts',
  PlainClaimAction,
  'Wait for parts',
  'With the day they are expected, where it is known.',
);
/** Begins the repair. */
export const beginRepair = /* @__PURE__ */ action(
  'repair',
  PlainClaimAction,
  'Begin the repair',
  'Not before an open quote is accepted.',
);
/** Records the test. */
export const testRepair = /* @__PURE__ */ action(
  'test',
  PlainClaimAction,
  'Record that the repair was tested',
  'The device is ready.',
);
/** Sends the device back. */
export const shipDevice = /* @__PURE__ */ action(
  'ship',
  ShipBackInput,
  'Send the device back',
  'With its parcel, which is tracked like a delivery.',
);
/** Ends a claim. */
export const finishClaim = /* @__PURE__ */ action(
  'finish',
  FinishInput,
  'End a claim',
  'With what was done. A repair makes the legal guarantee longer where the law says so, and counts as a benefit of a plan.',
);
/** Takes back the last action. */
export const undoClaimAction = /* @__PURE__ */ action(
  'undo',
  PlainClaimAction,
  'Take back the last action',
  'Not what a shopper answered, and not an end that was told long ago.',
);
/** Adds a cost. */
export const addClaimCost = /* @__PURE__ */ action(
  'costs',
  ClaimCostInput,
  'Note what a claim cost',
  'Seen by staff only.',
);

/** Writes to the shopper. */
export const addStaffClaimMessage = {
  method: 'POST',
  path: '/v1/staff/claims/{claimId}/messages',
  access: 'staff',
  summary: 'Write to the shopper about a claim',
  description: 'Stands on the shopper’s page.',
  params: ofClaim,
  body: ClaimMessageInput,
  output: StaffClaim,
  status: 201,
  problems: ['key_invalid', 'not_found', 'upload_unknown'],
} as const satisfies Endpoint;

/** Lists what waits for whom. */
export const listDue = {
  method: 'GET',
  path: '/v1/staff/due',
  access: 'staff',
  summary: 'List what waits for whom, and since when',
  description: 'Registrations, claims and returns that are open, the longest waiting first; at most 500.',
  query: z.strictObject({ waitsFor: z.optional(z.enum(['store', 'shopper', 'carrier', 'parts'])) }),
  output: z.object({ items: z.array(DueItem) }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Lists how first help fares. */
export const listFirstHelp = {
  method: 'GET',
  path: '/v1/staff/first-help',
  access: 'staff',
  summary: 'Read how often first help helped',
  description: 'By symptom.',
  output: z.object({
    items: z.array(z.object({ symptom: z.string(), helped: z.int(), notHelped: z.int() })),
  }),
  problems: ['key_invalid'],
} as const satisfies Endpoint;
