import type { ReferralInvitation } from '@postlude/contract';
import { qrPath } from '../../labels/qr.ts';
import { pickText } from '../../policy/pick-text.ts';
import { offerSentence } from '../programme/labels.ts';
import type { StoredProgramme } from '../programme/store.ts';
import type { AdvocateRow } from './store.ts';

/** The link of a code: the programme's page with what its own address holds, as it stands there, and the code. */
export function linkOf(landingUrl: string, code: string): string {
  const link = new URL(landingUrl);
  if (link.searchParams.has('ref')) link.searchParams.set('ref', code);
  else link.search = `${link.search}${link.search === '' ? '?' : '&'}ref=${code}`;
  return link.href;
}

/** What an advocate shares, with a message to begin with in the language asked for. */
export function invitationOf(
  { code, name }: AdvocateRow,
  { programme }: StoredProgramme,
  { locale, storeLocale }: { readonly locale: string; readonly storeLocale: string },
): ReferralInvitation {
  const link = linkOf(programme.landingUrl, code);
  const message =
    filledIn(pickText(programme.message ?? undefined, locale, storeLocale), { link, code }) ??
    `${offerSentence(programme, { locale, advocate: name })}: ${link}`;
  return { code, link, name, message, qr: qrPath(link) };
}

const filledIn = (
  text: string | null,
  { link, code }: { readonly link: string; readonly code: string },
): string | null => text?.replaceAll('{link}', () => link).replaceAll('{code}', () => code) ?? null;
