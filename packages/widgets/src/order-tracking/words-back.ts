import type { Words } from '../order-session/words.ts';

/** The words of a parcel, where they differ for one that goes to the store and not to the shopper. */
export function wordsBack(words: Words): Words {
  const known: Words['known'] = (key, values) =>
    words.known(`back.${key}`, values) ?? words.known(key, values);
  return { ...words, known, t: (key, ...[values]) => known(key, values) ?? key };
}
