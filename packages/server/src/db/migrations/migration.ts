/** One numbered step of the schema. Never changed once it was released; a correction is a new step. */
export interface Migration {
  /** 1, 2, … without a gap. */
  readonly number: number;
  readonly name: string;
  /** One or more statements, run in one transaction with all other pending steps. */
  readonly sql: string;
  /** The store-scoped tables this step creates; each gets row-level security. */
  readonly storeTables: readonly StoreTable[];
  /** Tables of earlier steps that are gone after it. */
  readonly dropped?: readonly string[];
}

/** A table whose rows each belong to one store. */
export interface StoreTable {
  readonly table: string;
  /** What the application role may do with it. */
  readonly rights:
    | 'select'
    | 'select, insert'
    | 'select, update'
    | 'select, insert, update'
    | 'select, insert, update, delete';
}
