import type { EndpointInput, StaffReturn, StaffReturnSummary } from '@postlude/contract';
import type { EndpointName, endpoints } from '@postlude/contract/endpoints';
import type { CallOptions } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf } from './lists.ts';
import {
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
} from './returns.ts';
import type { WriteOptions } from './writes.ts';

/** An action on a return; `input` may be left out where nothing has to be said. */
type Needed<E extends EndpointName> = (
  returnId: string,
  input: EndpointInput<(typeof endpoints)[E]> extends { body: infer Body } ? Body : never,
  options?: WriteOptions,
) => Promise<StaffReturn>;
type Plain<E extends EndpointName> = (
  returnId: string,
  input?: EndpointInput<(typeof endpoints)[E]> extends { body: infer Body } ? Body : never,
  options?: WriteOptions,
) => Promise<StaffReturn>;

/** `listStaffReturns`, newest first, and what is done with one return. */
export interface StaffReturns extends List<StaffReturnSummary, ReturnQuery, CallOptions> {
  /** `getStaffReturn`. */
  get(returnId: string, options?: CallOptions): Promise<StaffReturn>;
  readonly approve: Plain<'approveReturn'>;
  readonly decline: Needed<'declineReturn'>;
  readonly ask: Needed<'askAboutReturn'>;
  readonly receive: Needed<'receiveReturn'>;
  readonly inspect: Plain<'inspectReturn'>;
  readonly refund: Plain<'refundReturn'>;
  readonly close: Plain<'closeReturn'>;
  /** `undoReturnAction`. */
  readonly undo: Plain<'undoReturnAction'>;
  /** `addStaffReturnMessage`. */
  readonly addMessage: Needed<'addStaffReturnMessage'>;
}

/** The calls with their transport. */
export const staffReturnsOf = (transport: Transport): StaffReturns => ({
  ...listOf((query?: ReturnQuery, call?: CallOptions) => listStaffReturns(transport, query, call)),
  get: (returnId, call) => getStaffReturn(transport, returnId, call),
  approve: (returnId, input, call) => approveReturn(transport, returnId, input, call),
  decline: (returnId, input, call) => declineReturn(transport, returnId, input, call),
  ask: (returnId, input, call) => askAboutReturn(transport, returnId, input, call),
  receive: (returnId, input, call) => receiveReturn(transport, returnId, input, call),
  inspect: (returnId, input, call) => inspectReturn(transport, returnId, input, call),
  refund: (returnId, input, call) => refundReturn(transport, returnId, input, call),
  close: (returnId, input, call) => closeReturn(transport, returnId, input, call),
  undo: (returnId, input, call) => undoReturnAction(transport, returnId, input, call),
  addMessage: (returnId, message, call) => addStaffReturnMessage(transport, returnId, message, call),
});
