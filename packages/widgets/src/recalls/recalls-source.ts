import type { RecallList, RecallNotice } from '@postlude/contract';
import type { OrderAccess } from '../returns/returns-source.ts';

/** A remedy of a recall. */
export type Remedy = RecallNotice['remedies'][number]['kind'];

/** Where recalls come from, and where the answer to one goes. Rejects with something that has a `code`. */
export interface RecallsSource {
  list(access: OrderAccess, signal: AbortSignal): Promise<RecallList>;
  /** Says that a recall was read, and which remedy is wanted; the same again changes nothing. */
  answer(
    access: OrderAccess,
    recallId: string,
    remedy: Remedy | null,
    signal: AbortSignal,
  ): Promise<RecallList>;
}
