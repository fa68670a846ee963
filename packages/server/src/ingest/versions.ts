import { createHash } from 'node:crypto';
import type { Version } from './facts.ts';

/** SHA-256 in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Older than every time a provider can give: for a message that gives none, so that any other is newer. */
export const oldest = '1970-01-01T00:00:00.000Z';

/**
 * The version of a fact: the provider's time of the change, then finer hints in the order given (each must sort as text),
 * then the content itself. The last makes the choice between two equal times the same whichever came in first.
 */
export function versionOf(at: string | null, hints: readonly (string | null)[], content: unknown): Version {
  const hash = sha256(JSON.stringify(content)).slice(0, 16);
  return { at: at ?? oldest, tie: [...hints.map((hint) => hint ?? ''), hash].join('|') };
}
