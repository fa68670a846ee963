import type { ReferralInvitation } from '@postlude/contract';
import { qrPath } from '../../labels/qr.ts';
import { offerSentence } from '../programme/labels.ts';
import type { StoredProgramme } from '../programme/store.ts';
import type { AdvocateRow } from './store.ts';

/** The link of a code: the programme's page with what its own address holds, and the code. */
export function linkOf(landingUrl: string, code: string): string {
  const link = new URL(landingUrl);
  link.searchParams.set('ref', code);
  return link.href;
}

/** What an advocate shares, with a message to begin with in the language asked for. */
export function invitationOf(
  { code, name }: AdvocateRow,
  { programme }: StoredProgramme,
  { locale, storeLocale }: { readonly locale: string; readonly storeLocale: string },
): ReferralInvitation {
  const link = linkOf(programme.landingUrl, code);
  const own = programme.message;
  const said =
    own?.[locale] ?? own?.[locale.split('-')[0] ?? ''] ?? own?.[storeLocale] ?? Object.values(own ?? {})[0];
  const message = (said ?? `${offerSentence(programme, { locale, advocate: name })}: {link}`)
    .replaceAll('{link}', link)
    .replaceAll('{code}', code);
  return { code, link, name, message, qr: qrPath(link) };
}
