import type { Id, Session, Transfer, TransferAcceptance } from '@postlude/contract';
import { claimsOf } from '../claims/of-passports.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PassportFacts, TransferRow } from '../passports/facts.ts';
import { type OwnersCall, ownedBy } from '../passports/owned-by.ts';
import { readPassportFacts } from '../passports/read.ts';
import { canTransfer } from '../passports/readiness.ts';
import { newId } from '../secrets/ids.ts';
import { grantSession } from '../sessions/grant-session.ts';
import { newCode, readCode } from './code.ts';
import { handOver } from './hand-over.ts';
import { holdPassports } from './store.ts';
import { hashOfTransferCode, openTransferCode, sealTransferCode } from './transfer-code.ts';
import { beginTry, countingFailure, type Trying, transferSubjects } from './tries.ts';

/** How long a hand-over code works, in milliseconds. */
export const transferLifetime = 14 * 24 * 60 * 60_000;

/**
 * Makes a hand-over code for a unit, or gives the one that is open.
 *
 * @throws ApiProblem `not_found`; `transfer_closed` for what was sent back, handed over, is not there yet, or whose registration
 *   the store still looks at.
 */
export async function startTransferOf(tx: Tx, call: OwnersCall, passportId: string): Promise<Transfer> {
  const { context, storeId } = call;
  const now = context.clock.now();
  await ownedBy(tx, call, passportId);
  await holdPassports(tx, storeId, [passportId]);
  const facts = await ownedBy(tx, call, passportId);
  if (facts.transfer) return shown(context, facts.transfer);
  if (!(await isFree(tx, facts))) throw new ApiProblem('transfer_closed');
  await endOpen(tx, facts, 'cancelled', now);
  const transferId = newId('transfer', now.getTime());
  const code = newCode();
  const row = await tx
    .insertInto('transfers')
    .values({
      store_id: storeId,
      transfer_id: transferId,
      passport_id: facts.id,
      order_id: facts.reader.orderId,
      code_hash: hashOfTransferCode(context.secrets, storeId, code),
      code_sealed: sealTransferCode(context.secrets, transferId, code),
      state: 'open',
      created_at: now,
      expires_at: new Date(now.getTime() + transferLifetime),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return shown(context, row);
}

/** It is its owner's to give away, and nobody works on it. */
async function isFree(tx: Tx, facts: PassportFacts): Promise<boolean> {
  if (!canTransfer(facts, false)) return false;
  const claims = await claimsOf(tx, facts.storeId, [facts.id]);
  return !(claims.get(facts.id) ?? []).some(({ open }) => open);
}

const shown = (context: Context, row: TransferRow): Transfer => ({
  id: row.transfer_id as Id<'transfer'>,
  code: openTransferCode(context.secrets, row),
  expiresAt: row.expires_at.toISOString(),
});

/** Takes the hand-over code of a unit back; without one nothing happens. */
export async function cancelTransferOf(tx: Tx, call: OwnersCall, passportId: string): Promise<PassportFacts> {
  await ownedBy(tx, call, passportId);
  await holdPassports(tx, call.storeId, [passportId]);
  const facts = await ownedBy(tx, call, passportId);
  if (facts.transfer === null) return facts;
  await endOpen(tx, facts, 'cancelled', call.context.clock.now());
  return { ...facts, transfer: null };
}

/** Ends what is open of a unit, ended ones that nobody asked about since included. */
async function endOpen(
  tx: Tx,
  { storeId, id }: Pick<PassportFacts, 'storeId' | 'id'>,
  state: 'used' | 'cancelled',
  now: Date,
): Promise<void> {
  await tx
    .updateTable('transfers')
    .set({ state, ended_at: now })
    .where('store_id', '=', storeId)
    .where('passport_id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** Who takes something over. */
export type AcceptCall = Trying & { readonly context: Context };

/**
 * Gives a unit to who has its hand-over code, with an order of their own and a session for it.
 *
 * @throws ApiProblem `transfer_code_invalid`, whatever is wrong with the code; `lookup_locked` for who guessed too often.
 */
export async function acceptTransferOf(
  tx: Tx,
  call: AcceptCall,
  accepted: TransferAcceptance,
): Promise<Session> {
  const { context, storeId } = call;
  const now = context.clock.now();
  const subjects = transferSubjects(call);
  await beginTry(tx, call, subjects, 'lookup_locked');
  const invalid = () =>
    new ApiProblem('transfer_code_invalid', { afterwards: countingFailure(call, subjects) });
  const code = readCode(accepted.code);
  const hash = hashOfTransferCode(context.secrets, storeId, code ?? '');
  const found = await readOpen(tx, storeId, hash);
  if (!found) throw invalid();
  await holdPassports(tx, storeId, [found.passport_id]);
  // As it is once it is held: of two who have the code one is first.
  const transfer = await readOpen(tx, storeId, hash);
  if (!transfer || transfer.expires_at <= now) throw invalid();
  const all = await readPassportFacts(tx, { storeId, orderId: transfer.order_id }, now);
  const facts = all.find(({ id }) => id === transfer.passport_id);
  if (!facts || !(await isFree(tx, facts))) throw invalid();
  await endOpen(tx, facts, 'used', now);
  const orderId = await handOver(tx, facts, accepted, now);
  return grantSession(tx, context, { storeId, orderId });
}

async function readOpen(tx: Tx, storeId: string, hash: string): Promise<TransferRow | null> {
  const row = await tx
    .selectFrom('transfers')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('code_hash', '=', hash)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}
