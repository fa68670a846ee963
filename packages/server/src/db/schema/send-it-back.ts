/** The tables of migration 5. */
export interface SendItBackTables {}
