import type { Claim } from '@postlude/contract';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { SessionCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Handlers } from '../http/implement.ts';
import { ownedBy } from '../passports/owned-by.ts';
import { type ClaimCase, readCase, unitOf } from './case.ts';
import { fileClaim } from './filing.ts';
import { keepFirstHelp } from './first-help.ts';
import { readOptions } from './options.ts';
import { answerQuote } from './quotes.ts';
import { addMessage, cancelClaim, tellParcel } from './shopper.ts';
import { type ClaimRow, holdClaim, readClaim } from './store.ts';
import { showClaim } from './view.ts';

type ShopperCall = SessionCaller & { readonly context: Context };

/** Answers the endpoints about claims that shoppers call. A session sees the claims it filed about what its order still owns. */
export const claimRoutes = {
  getClaimOptions: (call) =>
    call.inStore(async (tx) => {
      const facts = await ownedBy(tx, call, call.params.passportId);
      return readOptions(tx, await unitOf(tx, facts, call.context.clock.now()), call.query);
    }),

  answerFirstHelp: (call) =>
    call.inStore(async (tx) => {
      const facts = await ownedBy(tx, call, call.params.passportId);
      await keepFirstHelp(tx, await unitOf(tx, facts, call.context.clock.now()), call.body);
      return {};
    }),

  fileClaim: async (call) => {
    const { context, params, body, query } = call;
    const { isNew, shown } = await call.inStore(async (tx) => {
      const asked = { passportId: params.passportId, filing: body, locale: query.locale };
      const { of, isNew } = await fileClaim(tx, context, call, asked);
      return { isNew, shown: await showClaim(tx, context, of, query.locale) };
    });
    if (isNew) context.metrics.claims.inc({ outcome: shown.status });
    return shown;
  },

  getClaim: (call) =>
    call.inStore(async (tx) => {
      const row = await own(tx, call);
      return showClaim(tx, call.context, await caseOf(tx, call, row), call.query.locale);
    }),

  cancelClaim: (call) => changed(call, cancelClaim),
  answerRepairQuote: (call) => changed(call, (tx, of) => answerQuote(tx, of, call.body)),
  tellClaimParcel: (call) => changed(call, (tx, of) => tellParcel(tx, of, call.body)),
  addClaimMessage: (call) => changed(call, (tx, of) => addMessage(tx, of, call.body)),
} satisfies Partial<Handlers>;

/** A call about one claim. */
type ClaimCall = ShopperCall & {
  readonly params: { readonly claimId: string };
  readonly query: { readonly locale?: string | undefined };
};

/** A claim that the session may see; every other one does not exist for it. */
async function own(tx: Tx, { storeId, session, params }: ClaimCall): Promise<ClaimRow> {
  const row = await readClaim(tx, { storeId, claimId: params.claimId });
  if (!row || row.order_id !== session.orderId || session.gift) throw new ApiProblem('not_found');
  return row;
}

/** Who handed the unit over sees nothing of it any more. */
async function caseOf(tx: Tx, { context }: ClaimCall, row: ClaimRow): Promise<ClaimCase> {
  const of = await readCase(tx, row, context.clock.now());
  if (!of.facts.reader.isOwner) throw new ApiProblem('not_found');
  return of;
}

/** Holds a claim of the session, changes it and shows it as it is then. */
async function changed(
  call: ClaimCall,
  work: (tx: Tx, held: ClaimCase) => Promise<ClaimCase>,
): Promise<Claim> {
  const { before, shown } = await call.inStore(async (tx) => {
    const { store_id: storeId, claim_id: claimId } = await own(tx, call);
    const held = await caseOf(tx, call, await holdClaim(tx, { storeId, claimId }));
    const done = await work(tx, held);
    return { before: held.row.status, shown: await showClaim(tx, call.context, done, call.query.locale) };
  });
  if (before !== shown.status) call.context.metrics.claims.inc({ outcome: shown.status });
  return shown;
}
