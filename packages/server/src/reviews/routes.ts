import type { OwnReview } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { SessionCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { keepDrafts } from './drafts.ts';
import { editReview, type HeldReview, withdrawReview } from './edit.ts';
import { showForm } from './form.ts';
import { showOwn } from './own.ts';
import { readReviewedOrder } from './read-order.ts';
import { sendReview } from './send.ts';
import { holdReview, type ReviewRow, readReview } from './store.ts';

/** Answers the endpoints about reviews that shoppers call. A session sees what was written of its order. */
export const reviewRoutes = {
  getReviewForm: (call) =>
    call.inStore((tx) =>
      showForm(tx, call.context, call, { orderId: call.params.orderId, locale: call.query.locale }),
    ),

  putReviewDrafts: (call) =>
    call.inStore(async (tx) => {
      const { storeId, session, params, body, context } = call;
      if (session.orderId !== params.orderId || session.gift) throw new ApiProblem('not_found');
      await keepDrafts(tx, { storeId, orderId: params.orderId }, body.drafts, context.clock.now());
      return body;
    }),

  sendReview: (call) =>
    call.inStore(async (tx) => {
      const { context, params, body, query } = call;
      const asked = { orderId: params.orderId, input: body, locale: query.locale };
      const { row, of } = await sendReview(tx, context, call, asked);
      return shown(tx, context, { row, of }, query.locale);
    }),

  getReview: (call) =>
    call.inStore(async (tx) => {
      const { storeId, params, context, query } = call;
      const row = await readReview(tx, { storeId, reviewId: params.reviewId });
      return shown(tx, context, await own(tx, call, row), query.locale);
    }),

  editReview: (call) => changed(call, (tx, held) => edited(tx, call, held)),
  withdrawReview: (call) => changed(call, (tx, held) => withdrawReview(tx, call.context, held)),
} satisfies Partial<Handlers>;

type ShopperCall = SessionCaller & {
  readonly context: Context;
  readonly params: { readonly reviewId: string };
  readonly query: { readonly locale?: string | undefined };
};

const edited = (
  tx: Tx,
  { context, body, query }: ShopperCall & { readonly body: Parameters<typeof editReview>[3] },
  held: HeldReview,
): Promise<ReviewRow> => editReview(tx, context, held, body, query.locale);

/** A review of the session's order; every other one does not exist for it, and none for who came with a gift's code. */
async function own(tx: Tx, call: ShopperCall, row: ReviewRow | null): Promise<HeldReview> {
  const { session } = call;
  if (!row || row.order_id !== session.orderId || session.gift) throw new ApiProblem('not_found');
  return { row, of: await readReviewedOrder(tx, call, session.orderId) };
}

async function changed(
  call: ShopperCall,
  work: (tx: Tx, held: HeldReview) => Promise<ReviewRow>,
): Promise<OwnReview> {
  return call.inStore(async (tx) => {
    const { storeId, params, context, query } = call;
    const held = await own(tx, call, await holdReview(tx, { storeId, reviewId: params.reviewId }));
    return shown(tx, context, { row: await work(tx, held), of: held.of }, query.locale);
  });
}

async function shown(
  tx: Tx,
  context: Context,
  { row, of }: HeldReview,
  locale: string | undefined,
): Promise<OwnReview> {
  const language = { locale: locale ?? of.sold.locale ?? undefined, storeLocale: of.store.locale };
  const [review] = await showOwn(tx, context, [row], language);
  if (!review) throw new ApiProblem('not_found');
  return review;
}
