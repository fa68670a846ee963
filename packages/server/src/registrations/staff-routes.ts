import type { StaffRegistration } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { StaffCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { readOnePassport } from '../passports/read.ts';
import { showPassport } from '../passports/show.ts';
import { approve, correct, ending, undo } from './staff.ts';
import { holdCase, type RegistrationCase, readCase, showStaffRegistration } from './staff-case.ts';
import { listAllRegistrations } from './staff-list.ts';

interface ActionCall<Body> extends StaffCaller {
  readonly context: Context;
  readonly params: { readonly registrationId: string };
  readonly body: Body;
}

type Action<Body> = (tx: Tx, context: Context, of: RegistrationCase, body: Body) => Promise<RegistrationCase>;

/** Holds the registration, does the action and shows what became of it. */
const doing =
  <Body>(action: Action<Body>) =>
  async ({ context, storeId, params, body, inStore }: ActionCall<Body>): Promise<StaffRegistration> => {
    const key = { storeId, registrationId: params.registrationId };
    const { before, after, shown } = await inStore(async (tx) => {
      const held = await holdCase(tx, key, context.clock.now());
      const done = await action(tx, context, held, body);
      return {
        before: held.row.status,
        after: done.row.status,
        shown: await showStaffRegistration(tx, context, done),
      };
    });
    if (before !== after) context.metrics.registrations.inc({ outcome: after });
    return shown;
  };

/** Answers the endpoints about registrations that staff call. */
export const staffRegistrationRoutes = {
  listRegistrations: (call) => call.inStore((tx) => listAllRegistrations(tx, call.storeId, call.query)),

  getRegistration: ({ context, storeId, params, inStore }) =>
    inStore(async (tx) => {
      const key = { storeId, registrationId: params.registrationId };
      return showStaffRegistration(tx, context, await readCase(tx, key, context.clock.now()));
    }),

  approveRegistration: doing(approve),
  rejectRegistration: doing(ending('reject')),
  correctRegistration: doing((tx, _context, of, body) => correct(tx, of, body)),
  voidRegistration: doing(ending('void')),
  undoRegistrationAction: doing((tx, _context, of, body) => undo(tx, of, body)),

  getStaffPassport: ({ context, storeId, params, query, inStore }) =>
    inStore(async (tx) => {
      const now = context.clock.now();
      const facts = await readOnePassport(tx, { storeId, passportId: params.passportId }, now);
      if (!facts) throw new ApiProblem('not_found');
      return showPassport(context, tx, facts, { locale: query.locale, now });
    }),
} satisfies Partial<Handlers>;
