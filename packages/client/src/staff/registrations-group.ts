import type { EndpointInput, Passport, RegistrationSummary, StaffRegistration } from '@postlude/contract';
import type {
  approveRegistration as approveRow,
  correctRegistration as correctRow,
  rejectRegistration as rejectRow,
} from '@postlude/contract/endpoints';
import type { CallOptions } from '../call.ts';
import type { Transport } from '../transport.ts';
import { type List, listOf } from './lists.ts';
import {
  approveRegistration,
  correctRegistration,
  getRegistration,
  getStaffPassport,
  listRegistrations,
  type RegistrationQuery,
  rejectRegistration,
  undoRegistrationAction,
  voidRegistration,
} from './registrations.ts';
import type { WriteOptions } from './writes.ts';

type Act<Input> = (
  registrationId: string,
  input: Input,
  options?: WriteOptions,
) => Promise<StaffRegistration>;
type Plain = EndpointInput<typeof approveRow>['body'];
type Reject = EndpointInput<typeof rejectRow>['body'];

/** `listRegistrations`, newest first, and what is done with one registration. */
export interface StaffRegistrations extends List<RegistrationSummary, RegistrationQuery, CallOptions> {
  /** `getRegistration`: with passport, audit and what can be done now. */
  get(registrationId: string, options?: CallOptions): Promise<StaffRegistration>;
  /** `getStaffPassport`. */
  passport(
    passportId: string,
    options?: CallOptions & { readonly locale?: string | undefined },
  ): Promise<Passport>;
  /** `approveRegistration`. */
  readonly approve: (
    registrationId: string,
    input?: Plain,
    options?: WriteOptions,
  ) => Promise<StaffRegistration>;
  /** `rejectRegistration`. */
  readonly reject: Act<Reject>;
  /** `correctRegistration`. */
  readonly correct: Act<EndpointInput<typeof correctRow>['body']>;
  /** `voidRegistration`. */
  readonly void: Act<Reject>;
  /** `undoRegistrationAction`. */
  readonly undo: (
    registrationId: string,
    input?: Plain,
    options?: WriteOptions,
  ) => Promise<StaffRegistration>;
}

/** The calls with their transport. */
export const staffRegistrationsOf = (transport: Transport): StaffRegistrations => ({
  ...listOf((query?: RegistrationQuery, call?: CallOptions) => listRegistrations(transport, query, call)),
  get: (registrationId, call) => getRegistration(transport, registrationId, call),
  passport: (passportId, call) => getStaffPassport(transport, passportId, call),
  approve: (registrationId, input, call) => approveRegistration(transport, registrationId, input, call),
  reject: (registrationId, input, call) => rejectRegistration(transport, registrationId, input, call),
  correct: (registrationId, input, call) => correctRegistration(transport, registrationId, input, call),
  void: (registrationId, input, call) => voidRegistration(transport, registrationId, input, call),
  undo: (registrationId, input, call) => undoRegistrationAction(transport, registrationId, input, call),
});
