import { createTransport } from '@postlude/client';
import { normaliseLocale } from '@postlude/widgets/kit';
import type { RecallsSource } from '@postlude/widgets/recalls';
import { recallsClientSource } from '@postlude/widgets/recalls/client-source';
import type { WidgetSettings } from '../settings.ts';

/** The recalls of the store an element belongs to, in the page's language. */
export function createRecallsSource({
  store,
  api,
  locale,
}: Pick<WidgetSettings, 'store' | 'api' | 'locale'>): RecallsSource {
  return recallsClientSource(createTransport({ store, baseUrl: api }), normaliseLocale(locale) ?? undefined);
}
