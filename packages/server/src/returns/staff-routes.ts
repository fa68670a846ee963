import type { StaffReturn } from '@postlude/contract';
import { writeMessage } from '../case-log/messages.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { StaffCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { holdCaseOf, type ReturnCase, readCase } from './case.ts';
import { listAllReturns } from './list.ts';
import { mailMessage } from './mails/send.ts';
import { receive } from './receive.ts';
import { refund } from './refund.ts';
import { showStaffReturn } from './show.ts';
import { approve, ask, close, decline, inspect } from './staff.ts';
import { logOf, readReturn } from './store.ts';
import { undo } from './undo.ts';

interface ActionCall<Body> extends StaffCaller {
  readonly context: Context;
  readonly params: { readonly returnId: string };
  readonly body: Body;
}

type Action<Body> = (tx: Tx, context: Context, of: ReturnCase, body: Body) => Promise<ReturnCase>;

/** Holds the return, does the action and shows what became of it. */
const doing =
  <Body>(action: Action<Body>) =>
  async ({ context, storeId, params, body, inStore }: ActionCall<Body>): Promise<StaffReturn> => {
    const key = { storeId, returnId: params.returnId };
    const { before, shown } = await inStore(async (tx) => {
      const held = await holdCaseOf(tx, key, context.clock.now());
      const done = await action(tx, context, held, body);
      return { before: held.row.status, shown: await showStaffReturn(tx, context, done) };
    });
    const outcome = shown.return.status;
    if (before !== outcome) context.metrics.returnsDecided.inc({ outcome });
    return shown;
  };

/** Answers the endpoints about returns that staff call. */
export const staffReturnRoutes = {
  listStaffReturns: (call) => call.inStore((tx) => listAllReturns(tx, call.storeId, call.query)),

  getStaffReturn: ({ context, storeId, params, inStore }) =>
    inStore(async (tx) => {
      const row = await readReturn(tx, { storeId, returnId: params.returnId });
      if (!row) throw new ApiProblem('not_found');
      return showStaffReturn(tx, context, await readCase(tx, row, context.clock.now()));
    }),

  approveReturn: doing(approve),
  declineReturn: doing(decline),
  askAboutReturn: doing(ask),
  receiveReturn: doing(receive),
  inspectReturn: doing(inspect),
  refundReturn: doing(refund),
  closeReturn: doing(close),
  undoReturnAction: doing(undo),

  addStaffReturnMessage: doing(async (tx, context, of, body) => {
    await writeMessage(tx, logOf(of.row), 'store', body, of.now);
    await mailMessage(tx, context, of, body);
    return of;
  }),
} satisfies Partial<Handlers>;
