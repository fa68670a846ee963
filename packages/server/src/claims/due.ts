import type { DueItem } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { dayIn } from '../tracking/calendar.ts';
import { warrantyPolicyInForce } from '../warranty-policy/store.ts';

/** Who something waits for. */
export type WaitsFor = DueItem['waitsFor'];

/** As many as a person may look through. */
const most = 500;

/** Lists the registrations, claims and returns that are open, and who they wait for; the longest waiting first. */
export async function listDue(
  tx: Tx,
  storeId: string,
  asked: {
    readonly waitsFor?: WaitsFor | undefined;
    readonly timeZone: string;
    readonly now: Date;
  },
): Promise<DueItem[]> {
  const { policy } = await warrantyPolicyInForce(tx, storeId);
  // What is brought in waits for the shopper too; where somebody comes, or a kit goes out, it is the store's turn.
  const atHome = policy.claims.places.filter(({ kind }) => kind === 'at_home').map(({ id }) => id);
  const today = dayIn(asked.timeZone, asked.now.getTime());
  const { rows } = await sql<Omit<DueItem, 'since'> & { since: Date }>`
    select kind, id, number, status, waits_for as "waitsFor", since, title
    from (
      select 'registration' as kind, each.registration_id as id, each.code as number, each.status,
        'store' as waits_for, each.updated_at as since, line.title
      from registrations as each
      join passports as unit on unit.store_id = each.store_id and unit.passport_id = each.passport_id
      left join order_lines as line on line.store_id = unit.store_id and line.line_id = unit.line_id
      where each.store_id = ${storeId} and each.status = 'pending'
      union all
      select 'claim', each.claim_id, each.number, each.status,
        case
          when each.status = 'waiting' then 'shopper'
          when each.status = 'quoted' then case when exists (
            select 1 from repair_quotes as quote
            where quote.store_id = each.store_id and quote.claim_id = each.claim_id and quote.state = 'open'
              and quote.valid_until >= ${today}::date
          ) then 'shopper' else 'store' end
          when each.status = 'waiting_for_parts' then 'parts'
          when each.status = 'on_its_way_back' then 'carrier'
          when each.status = 'approved' and each.received_on is null and each.resolution <> 'kit'
            and coalesce(each.place_id <> all (${atHome}::text[]), true)
            then case when each.subject is null then 'shopper' else 'carrier' end
          else 'store'
        end,
        coalesce((
          select max(entry.at) from claim_audit as entry
          where entry.store_id = each.store_id and entry.claim_id = each.claim_id
            and entry.before is distinct from entry.after
        ), each.updated_at),
        line.title
      from claims as each
      join passports as unit on unit.store_id = each.store_id and unit.passport_id = each.passport_id
      left join order_lines as line on line.store_id = unit.store_id and line.line_id = unit.line_id
      where each.store_id = ${storeId} and (
        each.status not in ('done', 'declined', 'cancelled')
        or (each.status = 'declined' and each.received_on is not null and not each.back_shipped))
      union all
      select 'return', each.return_id, each.number, each.status,
        case
          when each.status = 'requested' and each.question is not null then 'shopper'
          when each.status = 'shipped' then 'carrier'
          when each.status = 'approved' and each.route = 'return' and each.method_id is distinct from 'keep_item'
            then case when each.subject is null then 'shopper' else 'carrier' end
          else 'store'
        end,
        each.updated_at,
        (
          select line.title from return_items as item
          join order_lines as line on line.store_id = item.store_id and line.line_id = item.line_id
          where item.store_id = each.store_id and item.return_id = each.return_id
          order by item.position limit 1
        )
      from returns as each
      where each.store_id = ${storeId} and each.status in ('requested', 'approved', 'shipped', 'received', 'inspected')
    ) as due
    where ${asked.waitsFor ?? null}::text is null or waits_for = ${asked.waitsFor ?? null}
    order by since, id
    limit ${most}`.execute(tx);
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
}
