import type { StaffWithdrawal } from '@postlude/contract';

/** One of `withdrawalMarks`. */
type Mark = StaffWithdrawal['marks'][number];

/** What is known of the contract a declaration is about. */
export interface MarkFacts {
  /** The order with that number; null when there is none. */
  readonly order: {
    /** The e-mail address of the declaration is that of the order. */
    readonly contactFits: boolean;
    /** Every parcel arrived, as far as anybody knows. */
    readonly isDelivered: boolean;
    /** The last day of the period; null while it cannot be known. */
    readonly lastDay: string | null;
    readonly hasExemptItems: boolean;
  } | null;
  /** The day the declaration came, in the store's zone. */
  readonly receivedOn: string;
}

/**
 * What we think of a declaration, for the shop to look at. Sending it in time is enough (Article 11(2) of Directive
 * 2011/83/EU), so the day it came here counts; a delivery whose day nobody knows never makes it late.
 */
export function marksOf({ order, receivedOn }: MarkFacts): Mark[] {
  if (order === null) return ['no_such_order'];
  const isLate = order.lastDay !== null && receivedOn > order.lastDay;
  const marks: [boolean, Mark][] = [
    [!isLate, 'in_time'],
    [isLate, 'late'],
    [!order.contactFits, 'contact_differs'],
    [!order.isDelivered, 'not_delivered_yet'],
    [order.hasExemptItems, 'exempt_items'],
  ];
  return marks.filter(([holds]) => holds).map(([, mark]) => mark);
}
