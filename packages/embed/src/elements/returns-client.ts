import { createTransport } from '@postlude/client';
import { normaliseLocale } from '@postlude/widgets/kit';
import type { ReturnsSource } from '@postlude/widgets/returns';
import { returnsClientSource } from '@postlude/widgets/returns/client-source';
import type { WidgetSettings } from '../settings.ts';

/** The returns of the store an element belongs to, its own texts in the page's language. */
export function createReturnsSource({
  store,
  api,
  locale,
}: Pick<WidgetSettings, 'store' | 'api' | 'locale'>): ReturnsSource {
  return returnsClientSource(createTransport({ store, baseUrl: api }), normaliseLocale(locale) ?? undefined);
}
