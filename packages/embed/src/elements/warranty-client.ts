import { createTransport } from '@postlude/client';
import type { Order } from '@postlude/contract';
import { normaliseLocale } from '@postlude/widgets/kit';
import type { RegistrationSource } from '@postlude/widgets/warranty-registration';
import { registrationClientSource } from '@postlude/widgets/warranty-registration/client-source';
import type { WidgetSettings } from '../settings.ts';
import type { Seen } from './seen.ts';

/**
 * The registrations of the store an element belongs to, its own texts in the page's language.
 * @param seen told how many recalls there are of the items that were read, before the widget is
 */
export function createRegistrationSource(
  { store, api, locale }: Pick<WidgetSettings, 'store' | 'api' | 'locale'>,
  seen: Seen,
): RegistrationSource {
  const source = registrationClientSource(
    createTransport({ store, baseUrl: api }),
    normaliseLocale(locale) ?? undefined,
  );
  return {
    ...source,
    async list(access, etag, signal) {
      const answer = await source.list(access, etag, signal);
      if (answer.state === 'fresh') {
        const { token, orderId } = access;
        const ids = answer.list.items.flatMap(({ passport }) => passport.recalls.map(({ id }) => id));
        await seen({ token, order: { id: orderId as Order['id'], recalls: new Set(ids).size } });
      }
      return answer;
    },
  };
}
