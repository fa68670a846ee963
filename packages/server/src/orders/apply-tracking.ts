import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { toJson, toMaybeJson } from '../db/values.ts';
import type { EventFact, PromiseFact, Subject, TrackingFact } from '../ingest/facts.ts';
import { newId } from '../secrets/ids.ts';
import { subjectOfNumber, subjectOfShipment } from '../tracking/known.ts';
import { type Applying, givesWay } from './newer.ts';

/** The text by which tracking rows and shipments find each other. */
export function subjectOf(subject: Subject): string {
  return subject.by === 'number'
    ? subjectOfNumber(subject.trackingNumber)
    : subjectOfShipment(subject.source, subject.externalId);
}

/**
 * Writes what a carrier told of a parcel. Of the snapshot the newer version stays; events and promises are kept all,
 * each once, because an older message may tell what a newer one left out.
 */
export async function applyTracking(
  tx: Tx,
  storeId: string,
  fact: TrackingFact,
  now: Date,
  applying: Applying,
): Promise<void> {
  const subject = subjectOf(fact.subject);
  const row = {
    status: toMaybeJson(fact.status),
    raw: toJson(fact.raw),
    carrier_name: fact.carrierName,
    pickup: toMaybeJson(fact.pickup),
    proof: toMaybeJson(fact.proof),
    legs: toJson(fact.legs),
    action_url: fact.actionUrl,
    version_at: fact.version.at,
    version_tie: fact.version.tie,
    updated_at: now,
  };
  await tx
    .insertInto('tracks')
    .values({ store_id: storeId, subject, source: fact.source, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['store_id', 'subject', 'source'])
        .doUpdateSet(row)
        .where(givesWay('tracks', applying)),
    )
    .execute();
  // The row of the snapshot is locked from here on, whether it was changed or not: messages about one parcel queue up.
  await writeEvents(tx, storeId, subject, fact, now);
  if (fact.promise) await writePromise(tx, storeId, subject, fact.source, fact.promise);
}

/**
 * What makes two tellings the same event: the provider's id, or what the provider said. Not what we made of it: after a
 * correction of a mapping the event must be found again.
 */
function eventKey(event: EventFact): string {
  if (event.externalId !== null) return `id:${hash(event.externalId)}`;
  const { when, message, place, carrierName, raw } = event;
  return `is:${hash(stable({ local: when.localTime, offset: when.offset, message, place, carrierName, raw }))}`;
}

async function writeEvents(
  tx: Tx,
  storeId: string,
  subject: string,
  fact: TrackingFact,
  now: Date,
): Promise<void> {
  if (fact.events.length === 0) return;
  const rows = new Map<string, Record<string, unknown>>();
  for (const event of fact.events) {
    const key = eventKey(event);
    const known = rows.get(key);
    if (known && String(known.at) >= event.when.at) continue;
    rows.set(key, {
      event_id: newId('trackingEvent', now.getTime()),
      event_key: key,
      at: event.when.at,
      local_time: event.when.localTime,
      utc_offset: event.when.offset,
      status: event.mapped.status,
      sub_status: event.mapped.subStatus,
      action_required: event.mapped.actionRequired,
      known: event.mapped.known,
      message: event.message,
      place: event.place,
      carrier_name: event.carrierName,
      raw: event.raw,
    });
  }
  // Written over only where our reading of the same words changed, or where a provider corrected an event: then the
  // later (and between equal times the greater) telling stays, whichever came first.
  await sql`
    insert into tracking_events as known (
      store_id, subject, source, received_at, event_id, event_key, at, local_time, utc_offset, status, sub_status,
      action_required, known, message, place, carrier_name, raw
    )
    select ${storeId}, ${subject}, ${fact.source}, ${now}, event_id, event_key, at, local_time, utc_offset, status,
      sub_status, action_required, known, message, place, carrier_name, raw
    from jsonb_to_recordset(${toJson([...rows.values()])}::jsonb) as event (
      event_id text, event_key text, at timestamptz, local_time text, utc_offset text, status text, sub_status text,
      action_required boolean, known boolean, message text, place jsonb, carrier_name text, raw jsonb
    )
    on conflict (store_id, subject, source, event_key) do update set
      at = excluded.at, local_time = excluded.local_time, utc_offset = excluded.utc_offset, status = excluded.status,
      sub_status = excluded.sub_status, action_required = excluded.action_required, known = excluded.known,
      message = excluded.message, place = excluded.place, carrier_name = excluded.carrier_name, raw = excluded.raw
    where (excluded.at, coalesce(excluded.message, ''), excluded.raw::text)
        > (known.at, coalesce(known.message, ''), known.raw::text)
      or (excluded.raw = known.raw and excluded.at = known.at
        and (excluded.status, excluded.sub_status, excluded.action_required, excluded.known)
          is distinct from (known.status, known.sub_status, known.action_required, known.known))
  `.execute(tx);
}

async function writePromise(
  tx: Tx,
  storeId: string,
  subject: string,
  source: string,
  promise: PromiseFact,
): Promise<void> {
  const content = {
    promised_by: promise.source,
    from_date: promise.from,
    until_date: promise.until,
    zone: promise.zone,
    reason: promise.reason,
  };
  await tx
    .insertInto('promises')
    .values({
      store_id: storeId,
      subject,
      source,
      observed_at: promise.observedAt,
      promise_key: hash(stable(content)),
      ...content,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** JSON with keys in order, so that equal content is equal text. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
