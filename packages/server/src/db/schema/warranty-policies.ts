/** The tables of migration 9. */
export type WarrantyPoliciesTables = Readonly<Record<never, never>>;
