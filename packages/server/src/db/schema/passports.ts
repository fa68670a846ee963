/** The tables of migration 10. */
export type PassportsTables = Readonly<Record<never, never>>;
