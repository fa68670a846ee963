import type { Passport } from '@postlude/contract';
import type { Context } from '../context.ts';
import { documentAddress } from '../documents/address.ts';
import type { PassportFacts } from '../passports/facts.ts';

/** The public page that says what a certificate is worth. */
export const checkAddress = (
  { config }: Pick<Context, 'config'>,
  publishableKey: string,
  code: string,
): string => `${config.publicUrl}/certificate/${publishableKey}/${code}`;

/**
 * The files of a passport, for its owner of today: the certificate once it is registered, and the days that matter. The addresses
 * work for some minutes.
 */
export function passportDocuments(
  context: Pick<Context, 'secrets' | 'config'>,
  { storeId, id, state, registration }: PassportFacts,
  covers: Passport['covers'],
  now: Date,
): Passport['documents'] {
  if (state !== 'owned') return [];
  const address = (kind: 'certificate' | 'cover_calendar', of: string) =>
    documentAddress(context, { storeId, kind, id: of }, now);
  const hasDays = covers.some(({ until, burdenUntil }) => until !== null || burdenUntil !== null);
  return [
    ...(registration?.status === 'registered'
      ? [{ kind: 'certificate' as const, url: address('certificate', registration.registration_id) }]
      : []),
    ...(hasDays ? [{ kind: 'calendar' as const, url: address('cover_calendar', id) }] : []),
  ];
}
