/**
 * The usual spelling of a language tag as pages carry it (`de_DE`, `pt-br`, `iw`, `de_DE.UTF-8`), or null when it is none
 * (``, `x`, `english`). It may be one this machine has no words for: asking that takes browsers long the first time.
 */
export function normaliseLocale(tag: string | null | undefined): string | null {
  try {
    const spelled = `${tag ?? ''}`
      .trim()
      .replace(/[.@].*$/, '')
      .replaceAll('_', '-');
    // Longer ones are kept free for languages to come, and taken by people who write `english`.
    return /^[a-z]{2,3}(-|$)/i.test(spelled) ? (Intl.getCanonicalLocales(spelled)[0] ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * The locale texts are in: the one the page asks for where it is a variety of the language the texts are in (`de-AT` with
 * German texts), otherwise that language itself, so that a sentence is never in two languages.
 */
export function localeFor(language: string, asked: string | null | undefined): string {
  const locale = normaliseLocale(asked);
  return locale?.split('-')[0] === language ? locale : language;
}

/**
 * How numbers and dates are written in a locale: where it leaves the region open, as the shopper's own browser writes the
 * same language. A shopper from London reads *26 November* on a page that only says `en`.
 */
export function varietyFor(
  locale: string,
  preferred: readonly string[] = globalThis.navigator?.languages ?? [],
): string {
  const own = preferred.find((tag) => tag.startsWith(`${locale}-`));
  return own ?? locale;
}
