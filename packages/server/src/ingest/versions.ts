import { createHash } from 'node:crypto';
import type { Version } from './facts.ts';

/** SHA-256 in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Older than every time a provider can give: for a message that gives none, so that any other is newer. */
export const oldest = '1970-01-01T00:00:00.000Z';

/** How many digits a hint takes up: a time down to the nanosecond. */
const hintDigits = 23;

/**
 * The version of a fact: the provider's time of the change, then finer hints in the order given (a later time, a higher
 * rank of fixed digits; none counts as the least), then the content itself. The last makes the choice between two equal
 * times the same whichever came in first.
 *
 * The tie is digits and a hash of fixed length, because databases do not agree on how punctuation sorts.
 */
export function versionOf(at: string | null, hints: readonly (string | null)[], content: unknown): Version {
  const digits = hints.map((hint) =>
    (hint ?? '').replace(/\D/g, '').slice(0, hintDigits).padEnd(hintDigits, '0'),
  );
  const hash = sha256(JSON.stringify(content)).slice(0, 16);
  return { at: at ?? oldest, tie: `${digits.join('')}${hash}` };
}
