import { createTransport } from '@postlude/client';
import type { ClaimsSource } from '@postlude/widgets/claims';
import { claimsClientSource } from '@postlude/widgets/claims/client-source';
import { normaliseLocale } from '@postlude/widgets/kit';
import type { WidgetSettings } from '../settings.ts';

/** The claims of the store an element belongs to, its own texts in the page's language. */
export function createClaimsSource({
  store,
  api,
  locale,
}: Pick<WidgetSettings, 'store' | 'api' | 'locale'>): ClaimsSource {
  return claimsClientSource(createTransport({ store, baseUrl: api }), normaliseLocale(locale) ?? undefined);
}
