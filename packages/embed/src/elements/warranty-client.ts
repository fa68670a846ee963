import { createTransport } from '@postlude/client';
import { normaliseLocale } from '@postlude/widgets/kit';
import type { RegistrationSource } from '@postlude/widgets/warranty-registration';
import { registrationClientSource } from '@postlude/widgets/warranty-registration/client-source';
import type { WidgetSettings } from '../settings.ts';

/** The registrations of the store an element belongs to, its own texts in the page's language. */
export function createRegistrationSource({
  store,
  api,
  locale,
}: Pick<WidgetSettings, 'store' | 'api' | 'locale'>): RegistrationSource {
  return registrationClientSource(
    createTransport({ store, baseUrl: api }),
    normaliseLocale(locale) ?? undefined,
  );
}
