import type { AdvocatesQuery, Id, ReferralState, StaffAdvocate } from '@postlude/contract';
import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ApiProblem } from '../../http/api-problem.ts';
import { defaultLimit, pageOf, readCursor } from '../../http/cursor.ts';
import { emailKey } from '../../sessions/contact.ts';
import { linkOf } from '../advocates/invitation.ts';
import type { AdvocateRow } from '../advocates/store.ts';
import { advocateCodeKey } from '../codes/code-key.ts';
import { moveReferral } from '../life/record.ts';
import { settleReferral } from '../life/settle.ts';
import { holdDecisions, holdReferral } from '../life/store.ts';
import type { StaffWord } from './actions.ts';

/** Which advocate. */
export interface AdvocateKey {
  readonly storeId: string;
  readonly advocateId: string;
}

/** A page of a store's advocates, newest first: of one programme, or by a code however it is typed or an e-mail address. */
export async function listAdvocates(
  tx: Tx,
  storeId: string,
  { cursor, limit = defaultLimit, programme, q }: z.infer<typeof AdvocatesQuery>,
): Promise<{ items: StaffAdvocate[]; next: string | null }> {
  const [after] = readCursor(cursor, [/^adv_[0-9a-f]{32}$/]) ?? [];
  let found = tx
    .selectFrom('referral_advocates')
    .selectAll()
    .where('store_id', '=', storeId)
    .orderBy('advocate_id', 'desc')
    .limit(limit + 1);
  if (programme !== undefined) found = found.where('programme_id', '=', programme);
  if (after !== undefined) found = found.where('advocate_id', '<', after);
  if (q !== undefined) {
    found = found.where((is) =>
      is.or([is('email_key', '=', emailKey(q)), is('code_key', '=', advocateCodeKey(q))]),
    );
  }
  const page = pageOf(
    await found.execute(),
    limit,
    (row) => row,
    (row) => [row.advocate_id],
  );
  return { items: await shownAdvocates(tx, storeId, page.items), next: page.next };
}

/** What has an order and has not counted yet. */
const isOpen: ReadonlySet<ReferralState> = new Set(['ordered', 'held', 'flagged']);

/** Referrals that are refused at once when their advocate is shut out. */
const batch = 100;

/**
 * Shuts an advocate out: the link opens nothing any more, and what has not counted yet is refused. What was given stays. Again it
 * changes nothing. Of very many referrals the first are refused at once and the others are due at once for `lookAtReferrals`, each in a
 * transaction of its own: nothing of them counts meanwhile, and a process that dies on the way leaves them to the next.
 *
 * @param atOnce how many are refused in this transaction
 * @throws ApiProblem `not_found`.
 */
export async function blockAdvocate(
  tx: Tx,
  context: Context,
  key: AdvocateKey,
  { by, note }: StaffWord,
  now: Date,
  atOnce = batch,
): Promise<StaffAdvocate> {
  await holdDecisions(tx, key.storeId);
  await tx
    .updateTable('referral_advocates')
    .set({ blocked_at: now, blocked_by: by, blocked_note: note, updated_at: now })
    .where('store_id', '=', key.storeId)
    .where('advocate_id', '=', key.advocateId)
    .where('blocked_at', 'is', null)
    .execute();
  const open = await tx
    .selectFrom('referrals')
    .select('referral_id')
    .where('store_id', '=', key.storeId)
    .where('advocate_id', '=', key.advocateId)
    .where('state', 'in', [...isOpen])
    .orderBy('referral_id')
    .limit(atOnce)
    .execute();
  await makeDue(tx, key, open.at(atOnce - 1)?.referral_id, now);
  for (const { referral_id: referralId } of open) {
    const of = { storeId: key.storeId, referralId };
    const row = await holdReferral(tx, of);
    // Decided already, with another of the same person.
    if (!isOpen.has(row.state)) continue;
    const { state: to, reason } = row;
    await moveReferral(tx, row, { to, reason, by, action: 'block', note }, now);
    await settleReferral(tx, context, of, now);
  }
  return readAdvocate(tx, key);
}

/** Has what is open of an advocate after one of their referrals decided by the job that comes next. */
async function makeDue(
  tx: Tx,
  { storeId, advocateId }: AdvocateKey,
  after: string | undefined,
  now: Date,
): Promise<void> {
  if (after === undefined) return;
  await tx
    .updateTable('referrals')
    .set({ look_again_at: now })
    .where('store_id', '=', storeId)
    .where('advocate_id', '=', advocateId)
    .where('state', 'in', [...isOpen])
    .where('referral_id', '>', after)
    .execute();
}

/**
 * Lets an advocate in again. What was refused meanwhile stays refused. Again it changes nothing.
 *
 * @throws ApiProblem `not_found`.
 */
export async function unblockAdvocate(tx: Tx, key: AdvocateKey, now: Date): Promise<StaffAdvocate> {
  await holdDecisions(tx, key.storeId);
  await tx
    .updateTable('referral_advocates')
    .set({ blocked_at: null, blocked_by: null, blocked_note: null, updated_at: now })
    .where('store_id', '=', key.storeId)
    .where('advocate_id', '=', key.advocateId)
    .where('blocked_at', 'is not', null)
    .execute();
  return readAdvocate(tx, key);
}

async function readAdvocate(tx: Tx, { storeId, advocateId }: AdvocateKey): Promise<StaffAdvocate> {
  const row = await tx
    .selectFrom('referral_advocates')
    .selectAll()
    .where('store_id', '=', storeId)
    .where('advocate_id', '=', advocateId)
    .executeTakeFirst();
  const [shown] = row ? await shownAdvocates(tx, storeId, [row]) : [];
  if (!shown) throw new ApiProblem('not_found');
  return shown;
}

interface Counted {
  readonly advocate_id: string;
  readonly landing_url: string;
  readonly visits: number;
  readonly claimed: number;
  readonly qualified: number;
  readonly ended: number;
}

async function shownAdvocates(
  tx: Tx,
  storeId: string,
  rows: readonly AdvocateRow[],
): Promise<StaffAdvocate[]> {
  const ids = rows.map((row) => row.advocate_id);
  const { rows: counted } = await sql<Counted>`
    select advocate.advocate_id, landing_url, visits, claimed, qualified, ended
    from referral_advocates as advocate
    cross join lateral (
      select programme->>'landingUrl' as landing_url from referral_programmes as programmes
      where programmes.store_id = advocate.store_id and programmes.programme_id = advocate.programme_id
      order by version desc limit 1
    ) as programme
    cross join lateral (
      select coalesce(sum(visits), 0)::int as visits from referral_visits as visited
      where visited.store_id = advocate.store_id and visited.advocate_id = advocate.advocate_id
    ) as visited
    cross join lateral (
      select (count(*) filter (where state <> 'clicked'))::int as claimed,
        (count(*) filter (where state = 'qualified'))::int as qualified,
        (count(*) filter (where state in ('refused', 'voided')))::int as ended
      from referrals as made
      where made.store_id = advocate.store_id and made.advocate_id = advocate.advocate_id
    ) as made
    where advocate.store_id = ${storeId} and advocate.advocate_id = any(${ids}::text[])`.execute(tx);
  const byId = new Map(counted.map((one) => [one.advocate_id, one]));
  return rows.flatMap((row) => {
    const one = byId.get(row.advocate_id);
    return one ? [shown(row, one)] : [];
  });
}

const shown = (row: AdvocateRow, counts: Counted): StaffAdvocate => ({
  id: row.advocate_id as Id<'advocate'>,
  programmeId: row.programme_id as Id<'referralProgramme'>,
  code: row.code,
  link: linkOf(counts.landing_url, row.code),
  name: row.name,
  email: row.email,
  blocked:
    row.blocked_at === null
      ? null
      : { at: row.blocked_at.toISOString(), by: row.blocked_by ?? '', note: row.blocked_note },
  visits: counts.visits,
  claimed: counts.claimed,
  qualified: counts.qualified,
  ended: counts.ended,
  joinedAt: row.joined_at.toISOString(),
});
