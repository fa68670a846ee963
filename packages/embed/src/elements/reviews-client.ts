import { createTransport } from '@postlude/client';
import { normaliseLocale } from '@postlude/widgets/kit';
import type { ReviewSource } from '@postlude/widgets/review-prompt';
import { reviewClientSource } from '@postlude/widgets/review-prompt/client-source';
import type { WidgetSettings } from '../settings.ts';

/** The asks and reviews of the store an element belongs to, its own texts in the page's language. */
export function createReviewSource({
  store,
  api,
  locale,
}: Pick<WidgetSettings, 'store' | 'api' | 'locale'>): ReviewSource {
  return reviewClientSource(createTransport({ store, baseUrl: api }), normaliseLocale(locale) ?? undefined);
}
