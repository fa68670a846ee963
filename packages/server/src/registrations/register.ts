import type { Consents, RegistrationInput } from '@postlude/contract';
import { problems } from '@postlude/contract/problems';
import type { Context } from '../context.ts';
import type { Tx } from '../db/database.ts';
import type { SessionCaller } from '../http/access.ts';
import { ApiProblem } from '../http/api-problem.ts';
import type { PassportFacts, RegistrationRow } from '../passports/facts.ts';
import { ensurePassports, type OrdersRead, readPassports } from '../passports/read.ts';
import { notRegistrable } from '../passports/readiness.ts';
import { holdOrder } from '../returns/store.ts';
import { warrantyPolicyInForce } from '../warranty-policy/store.ts';
import { record } from './audit.ts';
import { keepSerials, readSerials, type WithSerial } from './check-serials.ts';
import { chooseFor } from './choose.ts';
import { tellEvent } from './events.ts';
import { attachProof, hasProof } from './proof.ts';
import { holdPassports, insertRegistration } from './store.ts';
import { beginTry, countingFailure, serialSubjects, type Trying } from './tries.ts';

/** Who registers. */
export type RegisterCall = SessionCaller & Trying & { readonly context: Context };

/** What became of units that were registered now, by outcome: for the metrics. */
export type Outcomes = readonly ('registered' | 'pending')[];

/**
 * Registers units of a session's order: all that are named or none. What is registered already only gets the choices, and a
 * serial number where it has none.
 *
 * @throws ApiProblem `not_found`, `registration_closed`, `proof_required`, `upload_unknown`, the problems of serial numbers,
 *   `rate_limited` for who tried too many of them.
 */
export async function registerItemsOf(
  tx: Tx,
  call: RegisterCall,
  input: RegistrationInput,
): Promise<{ readonly outcomes: Outcomes; readonly orders: OrdersRead }> {
  const { storeId, session, context } = call;
  const now = context.clock.now();
  const orderId = session.orderId;
  if (session.gift) throw new ApiProblem('registration_closed');
  if (!(await holdOrder(tx, { storeId, orderId }))) throw new ApiProblem('not_found');
  await ensurePassports(tx, { storeId, orderId }, now);
  await holdPassports(
    tx,
    storeId,
    input.items.map(({ passportId }) => passportId),
  );
  const { facts: known, orders } = await readPassports(tx, { storeId, orderId }, now);
  const asked = input.items.map(({ passportId, serial }, index): WithSerial => {
    const facts = known.find(({ id }) => id === passportId);
    if (!facts) throw new ApiProblem('not_found');
    return { facts, index, typed: serial };
  });
  checkOnce(asked);
  checkOpen(asked);
  const fresh = asked.filter(({ facts }) => !isLive(facts));
  const without = asked.filter(({ facts, typed }) => isLive(facts) && facts.serial === null && typed);

  const read = readSerials([...fresh.filter(({ facts }) => facts.serial === null), ...without]);
  const subjects = serialSubjects(call, orderId);
  const isTry = read.some((each) => each.read !== null);
  if (isTry) await beginTry(tx, call, subjects, 'rate_limited');
  const { policy, version } = await warrantyPolicyInForce(tx, storeId);
  const proof = input.proof ?? [];
  await attachProof(tx, { storeId, orderId, ids: proof, now });
  const isElsewhere = fresh.some(({ facts }) => !facts.boughtHere);
  if (isElsewhere && policy.proof === 'required' && !(await hasProof(tx, { storeId, orderId }))) {
    throw new ApiProblem('proof_required', { fields: { proof: problems.proof_required.title } });
  }
  const kept = await keepSerials(tx, read, { now, afterwards: countingFailure(call, subjects) });
  const withSerial = new Map(kept.map((facts) => [facts.id, facts]));

  const outcomes: ('registered' | 'pending')[] = [];
  for (const { facts } of asked) {
    const current = withSerial.get(facts.id) ?? facts;
    const isNew = !isLive(facts);
    const status = statusOf(current, policy.boughtElsewhere);
    const registration = isNew
      ? await begin(tx, current, { status, version, proof, now })
      : facts.registration;
    await tellConsents(tx, { facts: current, registration }, { isNew, consents: input.consents, now });
    if (isNew) outcomes.push(status);
  }
  return { outcomes, orders };
}

const isLive = ({ registration }: PassportFacts): boolean =>
  registration?.status === 'registered' || registration?.status === 'pending';

/** Bought here it is known; elsewhere the store's rule says who looks. What staff rejected or ended staff look at again. */
function statusOf(
  { registration, boughtHere }: PassportFacts,
  boughtElsewhere: 'off' | 'accept' | 'review',
): 'registered' | 'pending' {
  if (registration !== null) return 'pending';
  return boughtHere || boughtElsewhere === 'accept' ? 'registered' : 'pending';
}

function checkOnce(asked: readonly WithSerial[]): void {
  const twice = asked.filter(
    ({ facts, index }) => asked.findIndex((each) => each.facts.id === facts.id) < index,
  );
  if (twice.length === 0) return;
  const fields = Object.fromEntries(
    twice.map(({ index }) => [`items.${index}.passportId`, 'This is here twice.']),
  );
  throw new ApiProblem('invalid_input', { fields });
}

const why = {
  returned: 'This item was sent back.',
  transferred: 'This item was handed over to somebody else.',
  not_delivered: 'This item has not arrived yet.',
} as const;

function checkOpen(asked: readonly WithSerial[]): void {
  const closed = asked.flatMap(({ facts, index }): [string, string][] => {
    const because = notRegistrable(facts, false);
    return because === 'returned' || because === 'transferred' || because === 'not_delivered'
      ? [[`items.${index}.passportId`, why[because]]]
      : [];
  });
  if (closed.length > 0) throw new ApiProblem('registration_closed', { fields: Object.fromEntries(closed) });
}

interface Beginning {
  readonly status: 'registered' | 'pending';
  readonly version: number;
  readonly proof: readonly string[];
  readonly now: Date;
}

async function begin(
  tx: Tx,
  facts: PassportFacts,
  { status, version, proof, now }: Beginning,
): Promise<RegistrationRow> {
  const data = { serial: facts.serial, proof };
  if (facts.registration !== null) {
    return record(tx, facts.registration, { action: 'register', by: 'shopper', to: status, data }, now);
  }
  return insertRegistration(
    tx,
    facts,
    { status, automatic: false, by: 'shopper', policyVersion: version, registeredAt: now, data },
    now,
  );
}

/** Keeps the choices and tells of both: the registration that began, or the choices that changed. */
async function tellConsents(
  tx: Tx,
  { facts, registration }: { readonly facts: PassportFacts; readonly registration: RegistrationRow | null },
  { isNew, consents, now }: { readonly isNew: boolean; readonly consents: Consents; readonly now: Date },
): Promise<void> {
  const marketing = await chooseFor(tx, facts, consents, now);
  if (!isNew) {
    if (marketing.changed)
      await tellEvent(tx, 'registration.corrected', { facts, registration, marketing: marketing.told }, now);
    return;
  }
  const told = { facts, registration, marketing: marketing.told };
  await tellEvent(tx, 'registration.received', told, now);
  if (registration?.status === 'registered') await tellEvent(tx, 'registration.approved', told, now);
}
