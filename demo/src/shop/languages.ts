/** The languages of the shop, each named in itself. */
export const languages = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const;

/** A language of the shop. */
export type Language = keyof typeof languages;

/** A colour theme of the shop; `auto` is the visitor's own. */
export type Theme = 'light' | 'dark' | 'auto';

/** True for a language the shop speaks. */
export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(languages, value);

/** True for a theme the shop has. */
export const isTheme = (value: unknown): value is Theme =>
  value === 'light' || value === 'dark' || value === 'auto';

/** The direction a language is written in. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
