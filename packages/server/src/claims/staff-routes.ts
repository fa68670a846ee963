import type { StaffClaim } from '@postlude/contract';
import { writeMessage } from '../case-log/messages.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { StaffCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { type ClaimCase, holdCase, readCase } from './case.ts';
import { addCost } from './costs.ts';
import { listDue } from './due.ts';
import { listFirstHelp } from './first-help.ts';
import { listClaims } from './list.ts';
import { mailMessage } from './mails/send.ts';
import { quote } from './quotes.ts';
import {
  approve,
  ask,
  awaitParts,
  decline,
  diagnose,
  finish,
  receive,
  repair,
  review,
  ship,
  test,
} from './staff.ts';
import { logOf, readClaim } from './store.ts';
import { undo } from './undo.ts';
import { showStaffClaim } from './view.ts';

interface ActionCall<Body> extends StaffCaller {
  readonly context: Context;
  readonly params: { readonly claimId: string };
  readonly body: Body;
}

type Action<Body> = (tx: Tx, context: Context, of: ClaimCase, body: Body) => Promise<ClaimCase>;

/** Holds the claim, does the action and shows what became of it. */
const doing =
  <Body>(action: Action<Body>) =>
  async ({ context, storeId, params, body, inStore }: ActionCall<Body>): Promise<StaffClaim> => {
    const { before, shown } = await inStore(async (tx) => {
      const held = await holdCase(tx, { storeId, claimId: params.claimId }, context.clock.now());
      const done = await action(tx, context, held, body);
      return { before: held.row.status, shown: await showStaffClaim(tx, context, done) };
    });
    const outcome = shown.claim.status;
    if (before !== outcome) context.metrics.claims.inc({ outcome });
    return shown;
  };

/** Answers the endpoints about claims that staff call. */
export const staffClaimRoutes = {
  listStaffClaims: (call) => call.inStore((tx) => listClaims(tx, call.storeId, call.query)),

  getStaffClaim: ({ context, storeId, params, inStore }) =>
    inStore(async (tx) => {
      const row = await readClaim(tx, { storeId, claimId: params.claimId });
      if (!row) throw new ApiProblem('not_found');
      return showStaffClaim(tx, context, await readCase(tx, row, context.clock.now()));
    }),

  reviewClaim: doing(review),
  askAboutClaim: doing(ask),
  approveClaim: doing(approve),
  declineClaim: doing(decline),
  receiveDevice: doing(receive),
  diagnoseDevice: doing(diagnose),
  quoteRepair: doing(quote),
  awaitParts: doing(awaitParts),
  beginRepair: doing(repair),
  testRepair: doing(test),
  shipDevice: doing(ship),
  finishClaim: doing(finish),
  undoClaimAction: doing((tx, _context, of, body) => undo(tx, of, body)),
  addClaimCost: doing((tx, _context, of, body) => addCost(tx, of, body)),

  addStaffClaimMessage: doing(async (tx, context, of, body) => {
    await writeMessage(tx, logOf(of.row), 'store', body, of.now);
    await mailMessage(tx, context, of, body);
    return of;
  }),

  listDue: ({ context, storeId, store, query, inStore }) =>
    inStore(async (tx) => ({
      items: await listDue(tx, storeId, {
        ...query,
        timeZone: store.timeZone,
        now: context.clock.now(),
      }),
    })),

  listFirstHelp: ({ storeId, inStore }) => inStore((tx) => listFirstHelp(tx, storeId)),
} satisfies Partial<Handlers>;
