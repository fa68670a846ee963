import type { MethodKind } from '@postlude/contract';

/**
 * Every sentence a policy is read back in. Each language has all of them, whole: nothing is put together from parts but
 * numbers, sums, days and lists, which come written for the language. A sentence that is missing is a type error.
 */
export interface PolicySentences {
  readonly windowOfEach: (days: number) => string;
  readonly windowOfLast: (days: number) => string;
  readonly windowWithoutEnd: string;
  readonly bufferDays: (days: number) => string;
  readonly workingDay: string;
  readonly otherWindow: (types: string, days: number) => string;
  readonly otherWindowForSome: (days: number) => string;
  readonly otherWindowWithoutEnd: (types: string) => string;
  readonly otherWindowWithoutEndForSome: string;
  readonly season: (from: string, until: string, lastDay: string) => string;
  readonly finalSale: string;
  readonly productsExcluded: string;
  readonly productTypesExcluded: (types: string) => string;
  readonly countriesExcluded: (countries: string) => string;
  readonly someCountriesExcluded: string;
  readonly excludedButExchanged: string;
  readonly refund: string;
  readonly storeCredit: string;
  readonly storeCreditWithBonus: (percent: string) => string;
  readonly exchange: string;
  readonly exchangeForEqual: string;
  readonly noFees: string;
  readonly feeFlat: (sum: string) => string;
  readonly feeFlatInSomeCases: (sum: string) => string;
  readonly feePercent: (percent: string) => string;
  readonly feePercentInSomeCases: (percent: string) => string;
  readonly noFeesAtFault: string;
  readonly shippingNever: string;
  readonly shippingForEverything: string;
  readonly shippingForEverythingOrFault: string;
  readonly methods: Readonly<Record<MethodKind, string>>;
  readonly methodWithPrice: (method: string, price: string) => string;
  readonly ways: (methods: string) => string;
  readonly keepItem: (sum: string) => string;
  readonly sendWithin: (days: number) => string;
  readonly cancel: string;
  readonly lost: (days: number) => string;
  readonly missing: (days: number) => string;
  readonly tellWithin: (days: number) => string;
  readonly withdrawalInEu: (days: number) => string;
  readonly withdrawalForAll: (days: number) => string;
  readonly withdrawalExempt: string;
}

/** The forms of a sentence by what its number is: those the language has, and `other` for the rest. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Makes sentences of a number: the right form for it, with the number written for the language in place of `#`. */
export function counting(locale: string): (forms: Forms) => (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (forms) => (count) => (forms[rules.select(count)] ?? forms.other).replace('#', digits.format(count));
}
