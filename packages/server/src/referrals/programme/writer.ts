import { type LocalText, type Money, minorDigits, type ReferralReward } from '@postlude/contract';
import { apart, oneLine } from '../../mail/plain-text.ts';
import { pickText } from '../../policy/pick-text.ts';
import type { NamedReward, ReferralSentences } from './sentences.ts';
import { arabic } from './sentences-ar.ts';
import { german } from './sentences-de.ts';
import { english } from './sentences-en.ts';

/** Writes about programmes in one language. */
export interface Writer {
  readonly say: ReferralSentences;
  readonly direction: 'ltr' | 'rtl';
  /** Without a fraction where there is none: *€20*. */
  money(money: Money): string;
  /** *€50, £45 or CHF 50*. */
  anyOf(parts: readonly string[]): string;
  country(code: string): string;
  currency(code: string): string;
  /** *31 December 2026*. */
  day(moment: Date, timeZone: string): string;
  /** *31 December 2026 at 14:00 CET*. */
  moment(moment: Date, timeZone: string): string;
  /** What somebody typed, in one line that is laid out by itself. */
  typed(text: string): string;
  named(reward: ReferralReward): NamedReward;
}

/** Years of the calendar of shops, digits as counts have them. */
const written = { calendar: 'gregory', numberingSystem: 'latn' } as const;

const languages: Readonly<Record<string, ReferralSentences>> = { en: english, de: german, ar: arabic };

/** The writer for a reader; English where there is none of their language. Numbers and days go with the sentences around them. */
export function writerFor(locale: string): Writer {
  const asked = locale.replaceAll('_', '-');
  const language = asked.split('-')[0]?.toLowerCase() ?? 'en';
  const known = languages[language];
  const say = known ?? english;
  const tag = known && isTag(asked) ? asked : 'en';
  const direction = say === arabic ? 'rtl' : 'ltr';
  const money = ({ amount, currency }: Money): string => {
    const digits = minorDigits(currency);
    return new Intl.NumberFormat(tag, {
      // As the counts beside it are written.
      numberingSystem: 'latn',
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      trailingZeroDisplay: 'stripIfInteger',
    }).format(amount / 10 ** digits);
  };
  const typed = (text: string): string => apart(oneLine(text), direction);
  const own = (text: LocalText): string => typed(pickText(text, locale, locale) ?? '');
  return {
    say,
    direction,
    money,
    anyOf: (parts) => new Intl.ListFormat(tag, { type: 'disjunction' }).format(parts),
    country: (code) => new Intl.DisplayNames(tag, { type: 'region' }).of(code) ?? code,
    currency: (code) => new Intl.DisplayNames(tag, { type: 'currency' }).of(code) ?? code,
    day: (moment, timeZone) =>
      new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone, ...written }).format(moment),
    moment: (moment, timeZone) =>
      new Intl.DateTimeFormat(tag, {
        ...{ year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
        timeZoneName: 'short',
        timeZone,
        ...written,
      }).format(moment),
    typed,
    named: (reward) => ({ kind: reward.kind, label: labelOf(reward) }),
  };

  function labelOf(reward: ReferralReward): string {
    if (reward.kind === 'amount') return say.label.amount(money(reward.amount));
    if (reward.kind === 'store_credit') return say.label.storeCredit(money(reward.amount));
    if (reward.kind === 'free_shipping') return say.label.freeShipping;
    if (reward.kind === 'product') return say.label.product(own(reward.title));
    const percent = new Intl.NumberFormat(tag, { style: 'percent', numberingSystem: 'latn' }).format(
      reward.percent / 100,
    );
    return say.label.percent(percent);
  }
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
