import type { ReturnPolicyInput, Store } from '@postlude/contract';
import { minorDigits } from '@postlude/contract';
import { pickText } from './pick-text.ts';
import type { PolicySentences } from './sentences.ts';
import { arabic } from './sentences-ar.ts';
import { german } from './sentences-de.ts';
import { english } from './sentences-en.ts';

export { pickText } from './pick-text.ts';

/** Who reads a policy. Its sums are in the store's currency. */
export interface Reader {
  readonly locale: string;
  readonly store: Pick<Store, 'locale' | 'currency'>;
}

const languages: Readonly<Record<string, PolicySentences>> = { en: english, de: german, ar: arabic };

/** A policy read back in sentences, in the reader's language; in English where there is none of theirs. */
export function policyWords(policy: ReturnPolicyInput, reader: Reader): string[] {
  const write = writerFor(reader);
  return [
    ...timeWords(policy, write),
    ...exclusionWords(policy, write),
    ...moneyWords(policy, write),
    ...wayWords(policy, write),
    ...problemWords(policy, write),
    ...withdrawalWords(policy, write),
  ];
}

interface Writer {
  readonly say: PolicySentences;
  money(minorUnits: number): string;
  /** Of hundredths of a percent. */
  percent(hundredths: number): string;
  day(day: string): string;
  list(parts: readonly string[]): string;
  country(code: string): string;
  own(text: Parameters<typeof pickText>[0]): string | null;
}

function writerFor({ locale, store }: Reader): Writer {
  const asked = locale.replaceAll('_', '-');
  const language = asked.split('-')[0]?.toLowerCase() ?? 'en';
  const known = languages[language];
  // Numbers and days go with the sentences around them.
  const tag = known && isTag(asked) ? asked : 'en';
  const digits = minorDigits(store.currency);
  const money = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency: store.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 2 });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const lists = new Intl.ListFormat(tag, { type: 'disjunction' });
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  return {
    say: known ?? english,
    money: (minorUnits) => money.format(minorUnits / 10 ** digits),
    percent: (hundredths) => percent.format(hundredths / 10_000),
    day: (day) => days.format(Date.parse(day)),
    list: (parts) => lists.format(parts),
    country: (code) => countries.of(code) ?? code,
    own: (text) => pickText(text, locale, store.locale),
  };
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function timeWords({ window, windows = [], seasons = [] }: ReturnPolicyInput, write: Writer): string[] {
  const { say } = write;
  const general =
    window.days === null
      ? [say.windowWithoutEnd]
      : [
          (window.severalParcels === 'each' ? say.windowOfEach : say.windowOfLast)(window.days),
          say.bufferDays(window.shippedBufferDays),
        ];
  const others = windows.map(({ match, days }) => {
    const types = match.productTypes && write.list(match.productTypes);
    if (days === null) {
      return types === undefined ? say.otherWindowWithoutEndForSome : say.otherWindowWithoutEnd(types);
    }
    return types === undefined ? say.otherWindowForSome(days) : say.otherWindow(types, days);
  });
  return [
    ...general,
    ...others,
    ...(window.extendToWorkingDay ? [say.workingDay] : []),
    ...seasons.map(({ placedFrom, placedUntil, lastDay }) =>
      say.season(write.day(placedFrom), write.day(placedUntil), write.day(lastDay)),
    ),
  ];
}

function exclusionWords({ exclusions = [] }: ReturnPolicyInput, write: Writer): string[] {
  const { say } = write;
  const sentences = exclusions.map(({ because, match, note }) => {
    const own = write.own(note);
    if (own !== null) return own;
    if (because === 'final_sale') return say.finalSale;
    const onlyCountries = Object.keys(match).every((condition) => condition === 'countries');
    if (because === 'country_excluded') {
      return match.countries && onlyCountries
        ? say.countriesExcluded(write.list(match.countries.map(write.country)))
        : say.someCountriesExcluded;
    }
    return match.productTypes
      ? say.productTypesExcluded(write.list(match.productTypes))
      : say.productsExcluded;
  });
  const exchanged = exclusions.some(({ exchangeable }) => exchangeable) ? [say.excludedButExchanged] : [];
  return [...new Set([...sentences, ...exchanged])];
}

function moneyWords(policy: ReturnPolicyInput, write: Writer): string[] {
  const { say } = write;
  const { refund, storeCredit, exchange } = policy.resolutions;
  const fees = policy.fees.map(({ kind, value, reasons, methods, resolutions, countries }) => {
    const isForSome = [reasons, methods, resolutions, countries].some((some) => some !== undefined);
    if (kind === 'flat') return (isForSome ? say.feeFlatInSomeCases : say.feeFlat)(write.money(value));
    return (isForSome ? say.feePercentInSomeCases : say.feePercent)(write.percent(value));
  });
  const isFree = fees.length === 0 && policy.methods.every(({ price }) => price === 0);
  const isFreeAtFault = policy.fees.some(({ freeWhenShopAtFault = true }) => freeWhenShopAtFault);
  const shipping = {
    never: say.shippingNever,
    everything: say.shippingForEverything,
    everything_or_shop_at_fault: say.shippingForEverythingOrFault,
  };
  return [
    ...(refund ? [say.refund] : []),
    ...(storeCredit === null
      ? []
      : [
          storeCredit.bonusPercent > 0
            ? say.storeCreditWithBonus(write.percent(storeCredit.bonusPercent))
            : say.storeCredit,
        ]),
    ...(exchange === null
      ? []
      : [exchange.priceDifference === 'settle' ? say.exchange : say.exchangeForEqual]),
    ...(isFree ? [say.noFees] : fees),
    ...(isFreeAtFault ? [say.noFeesAtFault] : []),
    shipping[policy.originalShipping],
  ];
}

function wayWords({ methods, keepItemUpTo, sendWithinDays }: ReturnPolicyInput, write: Writer): string[] {
  const { say } = write;
  const ways = methods.map(({ kind, name, price }) => {
    const words = write.own(name) ?? say.methods[kind];
    return price > 0 ? say.methodWithPrice(words, write.money(price)) : words;
  });
  return [
    say.ways(write.list(ways)),
    ...(keepItemUpTo === null ? [] : [say.keepItem(write.money(keepItemUpTo))]),
    say.sendWithin(sendWithinDays),
  ];
}

function problemWords({ cancel, deliveryProblems }: ReturnPolicyInput, { say }: Writer): string[] {
  const { lostAfterDays, missingAfterDays, tellWithinDays } = deliveryProblems;
  return [
    ...(cancel ? [say.cancel] : []),
    ...(lostAfterDays === null ? [] : [say.lost(lostAfterDays)]),
    ...(missingAfterDays === null ? [] : [say.missing(missingAfterDays)]),
    say.tellWithin(tellWithinDays),
  ];
}

function withdrawalWords({ withdrawal }: ReturnPolicyInput, { say }: Writer): string[] {
  const { offered, days, exempt = [] } = withdrawal;
  if (offered === 'off') return [];
  return [
    offered === 'eu' ? say.withdrawalInEu(days) : say.withdrawalForAll(days),
    ...(exempt.length > 0 ? [say.withdrawalExempt] : []),
  ];
}
