/** How a provider delivers addresses that look different into one mailbox. */
interface Provider {
  /** The name all its domains stand for. */
  readonly name: string;
  /** Characters it passes over. */
  readonly ignores?: RegExp;
  /** What begins a part that the owner may add as they like; `+` unless told. */
  readonly tag?: string;
}

/**
 * Google: "Dots don't matter in Gmail addresses" (support.google.com/mail/answer/7436150), and googlemail.com is gmail.com.
 * Proton passes over dots, hyphens and underscores, and its three domains are one (proton.me/support/addresses-and-aliases).
 * Yandex takes dots for hyphens, and its domains are one. Apple's three domains are one (support.apple.com/102540). Yahoo's
 * throw-away addresses put a hyphen and a word behind a name of the owner's; names themselves hold no hyphen.
 */
const google: Provider = { name: 'gmail.com', ignores: /\./g };
const proton: Provider = { name: 'proton.me', ignores: /[._-]/g };
const yandex: Provider = { name: 'yandex.ru', ignores: /[.-]/g };
const apple: Provider = { name: 'icloud.com' };

const providers: ReadonlyMap<string, Provider> = new Map([
  ['gmail.com', google],
  ['googlemail.com', google],
  ['proton.me', proton],
  ['protonmail.com', proton],
  ['protonmail.ch', proton],
  ['pm.me', proton],
  ['icloud.com', apple],
  ['me.com', apple],
  ['mac.com', apple],
  ...['ya.ru', 'yandex.ru', 'yandex.com', 'yandex.by', 'yandex.kz'].map(
    (domain) => [domain, yandex] as const,
  ),
  ...['yahoo.com', 'yahoo.de', 'yahoo.fr', 'yahoo.co.uk', 'ymail.com', 'rocketmail.com'].map(
    (domain) => [domain, { name: domain, tag: '-' }] as const,
  ),
]);

/**
 * The mailbox behind an e-mail address: `Ada.Lovelace+shop@googlemail.com` and `adalovelace@gmail.com` are one. What follows a
 * plus sign is left out everywhere (sub-addresses, RFC 5233); dots count but where the provider says they do not. Null for what
 * is no address.
 */
export function mailboxOf(email: string): string | null {
  const plain = email.trim().normalize('NFKC').toLowerCase();
  const at = plain.lastIndexOf('@');
  const domain = plain.slice(at + 1).replace(/\.$/, '');
  if (at < 1 || domain === '') return null;
  const { name, ignores, tag = '+' } = providers.get(domain) ?? { name: domain };
  const local = plain.slice(0, at);
  const ownersPart = before(before(local, '+'), tag);
  const letters = ignores ? ownersPart.replace(ignores, '') : ownersPart;
  return letters === '' ? null : `${letters}@${name}`;
}

/** What stands before a sign; everything where it is missing, or stands first. */
function before(local: string, sign: string): string {
  const at = local.indexOf(sign);
  return at < 1 ? local : local.slice(0, at);
}

/**
 * Providers of mailboxes that anybody opens for ten minutes. Not here: services that hide an address and deliver to one (Apple's
 * *Hide My Email*, Firefox Relay, DuckDuckGo): whoever uses these reads their mail.
 */
const throwaway: ReadonlySet<string> = new Set([
  '10minutemail.com',
  'byom.de',
  'discard.email',
  'dispostable.com',
  'emailondeck.com',
  'fakeinbox.com',
  'getairmail.com',
  'getnada.com',
  'grr.la',
  'guerrillamail.com',
  'guerrillamail.net',
  'guerrillamail.org',
  'mailcatch.com',
  'maildrop.cc',
  'mailinator.com',
  'mailnesia.com',
  'mintemail.com',
  'moakt.com',
  'mohmal.com',
  'mytemp.email',
  'sharklasers.com',
  'spam4.me',
  'spambog.com',
  'temp-mail.org',
  'tempail.com',
  'tempmail.com',
  'tempr.email',
  'throwawaymail.com',
  'trash-mail.com',
  'trashmail.com',
  'trashmail.de',
  'wegwerfmail.de',
  'yopmail.com',
  'yopmail.fr',
]);

/** Whether a mailbox is one to throw away. */
export const isThrowaway = (email: string): boolean => {
  const domain = email.trim().toLowerCase().split('@').at(-1) ?? '';
  return throwaway.has(domain) || throwaway.has(domain.split('.').slice(-2).join('.'));
};
