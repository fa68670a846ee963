import type { LocalText } from '@postlude/contract';

/**
 * The text for a reader: in their language, region and all; in their language as spoken elsewhere; in the store's; or
 * the first by language tag. Null when there is none at all.
 */
export function pickText(
  text: LocalText | undefined,
  locale: string | null,
  storeLocale: string,
): string | null {
  if (text === undefined) return null;
  const byTag = Object.entries(text)
    .map(([tag, words]) => [plainTag(tag), words] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const wanted of [locale, storeLocale]) {
    if (wanted === null) continue;
    const tag = plainTag(wanted);
    const [language] = tag.split('-');
    const found =
      byTag.find(([own]) => own === tag) ??
      byTag.find(([own]) => own === language) ??
      byTag.find(([own]) => own.split('-')[0] === language);
    if (found) return found[1];
  }
  return byTag[0]?.[1] ?? null;
}

const plainTag = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();
