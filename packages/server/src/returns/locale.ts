import type { LocalText } from '@postlude/contract';

/** Says a text of the policy in a language: in that very one, in its plain form, in the store's, or in any there is. */
export function textPicker(
  locale: string | null | undefined,
  storeLocale: string,
): (text: LocalText | undefined) => string | null {
  const wanted = [locale, storeLocale].flatMap((tag) => {
    const plain = tag?.toLowerCase().replaceAll('_', '-');
    return plain ? [plain, plain.split('-')[0] ?? plain] : [];
  });
  return (text) => {
    if (text === undefined) return null;
    const entries = Object.entries(text).map(([tag, words]) => [tag.toLowerCase(), words] as const);
    for (const tag of wanted) {
      const found =
        entries.find(([known]) => known === tag) ?? entries.find(([known]) => known.startsWith(`${tag}-`));
      if (found) return found[1];
    }
    return entries[0]?.[1] ?? null;
  };
}
