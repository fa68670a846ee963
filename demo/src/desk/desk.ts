import type { StaffClient } from '@postlude/client/staff';
import {
  ApproveInput,
  AskInput,
  DeclineInput,
  PlainActionInput,
  ReceiveInput,
  RefundInput,
  ReturnMessageInput,
  type StaffClaim,
  type StaffRecall,
  type StaffRegistration,
  type StaffReturn,
  type StaffWithdrawal,
} from '@postlude/contract';
import type { Clock } from '@postlude/server';
import type { HeardEvent, HookReceiver } from '../hooks/receiver.ts';
import type { DemoOrder } from '../orders/demo-order.ts';
import { actOnCare } from './care.ts';
import { recallOf } from './recall.ts';
import { type RecommendedView, readRecommended } from './recommended.ts';
import { readTold, type ToldView } from './told.ts';

/** What the desk knows of an order. */
export interface DeskView extends ToldView, RecommendedView {
  /** Newest first. */
  readonly returns: readonly StaffReturn[];
  /** Claims about the order's items. Newest first. */
  readonly claims: readonly StaffClaim[];
  /** Registrations of the order's items, and those of other shops' items that wait. Newest first. */
  readonly registrations: readonly StaffRegistration[];
  /** Of all orders. Newest first. */
  readonly recalls: readonly StaffRecall[];
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
  /** Does something to a claim, a registration or a recall; false when the desk cannot. */
  care(what: Parameters<typeof actOnCare>[1], input: object): Promise<boolean>;
  /** Recalls the first lamp of an order. `pictures` is where the shop's pictures are served. */
  recall(order: DemoOrder, pictures: string): Promise<StaffRecall>;
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
export function createDesk(staff: StaffClient, hooks: HookReceiver, clock: Clock): Desk {
  const returnsOf = async (order: DemoOrder): Promise<StaffReturn[]> => {
    const { items } = await staff.returns.list({ q: order.number });
    const mine = items.filter((one) => one.orderNumber === order.number);
    return Promise.all(mine.map(({ id }) => staff.returns.get(id)));
  };
  const claimsOf = async (order: DemoOrder): Promise<StaffClaim[]> => {
    const { items } = await staff.claims.list({ q: order.number });
    const mine = items.filter((one) => one.orderNumber === order.number);
    return Promise.all(mine.map(({ id }) => staff.claims.get(id)));
  };
  const registrationsOf = async (order: DemoOrder): Promise<StaffRegistration[]> => {
    const [own, waiting] = await Promise.all([
      staff.registrations.list({ q: order.number }),
      staff.registrations.list({ status: 'pending', limit: 10 }),
    ]);
    const ids = new Set([...waiting.items, ...own.items].map(({ id }) => id));
    return Promise.all([...ids].map((id) => staff.registrations.get(id)));
  };
  return {
    returnsOf,
    read: async (order) => {
      const [returns, claims, registrations, recalls, withdrawals, told, recommended] = await Promise.all([
        returnsOf(order),
        claimsOf(order),
        registrationsOf(order),
        staff.recalls.list({ limit: 5 }),
        staff.withdrawals.list({ limit: 20 }),
        readTold(staff, order),
        readRecommended(staff, order),
      ]);
      const events = hooks.heard().filter((event) => isAbout(event, order));
      return {
        ...told,
        ...recommended,
        returns,
        claims,
        registrations,
        recalls: recalls.items,
        withdrawals: withdrawals.items,
        events,
      };
    },
    act: (name, returnId, input) => actions[name](staff, returnId, input),
    settle: (withdrawalId) => staff.withdrawals.settle(withdrawalId),
    care: (what, input) => actOnCare(staff, what, input),
    recall: (order, pictures) => staff.recalls.publish(recallOf(order, pictures, clock.now())),
  };
}

/** What every order's desk shows: withdrawals and recalls need not be about a known order. */
const forAll = /^(withdrawal|recall)\./;

function isAbout({ type, body }: HeardEvent, order: DemoOrder): boolean {
  if (forAll.test(type)) return true;
  const { data } = JSON.parse(body) as { data?: { order?: { number?: unknown }; orderNumber?: unknown } };
  return data?.order?.number === order.number || data?.orderNumber === order.number;
}
