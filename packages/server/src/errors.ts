/** Every way the backend can fail that a person who runs it can do something about. Stable: programs may look at it. */
export type ServerErrorCode =
  | 'config_invalid'
  | 'data_folder_in_use'
  | 'data_folder_unusable'
  | 'database_unreachable'
  | 'database_newer'
  | 'database_unsafe'
  | 'database_failed'
  | 'port_in_use'
  | 'address_unusable'
  | 'secret_unreadable'
  | 'nested_transaction'
  | 'not_found'
  | 'invalid_argument'
  | 'conflict'
  | 'file_unreadable';

const brand = Symbol.for('postlude.server-error');

/**
 * An error with a message for people and a code for programs. What failed beneath it is its `cause`. Everything the
 * server or the command line throws on purpose is one of these; anything else is a fault of ours.
 */
export class PostludeServerError extends Error {
  override readonly name = 'PostludeServerError';
  readonly code: ServerErrorCode;
  readonly [brand] = true;

  constructor(code: ServerErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** True for a `PostludeServerError`, also for one made by another copy of this module; narrows to one code when told. */
export function isServerError(error: unknown, code?: ServerErrorCode): error is PostludeServerError {
  if (!(error instanceof Error) || !(brand in error)) return false;
  return code === undefined || (error as PostludeServerError).code === code;
}

/** What to tell a person of any thrown value, in one line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
