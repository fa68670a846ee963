import type { Session, SessionRequest } from '@postlude/contract';
import type { openSession } from '@postlude/contract/endpoints';
import type { Tx } from '../db/database.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { Call } from '../http/implement.ts';
import { beginAttempt, countFailure, lookupSubjects } from './attempts.ts';
import { type ContactKeys, contactFits, numberKey } from './contact.ts';
import { giftCodeFits } from './gift-code.ts';
import { grantSession } from './grant-session.ts';
import { proofFits } from './proof.ts';

type OpenSession = Call<typeof openSession>;
type ByProof = Extract<SessionRequest, { by: 'proof' }>;
type ByLookup = Extract<SessionRequest, { by: 'lookup' }>;
type ByGift = Extract<SessionRequest, { by: 'gift' }>;

/** Opens a session for an order by proof, by lookup or by a gift's code, and answers with the order, so that a card needs one round trip. */
export async function openSessionFor(call: OpenSession): Promise<Session> {
  const { lookups } = call.context.metrics;
  try {
    const session = await open(call);
    lookups.inc({ outcome: `${call.body.by}_opened` });
    return session;
  } catch (error) {
    if (error instanceof ApiProblem) lookups.inc({ outcome: error.code });
    throw error;
  }
}

function open(call: OpenSession): Promise<Session> {
  switch (call.body.by) {
    case 'proof':
      return byProof(call, call.body);
    case 'lookup':
      return byLookup(call, call.body);
    case 'gift':
      return byGift(call, call.body);
  }
}

async function byProof(call: OpenSession, { order, proof }: ByProof): Promise<Session> {
  const secrets = await call.context.stores.embedSecrets(call.storeId);
  if (!proofFits(secrets, order, proof)) throw new ApiProblem('proof_invalid');
  return call.inStore(async (tx) => {
    const [newest] = await candidates(tx, call.storeId, order);
    // The storefront vouched for the order, so it may be said that it is not here yet: its message is on the way.
    if (!newest) throw new ApiProblem('not_found', { detail: 'This order has not reached us yet.' });
    return sessionFor(call, tx, newest.orderId);
  });
}

/**
 * An unknown order and a wrong contact take the same way: the same queries, a comparison, a failure counted, the same
 * answer. Counting is part of the transaction, which therefore ends well and throws afterwards.
 */
async function byLookup(call: OpenSession, { order, contact }: ByLookup): Promise<Session> {
  return guarded(call, order, 'lookup_failed', (tx, found) => {
    const fitting = (found.length > 0 ? found : [nobody]).filter((each) => contactFits(contact, each));
    const [newest] = fitting;
    return newest ? sessionFor(call, tx, newest.orderId) : null;
  });
}

/** A code says which number it is for, not which of two orders with that number: then it opens the newest. */
async function byGift(call: OpenSession, { order, code }: ByGift): Promise<Session> {
  const secrets = await call.context.stores.embedSecrets(call.storeId);
  const fits = giftCodeFits(secrets, order, code);
  return guarded(call, order, 'gift_code_invalid', (tx, [newest]) =>
    newest && fits ? sessionFor(call, tx, newest.orderId, true) : null,
  );
}

/** Lets somebody try to open an order with a number: counted, locked and answered alike whatever is wrong. */
async function guarded(
  call: OpenSession,
  order: string,
  failure: 'lookup_failed' | 'gift_code_invalid',
  attempt: (tx: Tx, found: readonly Candidate[]) => Promise<Session> | null,
): Promise<Session> {
  const { context, storeId, request } = call;
  const now = context.clock.now();
  const subjects = lookupSubjects(context.secrets, {
    storeId,
    address: request.address,
    numberKey: numberKey(order),
  });
  const outcome = await call.inStore(async (tx) => {
    const lockedUntil = await beginAttempt(tx, storeId, subjects, now);
    if (lockedUntil) return new ApiProblem('lookup_locked', { retryAt: lockedUntil });
    const session = await attempt(tx, await candidates(tx, storeId, order));
    if (session) return session;
    await countFailure(tx, storeId, subjects, now);
    return new ApiProblem(failure);
  });
  if (outcome instanceof ApiProblem) throw outcome;
  return outcome;
}

interface Candidate extends ContactKeys {
  readonly orderId: string;
}

/** Compared against when there is no such order, so that the work is the same. Nothing fits it. */
const nobody: Candidate = { orderId: '', emailKey: null, phoneDigits: null, postcodeKeys: [''] };

/** Most orders with one number that are tried: a number is one order's, or two where two platforms count alike. */
const mostCandidates = 20;

/** The orders with a number, newest first. */
async function candidates(tx: Tx, storeId: string, order: string): Promise<Candidate[]> {
  const rows = await tx
    .selectFrom('orders')
    .select(['order_id', 'email_key', 'phone_digits', 'postcode_keys'])
    .where('store_id', '=', storeId)
    .where('number_key', '=', numberKey(order))
    .orderBy('placed_at', 'desc')
    .orderBy('order_id', 'desc')
    .limit(mostCandidates)
    .execute();
  return rows.map((row) => ({
    orderId: row.order_id,
    emailKey: row.email_key,
    phoneDigits: row.phone_digits,
    postcodeKeys: row.postcode_keys,
  }));
}

const sessionFor = (
  { context, storeId }: OpenSession,
  tx: Tx,
  orderId: string,
  gift = false,
): Promise<Session> => grantSession(tx, context, { storeId, orderId }, gift);
