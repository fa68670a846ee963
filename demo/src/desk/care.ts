import type { StaffClient } from '@postlude/client/staff';
import {
  ClaimAskInput,
  ClaimDeclineInput,
  ClaimMessageInput,
  FinishInput,
  PlainClaimAction,
  PlainRegistrationAction,
  RejectInput,
  RepairQuoteInput,
  ShipBackInput,
} from '@postlude/contract';
import { referralActions } from './recommended.ts';
import { reviewActions } from './told.ts';

/** Who stands in the audit. */
const by = 'The desk';

/** Who repairs, in every quote: what the European Repair Information Form asks first. */
const repairer = {
  name: 'Vesperine Werkstatt',
  address: 'Lampenweg 3, 12043 Berlin, Germany',
  phone: '+49 30 555 0142',
  email: 'repair@vesperine.example',
};

/** A quote as the desk and the seed make it: the form has a few fields, the rest is the workshop's. */
export const quoteInput = (input: object): RepairQuoteInput =>
  RepairQuoteInput.parse({
    by,
    repairer,
    defect: 'The driver has lost contact',
    priceKind: 'fixed',
    handOver: 'At the workshop, or by parcel; we pay it both ways',
    ...input,
  });

const plain = (input: object): PlainClaimAction => PlainClaimAction.parse({ ...input, by });

/** What the desk can do to a claim. */
const claimActions = {
  review: ({ claims }, id, input) => claims.review(id, plain(input)),
  ask: ({ claims }, id, input) => claims.ask(id, ClaimAskInput.parse({ ...input, by })),
  approve: ({ claims }, id, input) => claims.approve(id, plain(input)),
  decline: ({ claims }, id, input) => claims.decline(id, ClaimDeclineInput.parse({ ...input, by })),
  receive: ({ claims }, id, input) => claims.receive(id, plain(input)),
  diagnose: ({ claims }, id, input) => claims.diagnose(id, plain(input)),
  quote: ({ claims }, id, input) => claims.quote(id, quoteInput(input)),
  await_parts: ({ claims }, id, input) => claims.awaitParts(id, plain(input)),
  repair: ({ claims }, id, input) => claims.repair(id, plain(input)),
  test: ({ claims }, id, input) => claims.test(id, plain(input)),
  ship: ({ claims }, id, input) => claims.ship(id, ShipBackInput.parse({ ...input, by })),
  finish: ({ claims }, id, input) => claims.finish(id, FinishInput.parse({ ...input, by })),
  undo: ({ claims }, id, input) => claims.undo(id, plain(input)),
  message: ({ claims }, id, input) => claims.addMessage(id, ClaimMessageInput.parse(input)),
} as const satisfies Record<string, (staff: StaffClient, id: string, input: object) => Promise<unknown>>;

/** What the desk can do to a registration. */
const registrationActions = {
  approve: ({ registrations }, id, input) =>
    registrations.approve(id, PlainRegistrationAction.parse({ ...input, by })),
  reject: ({ registrations }, id, input) => registrations.reject(id, RejectInput.parse({ ...input, by })),
  undo: ({ registrations }, id, input) =>
    registrations.undo(id, PlainRegistrationAction.parse({ ...input, by })),
} as const satisfies Record<string, (staff: StaffClient, id: string, input: object) => Promise<unknown>>;

/** What the desk can do to a recall. */
const recallActions = {
  end: ({ recalls }, id) => recalls.end(id),
} as const satisfies Record<string, (staff: StaffClient, id: string, input: object) => Promise<unknown>>;

const all = {
  claims: claimActions,
  registrations: registrationActions,
  recalls: recallActions,
  reviews: reviewActions,
  referrals: referralActions,
} as const;

const isKind = (kind: string): kind is keyof typeof all => Object.hasOwn(all, kind);

/** Does something to a claim, a registration, a recall, a review or a recommendation; false when the desk cannot. */
export async function actOnCare(
  staff: StaffClient,
  { kind, id, action }: { readonly kind: string; readonly id: string; readonly action: string },
  input: object,
): Promise<boolean> {
  if (!isKind(kind)) return false;
  const actions: Record<string, (staff: StaffClient, id: string, input: object) => Promise<unknown>> =
    all[kind];
  if (!Object.hasOwn(actions, action)) return false;
  await actions[action]?.(staff, id, input);
  return true;
}
