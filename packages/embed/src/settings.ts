import type { Theme } from '@postlude/widgets/kit';

/** What can be set for a whole page: by `window.Postlude = {…}` before the script, `data-…` on the script, `Postlude.configure`. */
export interface PostludeOptions {
  /** The store's publishable key (`pk_…`). */
  readonly store?: string | undefined;
  /** Where the backend answers; where the script came from unless given. */
  readonly api?: string | undefined;
  /** Where the widgets' code is; where the script came from unless given. Only read before the script runs. */
  readonly base?: string | undefined;
  /** The language of all widgets; that of the place in the page unless given. */
  readonly locale?: string | undefined;
  /** `auto` unless given. */
  readonly theme?: Theme | undefined;
  /** The page's Content-Security-Policy nonce, for browsers that know no constructed stylesheets. */
  readonly nonce?: string | undefined;
  /** Says in the console what looks like a mistake in the page. */
  readonly debug?: boolean | string | undefined;
}

/** One element's settings, made of its own attributes and properties and the page's options. */
export interface WidgetSettings extends PostludeOptions {
  /** The publishable key. */
  readonly store: string;
  readonly api: string;
  readonly order: string | undefined;
  /** The shopper's name, where the page knows it: fills in the withdrawal form. */
  readonly name?: string | undefined;
  readonly proof: string | undefined;
  /** A gift's code, which opens its order without prices. */
  readonly gift: string | undefined;
  /** How many parcels the order has, as the page says. */
  readonly parcels?: string | undefined;
  /** `eager` loads at once. */
  readonly loading?: string | undefined;
  /** `off` keeps what a shopper has typed with the backend instead of in the browser. */
  readonly drafts?: string | undefined;
  /** Set where the browser's own Back may go back a step of a widget. */
  readonly history?: string | undefined;
  /** `off` hides the way for what was bought elsewhere. */
  readonly elsewhere?: string | undefined;
  /** The page with returns. */
  readonly returns?: string | undefined;
  /** The page with the withdrawal function. */
  readonly withdrawal?: string | undefined;
  /** `always` shows a widget whatever may be asked, `ask` only when that is right. */
  readonly mode?: string | undefined;
  /** The page with warranties and claims. */
  readonly warranty?: string | undefined;
  /** The page where shoppers recommend the shop. */
  readonly referral?: string | undefined;
  /** The product whose reviews are shown, by its id with the platform. */
  readonly product?: string | undefined;
  /** `store` shows the reviews of the shop itself. */
  readonly subject?: string | undefined;
  /** The code of an invitation. */
  readonly code?: string | undefined;
  /** The visitor's country. */
  readonly country?: string | undefined;
  /** Where a friend goes on to the shop. */
  readonly shop?: string | undefined;
  /** An open session, as an object or as JSON. */
  readonly session: unknown;
  /** The language as it was found, in any spelling; empty when nobody said. */
  readonly locale: string;
  /** The language whose texts are used (`de`), or `en`. */
  readonly language: string;
}

/**
 * The attributes every element has, which are its properties too. `lang` and `dir` are HTML's own and so not listed. A
 * widget may look at more attributes of its element; those are not properties.
 */
export const elementProperties = [
  'order',
  'proof',
  'gift',
  'parcels',
  'session',
  'store',
  'api',
  'theme',
  'loading',
] as const;

/** What an element hears of as it changes, HTML's own included. */
export const attributeNames: readonly string[] = [...elementProperties, 'lang', 'dir'];

/**
 * The value of an attribute or property as the text it was meant to be. Frameworks write `[object Object]` for an object
 * into an element that is not defined yet, and `"false"`, `"null"` or `"undefined"` for what was not to be set at all.
 */
export function meantText(value: unknown): string | undefined {
  return /^(|false|null|undefined|\[object .*)$/.test(value as string) ? undefined : `${value}`;
}
