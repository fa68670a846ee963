/** What the law of a country gives a consumer against the seller of a good that is not as agreed. */
export interface LegalGuarantee {
  /** From delivery; null where the law names no length and asks what can be expected of such a good. */
  readonly months: number | null;
  /** From delivery: within these a defect is presumed to have been there from the start. Null where there is no such rule. */
  readonly burdenMonths: number | null;
  /** What it gets longer by after a repair, for contracts from a day on, once; null where it does not. */
  readonly afterRepair: { readonly months: number; readonly contractsFrom: string } | null;
  /** What a decision quotes. */
  readonly rule: string;
}

/**
 * Directive (EU) 2024/1799, Article 16, puts twelve months into Article 10 of Directive (EU) 2019/771 for a consumer who chooses
 * repair, once; not for contracts made before 31 July 2026.
 */
const repairRule = { months: 12, contractsFrom: '2026-07-31' };

/** Directive (EU) 2019/771: two years (Article 10(1)), of which one with the presumption (Article 11(1)). */
const directive: LegalGuarantee = {
  months: 24,
  burdenMonths: 12,
  afterRepair: repairRule,
  rule: 'law:2019/771',
};

const memberStates =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GF GP MF MQ RE YT AX';

const ofCountry = (country: string, changes: Partial<LegalGuarantee>): LegalGuarantee => ({
  ...directive,
  rule: `law:${country}`,
  ...changes,
});

/**
 * Where the law gives more than the directive asks for, or is another one. Where a member state is not named, the directive's
 * minimum counts, which its law may exceed.
 */
const exceptions: Readonly<Record<string, LegalGuarantee>> = {
  // Code civil/Wet van 20 maart 2022, Article 1649quater: two years of presumption.
  BE: ofCountry('BE', { burdenMonths: 24 }),
  // Real Decreto Legislativo 1/2007, Articles 120 and 121, as of 2022.
  ES: ofCountry('ES', { months: 36, burdenMonths: 24 }),
  // Code de la consommation, Articles L217-3 and L217-7; six months more after a repair (L217-13) for what the later rule does not reach.
  FR: ofCountry('FR', { burdenMonths: 24 }),
  // Consumer Rights Act 2022 with the six years of the Statute of Limitations 1957.
  IE: ofCountry('IE', { months: 72 }),
  // Ustawa o prawach konsumenta, Article 43c.
  PL: ofCountry('PL', { burdenMonths: 24 }),
  // Decreto-Lei 84/2021, Articles 12 and 13.
  PT: ofCountry('PT', { months: 36, burdenMonths: 24 }),
  // Konsumentköplag (2022:260), chapters 4 and 5.
  SE: ofCountry('SE', { months: 36, burdenMonths: 24 }),
  // Consumer Rights Act 2015, section 19(14) and (15), with the six years of the Limitation Act 1980 (five in Scotland).
  GB: ofCountry('GB', { months: 72, burdenMonths: 6, afterRepair: null }),
  // Code of Obligations, Article 210.
  CH: ofCountry('CH', { burdenMonths: null, afterRepair: null }),
  // Forbrukerkjøpsloven, section 27; five years for what is meant to last much longer, which a shop knows of no item.
  NO: ofCountry('NO', { burdenMonths: null, afterRepair: null }),
  IS: ofCountry('IS', { burdenMonths: null, afterRepair: null }),
  LI: ofCountry('LI', { burdenMonths: null, afterRepair: null }),
  // Australian Consumer Law, sections 54 and following; Consumer Guarantees Act 1993: for as long as can be expected.
  AU: ofCountry('AU', { months: null, burdenMonths: null, afterRepair: null }),
  NZ: ofCountry('NZ', { months: null, burdenMonths: null, afterRepair: null }),
};
const directiveCountries: ReadonlySet<string> = new Set(memberStates.split(' '));
/** Regions with a code of their own and the country whose law they have. */
const regionOf: Readonly<Record<string, string>> = {
  GF: 'FR',
  GP: 'FR',
  MF: 'FR',
  MQ: 'FR',
  RE: 'FR',
  YT: 'FR',
  AX: 'FI',
};

/** The legal guarantee of a country (ISO 3166-1 alpha-2); null where it is not known here, or the country is not. */
export function legalGuaranteeOf(country: string | null): LegalGuarantee | null {
  if (country === null) return null;
  const code = country.toUpperCase();
  const own = exceptions[regionOf[code] ?? code];
  return own ?? (directiveCountries.has(code) ? directive : null);
}

/** Every country that has a rule here. */
export const countriesWithGuarantee: readonly string[] = [
  ...new Set([...directiveCountries, ...Object.keys(exceptions)]),
].sort();
