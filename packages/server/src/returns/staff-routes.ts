import type { StaffReturn } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { StaffCaller } from '../http/access.ts';
import type { Handlers } from '../http/implement.ts';
import { listAllReturns } from './list.ts';
import { writeMessage } from './messages.ts';
import { receive } from './receive.ts';
import { refund } from './refund.ts';
import { showStaffReturn } from './show.ts';
import { approve, ask, close, decline, inspect } from './staff.ts';
import { holdReturn, type ReturnRow } from './store.ts';
import { undo } from './undo.ts';

interface ActionCall<Body> extends StaffCaller {
  readonly context: Context;
  readonly params: { readonly returnId: string };
  readonly body: Body;
}

type Action<Body> = (tx: Tx, context: Context, held: ReturnRow, body: Body) => Promise<void>;

/** Holds the return, does the action and shows what became of it. */
const doing =
  <Body>(action: Action<Body>) =>
  async ({ context, storeId, params, body, inStore }: ActionCall<Body>): Promise<StaffReturn> => {
    const key = { storeId, returnId: params.returnId };
    const { before, shown } = await inStore(async (tx) => {
      const held = await holdReturn(tx, key);
      await action(tx, context, held, body);
      return { before: held.status, shown: await showStaffReturn(tx, context, key) };
    });
    const outcome = shown.return.status;
    if (before !== outcome) context.metrics.returnsDecided.inc({ outcome });
    return shown;
  };

/** Answers the endpoints about returns that staff call. */
export const staffReturnRoutes = {
  listStaffReturns: (call) => call.inStore((tx) => listAllReturns(tx, call.storeId, call.query)),

  getStaffReturn: (call) =>
    call.inStore((tx) =>
      showStaffReturn(tx, call.context, { storeId: call.storeId, returnId: call.params.returnId }),
    ),

  approveReturn: doing(approve),
  declineReturn: doing(decline),
  askAboutReturn: doing(ask),
  receiveReturn: doing(receive),
  inspectReturn: doing(inspect),
  refundReturn: doing(refund),
  closeReturn: doing(close),
  undoReturnAction: doing(undo),

  addStaffReturnMessage: doing((tx, context, held, body) =>
    writeMessage(tx, held, 'store', body, context.clock.now()),
  ),
} satisfies Partial<Handlers>;
