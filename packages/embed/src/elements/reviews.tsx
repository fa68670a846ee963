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
import { guarded } from '../guard.ts';
import type { WidgetSettings } from '../settings.ts';
import type { Load, WidgetChunk } from '../widget.ts';
import { catalogueOf } from './catalogue.ts';
import { readBody } from './first-session.ts';
import { structuredData } from './json-ld.ts';
import { keptRoom } from './kept-room.ts';
import { mountWidget } from './mount-widget.ts';
import { withOwnSettings } from './own-settings.ts';
import { reachable } from './session-source.ts';

/** What the list is of, as attributes and as the `data-…` of an element that stands for the tag. */
const said = ['product', 'subject', 'data-product', 'data-subject'];

/** Puts a list of reviews into an element. Where the page says that it is of something else, that is what it shows. */
export const mount: WidgetChunk['mount'] = (place, given, catalogue) => {
  const { element } = place;
  let of = subjectOf(withOwnSettings(element, given));
  let later: LoadLater;
  let model: ReviewsModel | undefined;
  const room = keptRoom(element);
  const list = mountWidget<ReviewsModel, ReviewsSnapshot>({
    styles: reviewsStyles,
    texts: reviewsTexts,
    create({ settings, load, restore, onEvent, report }) {
      later = laterOf(settings, load);
      model = createReviewsModel({
        source: sourceOf(settings, () => of, load),
        onJsonLd: structuredData(),
        restore,
        onEvent,
        report,
      });
      model.state.subscribe(({ kind }) => {
        if (kind !== 'loading') room.giveBack();
      });
      return model;
    },
    view: (shown, look) => <Reviews model={shown} {...look} later={later} about={of.subject ?? 'product'} />,
  })(place, given, catalogue);

  let settle = (_: boolean) => {};
  // The script that registers the tags hears nothing of what only this one knows.
  const observer = new MutationObserver(() => settle(element.isConnected));
  for (const one of [element, element.parentElement])
    if (one === element || one?.dataset.postlude) observer.observe(one, { attributeFilter: said });
  return {
    ...list,
    settle(isHere, settings, texts) {
      settle = guarded((here: boolean) => {
        list.settle(here, settings, texts);
        const next = subjectOf(withOwnSettings(element, settings));
        if (!here || JSON.stringify(next) === JSON.stringify(of)) return;
        of = next;
        room.keep();
        model?.startAnew();
      });
      settle(isHere);
    },
  };
};

function subjectOf({ product, subject, locale }: WidgetSettings): ReviewsOf {
  return {
    product,
    subject: subject === 'store' || subject === 'product' ? subject : undefined,
    locale: normaliseLocale(locale) ?? undefined,
  };
}

/** The list needs no more than the network; the client's code comes with the first vote or report. */
function sourceOf(settings: WidgetSettings, of: () => ReviewsOf, load: Load): ReviewsSource {
  const client = async () => (await reachable(load('reviews-list-client'))).createReviewsSource(settings);
  return {
    list(query, cursor, signal) {
      const { api, store } = settings;
      const parameters = new URLSearchParams({ store, ...parametersOf(of(), query, cursor) });
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
