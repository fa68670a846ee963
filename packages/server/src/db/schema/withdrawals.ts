import type { MaybeMoment, Moment } from '../columns.ts';

/** A declaration of withdrawal, as it was made. */
export interface WithdrawalsTable {
  store_id: string;
  withdrawal_id: string;
  /** Short enough to be read out. */
  number: string;
  received_at: Moment;
  name: string;
  contract: string;
  /** See `numberKey`: what an order is found by. */
  contract_key: string;
  email: string;
  items: string | null;
  /** The language the acknowledgement is in. */
  locale: string;
  /** The whole acknowledgement, as the consumer has it. */
  receipt: string;
  settled_at: MaybeMoment;
}

/** The tables of migration 6. */
export interface WithdrawalTables {
  withdrawals: WithdrawalsTable;
}
