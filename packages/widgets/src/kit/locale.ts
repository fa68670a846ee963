/**
 * The usual spelling of a language tag as pages carry it (`de_DE`, `pt-br`, `iw`, `de_DE.UTF-8`), or null when it is
 * none this machine has words for (``, `x`, `english`).
 */
export function normaliseLocale(tag: string | null | undefined): string | null {
  try {
    const spelled = `${tag ?? ''}`
      .trim()
      .replace(/[.@].*$/, '')
      .replaceAll('_', '-');
    return Intl.DateTimeFormat.supportedLocalesOf(spelled)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The locale numbers and dates are written in: the one the page asks for where it is a variety of the language the texts
 * are in (`de-AT` with German texts), otherwise that language itself, so that a sentence is never in two languages.
 */
export function localeFor(language: string, asked: string | null | undefined): string {
  const locale = normaliseLocale(asked);
  return locale?.split('-')[0] === language ? locale : language;
}
