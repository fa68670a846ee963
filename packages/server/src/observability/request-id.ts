import { uuidv7 } from '../secrets/ids.ts';

/**
 * The id of a request: the one a proxy in front of us gave it (`X-Request-Id`), if it is short and plain enough to be
 * written into a log, otherwise a new one.
 */
export function requestId(header: string | null | undefined): string {
  return header && /^[A-Za-z0-9][A-Za-z0-9._:-]{7,127}$/.test(header) ? header : uuidv7();
}
