/** Scripts of languages that are not written in Latin letters; the others are. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ur: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  bg: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  zh: /\p{Script=Han}/u,
  ko: /\p{Script=Hangul}/u,
  hi: /\p{Script=Devanagari}/u,
  th: /\p{Script=Thai}/u,
};

/**
 * The language somebody most likely wrote in: that of the page, where the letters are those of it; otherwise nobody knows.
 * Null for a review without words.
 */
export function languageOf(words: string, locale: string | null): string | null {
  const letters = words.match(/\p{L}/gu) ?? [];
  const language = locale?.toLowerCase().split(/[-_]/)[0];
  if (letters.length === 0 || !language) return null;
  const script = scripts[language] ?? /\p{Script=Latin}/u;
  const fitting = letters.filter((letter) => script.test(letter)).length;
  return fitting * 2 > letters.length ? language : null;
}
