import { type TrackingStatus, trackingStatuses } from '@postlude/contract/tracking-status';
import { webAddress } from '../carriers/web-address.ts';

/**
 * How far along a status is, for two that are told for the same moment. What only says that something is wrong or that
 * nobody knows ranks below what a carrier did.
 */
const ranks: Readonly<Record<TrackingStatus, number>> = {
  pending: 0,
  expired: 1,
  cancelled: 2,
  label_created: 3,
  in_transit: 4,
  delayed: 5,
  exception: 6,
  held: 7,
  out_for_delivery: 8,
  attempt_failed: 9,
  available_for_pickup: 10,
  lost: 11,
  damaged: 12,
  returning: 13,
  delivered: 14,
  returned: 15,
};

/** How far along a status is; greater is further. */
export const rankOf = (status: TrackingStatus): number => ranks[status];

const statuses: ReadonlySet<string> = new Set(trackingStatuses);

/** A stored status; one this version does not know (a newer one wrote it) reads as `exception`. */
export const readStatus = (status: string): TrackingStatus =>
  statuses.has(status) ? (status as TrackingStatus) : 'exception';

/** A number of units: whole, not negative, and small enough to be added up. */
export const readUnits = (quantity: number): number =>
  Number.isFinite(quantity) ? Math.min(Math.max(Math.trunc(quantity), 0), 1_000_000_000) : 0;

/** A text, or null when it is empty or only white space. */
export const readText = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text;

/** An http or https address, or null. */
export const readAddress = (text: string | null): string | null => (text === null ? null : webAddress(text));

/** Orders texts by their code units: the same on every machine, whatever its language. */
export const compareTexts = (a: string | null, b: string | null): number => {
  const left = a ?? '';
  const right = b ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The first row of each key. Sort the rows first, so that the one to keep does not depend on how they came. */
export function firstOfEach<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Row[] {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!kept.has(key)) kept.set(key, row);
  }
  return [...kept.values()];
}

/** Rows by key, in the order in which the keys first come. */
export function groupsOf<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
