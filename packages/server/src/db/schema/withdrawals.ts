/** The tables of migration 6. */
export interface WithdrawalTables {}
