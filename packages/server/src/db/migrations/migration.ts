/** One numbered step of the schema. Never changed once it was released; a correction is a new step. */
export interface Migration {
  /** 1, 2, … without a gap. */
  readonly number: number;
  readonly name: string;
  /** One or more statements, run in one transaction with all other pending steps. */
  readonly sql: string;
  /** The store-scoped tables this step creates; each gets row-level security and the rights of the application role. */
  readonly storeTables: readonly string[];
}
