import type { Catalogue } from '@postlude/widgets/kit';
import type { LoadedCatalogue } from '../widget.ts';

/** Groups of texts in English, by their names in a catalogue (`orderSession`). */
export type EnglishTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The texts of a language as a widget takes them. Their chunk holds each group in the order of its English texts, a line each. */
export function catalogueOf(
  loaded: LoadedCatalogue | undefined,
  english: EnglishTexts,
): Catalogue | undefined {
  if (!loaded) return undefined;
  const groups = Object.keys(english).map((name) => {
    const group: unknown = Reflect.get(loaded, name);
    if (typeof group !== 'string') return [name, group];
    const lines = group.split('\n');
    return [
      name,
      Object.fromEntries(Object.keys(english[name] ?? {}).map((key, index) => [key, lines[index]])),
    ];
  });
  return { ...loaded, ...Object.fromEntries(groups) };
}
