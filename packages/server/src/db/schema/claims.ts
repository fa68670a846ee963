/** The tables of migration 12. */
export type ClaimsTables = Readonly<Record<never, never>>;
