/** What a command has of the process it runs in. Tests bring their own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a text to standard output, as it is. */
  out(text: string): void;
  /** Writes a text to standard error, as it is. */
  err(text: string): void;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** True when a person watches standard error. */
  readonly watched: boolean;
  /** Aborted when the process is asked to end. */
  readonly ending: AbortSignal;
}

/** A command ends with it. */
export const exitCodes = {
  done: 0,
  /** Something could not be done; the message says what. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** Part of it was done: the report says what was not. */
  partly: 3,
} as const;
