import { pictureOf, soldAs } from '../catalogue.ts';
import type { DemoLine, DemoOrder } from '../orders/demo-order.ts';
import { directionOf, type Language, type Theme } from './languages.ts';
import { type Texts, texts } from './texts.ts';

/** What every page of the shop needs to know. */
export interface View {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly theme: Theme;
  readonly texts: Texts;
  /** The path of the page, for the switches that stay on it. */
  readonly path: string;
  /** Where the backend serves `postlude.js`. */
  readonly backend: string;
  readonly publishableKey: string;
  /** Number of an order to try the withdrawal with. */
  readonly withdrawable: string;
  /** The proof that opens an order on a page; see `proof.ts`. */
  proofOf(order: DemoOrder): string;
}

/** Makes a view. */
export function viewOf(given: Omit<View, 'direction' | 'texts'>): View {
  return { ...given, direction: directionOf(given.language), texts: texts[given.language] };
}

/** Where the picture of a line is. */
export function picture({ sold }: DemoLine): string {
  const { product, variant } = soldAs(sold);
  return pictureOf(product, variant);
}

/** A sum in the order's currency, as people of the language write it. */
export const money = (amount: number, currency: string, language: Language): string => {
  const format = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

/** A day as people of the language write it. */
export const day = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(
    new Date(at),
  );

const localeOf = (language: Language): string => ({ en: 'en-GB', de: 'de-DE', ar: 'ar' })[language];
