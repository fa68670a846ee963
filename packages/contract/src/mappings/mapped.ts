import {
  actionFor,
  type MappedStatus,
  type TrackingStatus,
  type TrackingSubStatus,
} from '../tracking-status.ts';

/** One row of a table: a status, or a status and what is finer. */
export type Row = TrackingStatus | readonly [TrackingStatus, TrackingSubStatus];

/** A row as a mapped status. Action is required where our own vocabulary names one. */
export function mapped(row: Row, known = true): MappedStatus {
  const [status, subStatus] = typeof row === 'string' ? [row, null] : row;
  return { status, subStatus, actionRequired: actionFor(status, subStatus) !== null, known };
}

/**
 * What stands for words in no table: nothing is claimed. `pending` with `known: false` tells less than anything told
 * before, so rules keep the last known state of a parcel when they meet it.
 */
export const unknownStatus: MappedStatus = mapped('pending', false);

/** The row of a provider's word; undefined for a word that is not in the table (`constructor` never is). */
export const rowOf = <R>(table: Readonly<Record<string, R>>, word: string | null): R | undefined =>
  word !== null && Object.hasOwn(table, word) ? table[word] : undefined;

/** How a status takes in the details told beside it. */
export interface Refinement {
  readonly base: TrackingStatus;
  /** Details that say one of these win over the base; any other is too much or too little for this status and is left out. */
  readonly takes: readonly TrackingStatus[];
}

/** The row of a detail where the status takes it, the base otherwise. */
export function refine({ base, takes }: Refinement, detail: Row | null | undefined): Row {
  if (detail === null || detail === undefined) return base;
  const status = typeof detail === 'string' ? detail : detail[0];
  return status === base || takes.includes(status) ? detail : base;
}
