import type { MaybeMoment, Moment } from '../columns.ts';

/** Which mail tells the shopper of which step of a return, a claim or a registration. */
export interface CaseMailsTable {
  store_id: string;
  /** The id of the return, the claim or the registration. */
  case_id: string;
  /** The step, as in its audit. */
  sequence: number;
  delivery_id: string;
}

/** Months a store added to what stands behind a unit; never changed but for being voided once. */
export interface AddedMonthsTable {
  store_id: string;
  added_months_id: string;
  passport_id: string;
  months: number;
  /** Why; read by staff. */
  reason: string;
  added_by: string;
  added_at: Moment;
  voided_by: string | null;
  voided_at: MaybeMoment;
  void_note: string | null;
}

/** The tables of migration 14. */
export interface ClaimMailsTables {
  case_mails: CaseMailsTable;
  added_months: AddedMonthsTable;
}
