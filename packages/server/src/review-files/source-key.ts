import { createHash } from 'node:crypto';
import type { ReviewFormat } from '@postlude/contract';
import { toJson } from '../db/values.ts';
import { emailKey } from '../sessions/contact.ts';

/** What tells a review from all others where its format has no ids. */
export interface Said {
  readonly productId: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly at: Date;
  readonly stars: number;
  readonly title: string | null;
  readonly text: string | null;
}

/** The name a review of a file has for good: by its id where it came from. */
export const keyOfSource = (format: ReviewFormat, sourceId: string): string => `${format}:${sourceId}`;

/** The same for a review without an id, by what it says: product, author, day, stars and words. */
export function keyOfWords({ productId, email, name, at, stars, title, text }: Said): string {
  const author = email === null ? name : emailKey(email);
  const day = at.toISOString().slice(0, 10);
  return createHash('sha256')
    .update(toJson([productId, author, day, stars, title, text]))
    .digest('hex');
}
