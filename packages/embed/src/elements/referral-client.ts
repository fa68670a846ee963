import { createTransport } from '@postlude/client';
import { normaliseLocale } from '@postlude/widgets/kit';
import type { ReferralSource } from '@postlude/widgets/referral';
import { referralClientSource } from '@postlude/widgets/referral/client-source';
import type { WidgetSettings } from '../settings.ts';

/** Recommendations at the store an element belongs to, its own texts in the page's language. */
export function createReferralSource({
  store,
  api,
  locale,
}: Pick<WidgetSettings, 'store' | 'api' | 'locale'>): ReferralSource {
  return referralClientSource(createTransport({ store, baseUrl: api }), normaliseLocale(locale) ?? undefined);
}
