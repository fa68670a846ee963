import type { Id, Order } from '@postlude/contract';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Fact } from '../ingest/facts.ts';
import { subjectOf } from '../orders/apply-tracking.ts';
import { recycledAfter } from '../orders/read-known.ts';
import { readOrder } from '../tracking/index.ts';
import type {
  KnownEvent,
  KnownLine,
  KnownOrder,
  KnownPromise,
  KnownStore,
  KnownTrack,
} from '../tracking/known.ts';
import type { ReturnItemRow, ReturnRow } from './store.ts';

/** Most events read of one parcel. */
const mostEvents = 250;

/** What the parcel of a return has to do with the order it came from. */
export interface ParcelOf {
  readonly row: Pick<
    ReturnRow,
    | 'store_id'
    | 'return_id'
    | 'order_id'
    | 'number'
    | 'created_at'
    | 'subject'
    | 'carrier_name'
    | 'tracking_number'
  >;
  readonly items: readonly Pick<ReturnItemRow, 'line_id' | 'quantity'>[];
  readonly lines: readonly KnownLine[];
  readonly store: KnownStore;
}

/** The parcel of a return as a card shows it, and when to ask again. */
export interface ReturnParcel {
  readonly shipment: Order['shipments'][number];
  readonly refreshAfter: number | null;
  /** True once a carrier had it in hand. */
  readonly left: boolean;
}

interface News {
  readonly tracks: readonly KnownTrack[];
  readonly events: readonly KnownEvent[];
  readonly promises: readonly KnownPromise[];
}

const notLeft: ReadonlySet<string> = new Set(['pending', 'label_created', 'cancelled']);

/**
 * Reads the parcel of a return by the same rules as a delivery: it is told to them as the only parcel of an order that was
 * placed when the return was filed. Null when the return has no number yet.
 */
export async function readParcelOf(tx: Tx, of: ParcelOf, now: Date): Promise<ReturnParcel | null> {
  const { row, items, lines, store } = of;
  if (row.subject === null || row.tracking_number === null) return null;
  const news = await readNews(tx, row.store_id, row.subject, row.created_at);
  const byId = new Map<string, KnownLine>(lines.map((line) => [line.id, line]));
  const packed = items.flatMap(({ line_id, quantity }) => {
    const line = byId.get(line_id);
    return line ? [{ lineExternalId: line.externalId, quantity, parcel: null }] : [];
  });
  const known: KnownOrder = {
    order: {
      id: row.order_id as Id<'order'>,
      number: row.number,
      placedAt: row.created_at.toISOString(),
      cancelledAt: null,
      total: null,
      destination: null,
    },
    store,
    lines,
    refunds: [],
    shipments: [
      {
        id: `shp_${row.return_id.slice('ret_'.length)}`,
        source: 'staff',
        externalId: row.return_id,
        versionAt: row.created_at.toISOString(),
        versionTie: '',
        cancelled: false,
        shippedAt: null,
        trackingNumber: row.tracking_number,
        carrierName: row.carrier_name,
        trackingUrl: null,
        parcel: 0,
        items: packed,
        status: null,
      },
    ],
    ...news,
  };
  const order = readOrder(known, now);
  const shipment = order.shipments[0];
  if (!shipment) return null;
  return { shipment, refreshAfter: order.refreshAfter, left: !notLeft.has(shipment.status) };
}

async function readNews(tx: Tx, storeId: string, subject: string, since: Date): Promise<News> {
  const { rows } = await sql<{ news: News }>`
    with since as (select ${since}::timestamptz - ${recycledAfter}::interval as at)
    select json_build_object(
      'tracks', (
        select coalesce(json_agg(json_build_object(
          'subject', subject, 'source', source, 'versionAt', version_at, 'versionTie', version_tie, 'status', status,
          'carrierName', carrier_name, 'pickup', pickup, 'proof', proof, 'legs', legs, 'actionUrl', action_url)), '[]')
        from tracks where store_id = ${storeId} and subject = ${subject} and version_at >= since.at
      ),
      'events', (
        select coalesce(json_agg(json_build_object(
          'id', event_id, 'subject', subject, 'source', source, 'at', newest.at, 'localTime', local_time,
          'offset', utc_offset, 'status', status, 'subStatus', sub_status, 'actionRequired', action_required,
          'message', message, 'place', place, 'carrierName', carrier_name)), '[]')
        from (
          select * from tracking_events
          where store_id = ${storeId} and subject = ${subject} and tracking_events.at >= since.at
          order by tracking_events.at desc, event_key limit ${mostEvents}
        ) as newest
      ),
      'promises', (
        select coalesce(json_agg(json_build_object(
          'subject', subject, 'source', source, 'observedAt', observed_at, 'from', from_date, 'until', until_date,
          'zone', zone, 'promisedBy', promised_by, 'reason', reason)), '[]')
        from promises where store_id = ${storeId} and subject = ${subject} and observed_at >= since.at
      )
    ) as news
    from since`.execute(tx);
  return rows[0]?.news ?? { tracks: [], events: [], promises: [] };
}

/** The subjects that facts tell of. */
export const subjectsOf = (facts: readonly Fact[]): string[] => [
  ...new Set(facts.flatMap((fact) => (fact.kind === 'tracking' ? [subjectOf(fact.subject)] : []))),
];
