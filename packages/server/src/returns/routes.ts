import type { Id } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { SessionCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { asTheyWillBe } from './carrier-codes.ts';
import { holdCase, type ReturnCase, readCase } from './case.ts';
import { forgetDraft, keepDraft } from './drafts.ts';
import { readOrderFacts, withVariants } from './facts.ts';
import { changeReturn, fileReturn } from './filing.ts';
import { lifeOf } from './life.ts';
import { listReturnsOf } from './list.ts';
import { textPicker } from './locale.ts';
import { readOptions } from './options.ts';
import { quoteReturnOf } from './quote.ts';
import { addMessage, cancelReturn, tellParcel } from './shopper.ts';
import { showReturn } from './show.ts';
import { type ReturnRow, readReturn } from './store.ts';
import { next } from './transitions.ts';

type ShopperCall = SessionCaller & { readonly context: Context };

/** Answers the endpoints about returns that shoppers call. A session sees one order, and of its returns its own kind. */
export const returnRoutes = {
  getReturnOptions: (call) =>
    call.inStore((tx) =>
      readOptions(tx, mine(call), { locale: call.query.locale, now: call.context.clock.now() }),
    ),

  quoteReturn: (call) =>
    call.inStore(async (tx) => {
      const { changing } = call.body;
      const held = changing ? await own(tx, call, changing) : null;
      const of = mine(call);
      const known = await readOrderFacts(tx, {
        ...of,
        now: call.context.clock.now(),
        ...(held ? { policyVersion: held.policy_version } : {}),
      });
      if (!known) throw new ApiProblem('not_found');
      const facts = await withVariants(tx, of.storeId, known, held?.return_id ?? null);
      if (held && next('change', lifeOf(held, facts.policy)) === null) {
        throw new ApiProblem('return_not_changeable');
      }
      const locale = call.query.locale ?? facts.sold.locale;
      const quote = quoteReturnOf(facts, call.body, textPicker(locale, call.store.locale));
      return { ...quote, methods: await asTheyWillBe(tx, of.storeId, quote.methods) };
    }),

  fileReturn: async (call) => {
    const { isNew, shown } = await call.inStore(async (tx) => {
      const { of, isNew } = await fileReturn(
        tx,
        call.context,
        { ...mine(call), locale: call.query.locale },
        call.body,
      );
      return { isNew, shown: await showReturn(tx, call.context, of, call.query.locale) };
    });
    const { returnsFiled, returnsDecided } = call.context.metrics;
    if (isNew) returnsFiled.inc({ route: shown.route });
    if (isNew && shown.status === 'approved') returnsDecided.inc({ outcome: 'auto_approved' });
    return shown;
  },

  listReturns: (call) => call.inStore(async (tx) => ({ items: await listReturnsOf(tx, mine(call)) })),

  getReturn: (call) =>
    call.inStore(async (tx) => {
      const row = await own(tx, call, call.params.returnId);
      const of = await readCase(tx, row, call.context.clock.now());
      return showReturn(tx, call.context, of, call.query.locale);
    }),

  changeReturn: (call) => changed(call, (tx, of) => changeReturn(tx, call.context, of, call.body)),

  cancelReturn: async (call) => {
    let isNew = false;
    const shown = await changed(call, (tx, of) => {
      isNew = of.row.status !== 'cancelled';
      return cancelReturn(tx, of);
    });
    if (isNew) call.context.metrics.returnsDecided.inc({ outcome: 'cancelled' });
    return shown;
  },

  tellReturnParcel: (call) => changed(call, (tx, of) => tellParcel(tx, of, call.body)),

  addReturnMessage: (call) => changed(call, (tx, of) => addMessage(tx, of, call.body)),

  putReturnDraft: (call) =>
    call.inStore(async (tx) => {
      await keepDraft(tx, await there(tx, call), call.body, call.context.clock.now());
      return call.body;
    }),

  deleteReturnDraft: (call) =>
    call.inStore(async (tx) => {
      await forgetDraft(tx, mine(call));
      return {};
    }),
} satisfies Partial<Handlers>;

/** The order of the session, if that is the one that is asked for. */
function mine({
  storeId,
  session,
  params,
}: ShopperCall & { readonly params: { readonly orderId: Id<'order'> } }) {
  if (session.orderId !== params.orderId) throw new ApiProblem('not_found');
  return { storeId, orderId: session.orderId, isGift: session.gift };
}

/** As `mine`, and the order is there. */
async function there(tx: Tx, call: ShopperCall & { readonly params: { readonly orderId: Id<'order'> } }) {
  const of = mine(call);
  const row = await tx
    .selectFrom('orders')
    .select('order_id')
    .where('store_id', '=', of.storeId)
    .where('order_id', '=', of.orderId)
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not_found');
  return of;
}

/** A return that the session may see; every other one does not exist for it. */
async function own(tx: Tx, { storeId, session }: ShopperCall, returnId: string): Promise<ReturnRow> {
  const row = await readReturn(tx, { storeId, returnId });
  if (!row || row.order_id !== session.orderId || row.is_gift !== session.gift) {
    throw new ApiProblem('not_found');
  }
  return row;
}

/** A call about one return of the session. */
type ReturnCall = ShopperCall & {
  readonly params: { readonly returnId: string };
  readonly query: { readonly locale?: string | undefined };
};

/** Holds a return of the session, changes it and shows it as it is then. */
function changed(call: ReturnCall, work: (tx: Tx, held: ReturnCase) => Promise<ReturnCase>) {
  return call.inStore(async (tx) => {
    const row = await own(tx, call, call.params.returnId);
    const held = await holdCase(tx, row, call.context.clock.now());
    return showReturn(tx, call.context, await work(tx, held), call.query.locale);
  });
}
