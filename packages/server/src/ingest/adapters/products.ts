import { wordAt } from '../fields.ts';
import type { JsonRecord } from '../json.ts';
import { plainText } from '../plain-text.ts';

/** How many variants of a product are read: as many as Shopify allows. */
export const maxVariants = 2048;

/** How many tags of a product are read: as many as Shopify allows. */
export const maxTags = 250;

/** Words people sort by, each once, as plain text. */
export const labels = (...lists: readonly (readonly string[])[]): string[] => [
  ...new Set(
    lists
      .flat()
      .map((word) => plainText(word, 255))
      .filter((word) => word !== ''),
  ),
];

/** Units on hand: more sold than there were is none. Null for what is no number. */
export function unitsAt(record: JsonRecord, key: string): number | null {
  const match = /^(-?)(\d{1,9})(?:\.\d+)?$/.exec(wordAt(record, key) ?? '');
  if (!match) return null;
  return match[1] === '-' ? 0 : Number(match[2]);
}
