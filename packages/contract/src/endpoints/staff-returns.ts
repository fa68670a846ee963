import '../zod-setup.ts';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { idOf } from '../ids.ts';
import { pageOf } from '../pages.ts';
import type { ProblemCode } from '../problems.ts';
import { ReturnMessageInput } from '../returns.ts';
import {
  ApproveInput,
  AskInput,
  DeclineInput,
  PlainActionInput,
  ReceiveInput,
  RefundInput,
  ReturnsQuery,
  StaffReturn,
  StaffReturnSummary,
} from '../staff-returns.ts';

const ofReturn = z.strictObject({ returnId: idOf('return') });
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
  more: readonly ProblemCode[] = [],
) =>
  ({
    method: 'POST',
    path: `/v1/staff/returns/{returnId}/${name}`,
    access: 'staff',
    summary,
    description,
    params: ofReturn,
    body,
    output: StaffReturn,
    problems: [...problems, ...more],
  }) as const satisfies Endpoint;

/** Lists and searches returns. */
export const listStaffReturns = {
  method: 'GET',
  path: '/v1/staff/returns',
  access: 'staff',
  summary: 'List and search returns',
  description: 'Newest first, by status, route, number or e-mail.',
  query: ReturnsQuery,
  output: pageOf(StaffReturnSummary),
  problems: ['key_invalid'],
} as const satisfies Endpoint;

/** Reads a return with what decided it. */
export const getStaffReturn = {
  method: 'GET',
  path: '/v1/staff/returns/{returnId}',
  access: 'staff',
  summary: 'Read a return',
  description:
    'What the shopper sees, the decision as it was when it was filed, the audit, and what can be done now.',
  params: ofReturn,
  output: StaffReturn,
  problems: ['key_invalid', 'not_found'],
} as const satisfies Endpoint;

/** Approves a return. */
export const approveReturn = /* @__PURE__ */ action(
  'approve',
  ApproveInput,
  'Approve a return',
  'Makes the label where the method has one. Approving an approved one changes nothing.',
);

/** Declines a return. */
export const declineReturn = /* @__PURE__ */ action(
  'decline',
  DeclineInput,
  'Decline a return',
  'With a reason the shopper reads. `other` needs a note.',
);

/** Asks the shopper before deciding. */
export const askAboutReturn = /* @__PURE__ */ action(
  'ask',
  AskInput,
  'Ask the shopper',
  'The question stands on the shopper’s page until it is answered.',
);

/** Records what arrived. */
export const receiveReturn = /* @__PURE__ */ action(
  'receive',
  ReceiveInput,
  'Record what arrived',
  'Partial quantities, grade, photos, and whether it goes back into stock. Quantities are totals, so that telling twice changes nothing.',
  ['upload_unknown'],
);

/** Marks a return as inspected. */
export const inspectReturn = /* @__PURE__ */ action(
  'inspect',
  PlainActionInput,
  'Finish the inspection',
  'What was received is now counted for the refund.',
);

/** Settles a return. */
export const refundReturn = /* @__PURE__ */ action(
  'refund',
  RefundInput,
  'Settle a return',
  'Records refund, store credit and exchange for what arrived, and tells the platform through an outgoing webhook. Never more than was paid.',
);

/** Closes a return. */
export const closeReturn = /* @__PURE__ */ action(
  'close',
  PlainActionInput,
  'Close a return',
  'Nothing more is to be done.',
);

/** Takes back the last action. */
export const undoReturnAction = /* @__PURE__ */ action(
  'undo',
  PlainActionInput,
  'Take back the last action',
  'Where the world allows it: a refund that went out cannot be taken back.',
);

/** Writes to the shopper. */
export const addStaffReturnMessage = {
  method: 'POST',
  path: '/v1/staff/returns/{returnId}/messages',
  access: 'staff',
  summary: 'Write to the shopper about a return',
  description: 'Stands on the shopper’s page.',
  params: ofReturn,
  body: ReturnMessageInput,
  output: StaffReturn,
  status: 201,
  problems: ['key_invalid', 'not_found', 'upload_unknown'],
} as const satisfies Endpoint;
