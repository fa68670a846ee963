/** The tables of migration 11. */
export type SerialsAndRecallsTables = Readonly<Record<never, never>>;
