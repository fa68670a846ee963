import type { ReviewPage } from '@postlude/contract';
import { normaliseLocale } from '@postlude/widgets/kit';
import {
  createReviewsModel,
  type LoadLater,
  parametersOf,
  Reviews,
  type ReviewsModel,
  type ReviewsOf,
  type ReviewsSnapshot,
  type ReviewsSource,
  reviewsStyles,
  reviewsTexts,
} from '@postlude/widgets/reviews';
import type { WidgetSettings } from '../settings.ts';
import type { Load } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { readBody } from './first-session.ts';
import { structuredData } from './json-ld.ts';
import { mountWidget } from './mount-widget.ts';

import { reachable } from './session-source.ts';

/** What the view needs besides the model. */
const beside = new WeakMap<
  ReviewsModel,
  { readonly later: LoadLater; readonly about: 'product' | 'store' }
>();

/** Puts a list of reviews into an element. */
export const mount = mountWidget<ReviewsModel, ReviewsSnapshot>({
  styles: reviewsStyles,
  texts: reviewsTexts,
  create({ settings, load, restore, onEvent, report }) {
    const of = subjectOf(settings);
    const model = createReviewsModel({
      source: sourceOf(settings, of, load),
      onJsonLd: structuredData(),
      restore,
      onEvent,
      report,
    });
    beside.set(model, { later: laterOf(settings, load), about: of.subject ?? 'product' });
    return model;
  },
  view: (model, look) => (
    <Reviews model={model} {...look} {...(beside.get(model) as { later: LoadLater; about: 'product' })} />
  ),
});

function subjectOf({ product, subject, locale }: WidgetSettings): ReviewsOf {
  return {
    product,
    subject: subject === 'store' || subject === 'product' ? subject : undefined,
    locale: normaliseLocale(locale) ?? undefined,
  };
}

/** The list needs no more than the network; the client's code comes with the first vote or report. */
function sourceOf(settings: WidgetSettings, of: ReviewsOf, load: Load): ReviewsSource {
  const client = async () => (await reachable(load('reviews-list-client'))).createReviewsSource(settings);
  return {
    list(query, cursor, signal) {
      const { api, store } = settings;
      const parameters = new URLSearchParams({ store, ...parametersOf(of, query, cursor) });
      const url = `${api.replace(/\/*$/, '/v1/reviews?')}${parameters}`;
      return readBody(fetch(url, { credentials: 'omit', signal }), isPage);
    },
    vote: async (...vote) => (await client()).vote(...vote),
    report: async (...report) => (await client()).report(...report),
  };
}

const isPage = (value: unknown): value is ReviewPage =>
  Array.isArray((value as Partial<ReviewPage> | null | undefined)?.items);

function laterOf({ language, nonce }: WidgetSettings, load: Load): LoadLater {
  return async () => {
    const [{ laterScreens, reviewsLaterEnglish }, texts] = await Promise.all([
      load('reviews-later'),
      // English, which is there anyway, is better than nothing.
      language === 'en' ? undefined : load(`reviews-later.${language}`).catch(() => undefined),
    ]);
    const catalogue = catalogueOf(texts?.catalogue, { reviewsLater: reviewsLaterEnglish });
    return { screens: laterScreens, catalogue, nonce };
  };
}
