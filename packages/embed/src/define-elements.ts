import { defineElement } from './element.ts';
import { heights } from './room.ts';
import type { PostludeOptions } from './settings.ts';
import { type Chunks, type Load, type LoadedCatalogue, type TextsChunk, widgetNames } from './widget.ts';

/** What `defineElements` takes: the same as the script tag, without where the code is. */
export type DefineOptions = Omit<PostludeOptions, 'base'> & Required<Pick<PostludeOptions, 'store' | 'api'>>;

type Texts = () => Promise<{ readonly catalogue: LoadedCatalogue }>;

/** The groups of texts a widget says, as one. */
const together =
  (...groups: Texts[]) =>
  async (): Promise<TextsChunk> => {
    const loaded = await Promise.all(groups.map((group) => group()));
    return { catalogue: Object.assign({}, ...loaded.map(({ catalogue }) => catalogue)) };
  };
const sessionInGerman: Texts = () => import('@postlude/widgets/locales/order-session/de');
const sessionInArabic: Texts = () => import('@postlude/widgets/locales/order-session/ar');

const chunks: { readonly [Name in keyof Chunks]?: () => Promise<Chunks[Name]> } = {
  'order-tracking': () => import('./elements/order-tracking.tsx'),
  'order-tracking.de': together(sessionInGerman, () => import('@postlude/widgets/locales/order-tracking/de')),
  'order-tracking.ar': together(sessionInArabic, () => import('@postlude/widgets/locales/order-tracking/ar')),
  returns: () => import('./elements/returns.tsx'),
  'returns.de': together(sessionInGerman, () => import('@postlude/widgets/locales/returns/de')),
  'returns.ar': together(sessionInArabic, () => import('@postlude/widgets/locales/returns/ar')),
  'returns-steps': () => import('./elements/returns-steps.ts'),
  'returns-steps.de': together(
    () => import('@postlude/widgets/locales/order-tracking/de'),
    () => import('@postlude/widgets/locales/returns-steps/de'),
  ),
  'returns-steps.ar': together(
    () => import('@postlude/widgets/locales/order-tracking/ar'),
    () => import('@postlude/widgets/locales/returns-steps/ar'),
  ),
  withdrawal: () => import('./elements/withdrawal.tsx'),
  'withdrawal.de': together(sessionInGerman, () => import('@postlude/widgets/locales/withdrawal/de')),
  'withdrawal.ar': together(sessionInArabic, () => import('@postlude/widgets/locales/withdrawal/ar')),
  'warranty-registration': () => import('./elements/warranty-registration.tsx'),
  'warranty-registration.de': together(
    sessionInGerman,
    () => import('@postlude/widgets/locales/warranty-registration/de'),
  ),
  'warranty-registration.ar': together(
    sessionInArabic,
    () => import('@postlude/widgets/locales/warranty-registration/ar'),
  ),
  'registration-steps': () => import('./elements/registration-steps.ts'),
  'registration-steps.de': together(
    () => import('@postlude/widgets/locales/files/de'),
    () => import('@postlude/widgets/locales/registration-steps/de'),
  ),
  'registration-steps.ar': together(
    () => import('@postlude/widgets/locales/files/ar'),
    () => import('@postlude/widgets/locales/registration-steps/ar'),
  ),
  claims: () => import('./elements/claims.ts'),
  'claims.de': together(
    () => import('@postlude/widgets/locales/order-tracking/de'),
    () => import('@postlude/widgets/locales/files/de'),
    () => import('@postlude/widgets/locales/claims/de'),
  ),
  'claims.ar': together(
    () => import('@postlude/widgets/locales/order-tracking/ar'),
    () => import('@postlude/widgets/locales/files/ar'),
    () => import('@postlude/widgets/locales/claims/ar'),
  ),
  'claims-client': () => import('./elements/claims-client.ts'),
  recalls: () => import('./elements/recalls.tsx'),
  'recalls.de': () => import('@postlude/widgets/locales/recalls/de'),
  'recalls.ar': () => import('@postlude/widgets/locales/recalls/ar'),
  'recalls-client': () => import('./elements/recalls-client.ts'),
  'review-prompt': () => import('./elements/review-prompt.tsx'),
  'review-prompt.de': together(sessionInGerman, () => import('@postlude/widgets/locales/review-prompt/de')),
  'review-prompt.ar': together(sessionInArabic, () => import('@postlude/widgets/locales/review-prompt/ar')),
  'review-steps': () => import('./elements/review-steps.ts'),
  'review-steps.de': together(
    () => import('@postlude/widgets/locales/files/de'),
    () => import('@postlude/widgets/locales/review-steps/de'),
  ),
  'review-steps.ar': together(
    () => import('@postlude/widgets/locales/files/ar'),
    () => import('@postlude/widgets/locales/review-steps/ar'),
  ),
  'reviews-client': () => import('./elements/reviews-client.ts'),
  reviews: () => import('./elements/reviews.tsx'),
  'reviews.de': together(sessionInGerman, () => import('@postlude/widgets/locales/reviews/de')),
  'reviews.ar': together(sessionInArabic, () => import('@postlude/widgets/locales/reviews/ar')),
  'reviews-later': () => import('./elements/reviews-later.ts'),
  'reviews-later.de': () => import('@postlude/widgets/locales/reviews-later/de'),
  'reviews-later.ar': () => import('@postlude/widgets/locales/reviews-later/ar'),
  'reviews-list-client': () => import('./elements/reviews-list-client.ts'),
  referral: () => import('./elements/referral.tsx'),
  'referral.de': together(sessionInGerman, () => import('@postlude/widgets/locales/referral/de')),
  'referral.ar': together(sessionInArabic, () => import('@postlude/widgets/locales/referral/ar')),
  'referral-client': () => import('./elements/referral-client.ts'),
  'referral-offer': () => import('./elements/referral-offer.tsx'),
  'referral-offer.de': together(sessionInGerman, () => import('@postlude/widgets/locales/referral-offer/de')),
  'referral-offer.ar': together(sessionInArabic, () => import('@postlude/widgets/locales/referral-offer/ar')),
  'referral-offer-client': () => import('./elements/referral-offer-client.ts'),
  client: () => import('./elements/client.ts'),
  debug: () => import('./elements/debug.ts'),
  'returns-client': () => import('./elements/returns-client.ts'),
  'withdrawal-client': () => import('./elements/withdrawal-client.ts'),
  'warranty-client': () => import('./elements/warranty-client.ts'),
};

const listeners = new Set<() => void>();
let current: PostludeOptions = {};

const load: Load = async (name) => {
  const found = chunks[name];
  if (!found) throw new Error(`There is no ${name}.`);
  return found();
};

/**
 * Registers the elements, for pages that bundle instead of using the script tag. Importing this module does nothing, here
 * or on a server; where there is no DOM, calling it does nothing either. Calling it again changes the options of all
 * elements. A tag that the script tag has already registered is left to it.
 *
 * @example
 * ```ts
 * import { defineElements } from '@postlude/embed';
 * defineElements({ store: 'pk_…', api: 'https://postlude.example' });
 * ```
 */
export function defineElements(options: DefineOptions): void {
  if (typeof customElements === 'undefined') return;
  current = { ...current, ...options };
  for (const changed of listeners) changed();
  for (const name of widgetNames) {
    if (chunks[name]) defineElement(name, { options: () => current, load, widgets: heights, listeners });
  }
}
