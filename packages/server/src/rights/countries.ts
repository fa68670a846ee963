/**
 * Where Directive 2011/83/EU applies, by ISO 3166-1 alpha-2 code: the 27 member states; their outermost regions and Åland,
 * which have codes of their own (Articles 349 and 355 TFEU); and Iceland, Liechtenstein and Norway, which took it over
 * (EEA Agreement, Annex XIX).
 */
const codes =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GF GP MF MQ RE YT AX IS LI NO';

const countries: ReadonlySet<string> = new Set(codes.split(' '));

/** True where the right of withdrawal of Directive 2011/83/EU applies. A country that is not known may be one of them. */
export const isInWithdrawalArea = (country: string | null): boolean =>
  country === null || countries.has(country.toUpperCase());
