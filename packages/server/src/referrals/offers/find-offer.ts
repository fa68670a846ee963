import type { OfferClosed } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { type AdvocateRow, advocateByCode } from '../advocates/store.ts';
import { monthOf } from '../life/read-facts.ts';
import { programmeState } from '../programme/running.ts';
import { programmeInForce, type StoredProgramme } from '../programme/store.ts';

/** What a code leads to. */
export interface FoundOffer {
  readonly advocate: AdvocateRow;
  readonly programme: StoredProgramme;
  /** Null: it can be claimed, as far as nothing is known of who wants it. */
  readonly closed: OfferClosed | null;
}

/** Whose code, and where it is asked for. */
export interface OfferAsked {
  readonly storeId: string;
  /** The store's. */
  readonly timeZone: string;
  readonly code: string;
  readonly country: string | null;
}

/** Finds what a code leads to; null for a code nobody has in this store. */
export async function findOffer(tx: Tx, asked: OfferAsked, now: Date): Promise<FoundOffer | null> {
  const { storeId, code, country, timeZone } = asked;
  const advocate = await advocateByCode(tx, storeId, code);
  const programme = advocate && (await programmeInForce(tx, storeId, advocate.programme_id));
  if (!advocate || !programme) return null;
  const closed =
    closedByDates(programme, now) ??
    // What the store thinks of somebody is nobody else's business.
    (advocate.blocked_at === null ? null : 'programme_ended') ??
    closedByCountry(programme, country) ??
    ((await isFull(tx, advocate, programme, { timeZone, now })) ? 'all_given' : null) ??
    ((await isEmpty(tx, programme, storeId, now)) ? 'none_left' : null);
  return { advocate, programme, closed };
}

function closedByDates({ programme }: StoredProgramme, now: Date): OfferClosed | null {
  switch (programmeState(programme, now)) {
    case 'planned':
      return 'not_started';
    case 'ended':
      return 'programme_ended';
    case 'paused':
      return 'paused';
    case 'running':
      return null;
  }
}

const closedByCountry = ({ programme }: StoredProgramme, country: string | null): OfferClosed | null =>
  country !== null && programme.countries.length > 0 && !programme.countries.includes(country)
    ? 'country_closed'
    : null;

/** True when no more friends of this advocate, or of the programme, are rewarded now. */
async function isFull(
  tx: Tx,
  { store_id: storeId, advocate_id: advocateId }: AdvocateRow,
  { id, programme: { caps } }: StoredProgramme,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Promise<boolean> {
  const { perAdvocate, perMonth, programme: most } = caps;
  if (perAdvocate === null && perMonth === null && most === null) return false;
  const [from, until] = monthOf(now, timeZone);
  const { rows } = await sql<{ all: number; mine: number; month: number }>`
    select count(*)::int as "all", (count(*) filter (where advocate_id = ${advocateId}))::int as mine,
      (count(*) filter (where advocate_id = ${advocateId}
        and ordered_at >= ${from}::timestamptz and ordered_at < ${until}::timestamptz))::int as month
    from referrals
    where store_id = ${storeId} and programme_id = ${id} and state in ('held', 'flagged', 'qualified')
      ${most === null ? sql`and advocate_id = ${advocateId}` : sql``}`.execute(tx);
  const { all, mine, month } = rows[0] ?? { all: 0, mine: 0, month: 0 };
  const reached = (count: number, cap: number | null) => cap !== null && count >= cap;
  return reached(mine, perAdvocate) || reached(month, perMonth) || reached(all, most);
}

/** True when friends get a code of a pool and none is left. */
async function isEmpty(
  tx: Tx,
  { id, programme: { friend } }: StoredProgramme,
  storeId: string,
  now: Date,
): Promise<boolean> {
  if (friend === null || friend.by !== 'pool') return false;
  const free = await tx
    .selectFrom('reward_codes')
    .select('code_key')
    .where('store_id', '=', storeId)
    .where('programme_id', '=', id)
    .where('side', '=', 'friend')
    .where('reward_id', 'is', null)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))
    .limit(1)
    .executeTakeFirst();
  return free === undefined;
}
