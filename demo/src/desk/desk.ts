import type { StaffClient } from '@postlude/client/staff';
import {
  ApproveInput,
  AskInput,
  DeclineInput,
  PlainActionInput,
  ReceiveInput,
  RefundInput,
  ReturnMessageInput,
  type StaffReturn,
  type StaffWithdrawal,
} from '@postlude/contract';
import type { HeardEvent, HookReceiver } from '../hooks/receiver.ts';
import type { DemoOrder } from '../orders/demo-order.ts';

/** What the desk knows of an order. */
export interface DeskView {
  /** Newest first. */
  readonly returns: readonly StaffReturn[];
  /** Of all orders: whoever withdraws need not know a number. Newest first. */
  readonly withdrawals: readonly StaffWithdrawal[];
  /** What the shop was told about this order, and withdrawals of all. Newest first. */
  readonly events: readonly HeardEvent[];
}

/** The shop's staff: everything goes over HTTP through the typed staff client, with the secret key on the server. */
export interface Desk {
  read(order: DemoOrder): Promise<DeskView>;
  /** The returns of an order, newest first. */
  returnsOf(order: DemoOrder): Promise<readonly StaffReturn[]>;
  /** Does something to a return. `input` is what the endpoint takes, without who does it. */
  act(name: DeskAction, returnId: string, input: object): Promise<StaffReturn>;
  settle(withdrawalId: string): Promise<StaffWithdrawal>;
}

/** Who stands in the audit. */
const by = 'The desk';

/** What the desk can do to a return. */
const actions = {
  approve: (staff, id, input) => staff.returns.approve(id, ApproveInput.parse({ ...input, by })),
  decline: (staff, id, input) => staff.returns.decline(id, DeclineInput.parse({ ...input, by })),
  ask: (staff, id, input) => staff.returns.ask(id, AskInput.parse({ ...input, by })),
  receive: (staff, id, input) => staff.returns.receive(id, ReceiveInput.parse({ ...input, by })),
  inspect: (staff, id, input) => staff.returns.inspect(id, PlainActionInput.parse({ ...input, by })),
  refund: (staff, id, input) => staff.returns.refund(id, RefundInput.parse({ ...input, by })),
  close: (staff, id, input) => staff.returns.close(id, PlainActionInput.parse({ ...input, by })),
  undo: (staff, id, input) => staff.returns.undo(id, PlainActionInput.parse({ ...input, by })),
  message: (staff, id, input) => staff.returns.addMessage(id, ReturnMessageInput.parse(input)),
} as const satisfies Record<string, (staff: StaffClient, id: string, input: object) => Promise<StaffReturn>>;

/** One of the desk's actions. */
export type DeskAction = keyof typeof actions;

/** True for something the desk can do. */
export const isDeskAction = (name: string): name is DeskAction => Object.hasOwn(actions, name);

/** Makes the desk. */
export function createDesk(staff: StaffClient, hooks: HookReceiver): Desk {
  const returnsOf = async (order: DemoOrder): Promise<StaffReturn[]> => {
    const { items } = await staff.returns.list({ q: order.number });
    const mine = items.filter((one) => one.orderNumber === order.number);
    return Promise.all(mine.map(({ id }) => staff.returns.get(id)));
  };
  return {
    returnsOf,
    read: async (order) => {
      const [returns, withdrawals] = await Promise.all([
        returnsOf(order),
        staff.withdrawals.list({ limit: 20 }),
      ]);
      const events = hooks.heard().filter((event) => isAbout(event, order));
      return { returns, withdrawals: withdrawals.items, events };
    },
    act: (name, returnId, input) => actions[name](staff, returnId, input),
    settle: (withdrawalId) => staff.withdrawals.settle(withdrawalId),
  };
}

function isAbout({ type, body }: HeardEvent, order: DemoOrder): boolean {
  if (type.startsWith('withdrawal.')) return true;
  const { data } = JSON.parse(body) as { data?: { order?: { number?: unknown } } };
  return data?.order?.number === order.number;
}
