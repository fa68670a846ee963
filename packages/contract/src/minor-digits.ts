/** Minor digits by ISO 4217, where they are not two. */
const digits: readonly (readonly [count: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/**
 * How many digits the minor unit of a currency has by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. What an amount of `Money`
 * is counted in. Not what `Intl.NumberFormat` shows: that leaves out digits people no longer use (2 for HUF here, none there),
 * and dividing by it would show a hundredfold sum.
 */
export const minorDigits = (currency: string): number =>
  digits.find(([, codes]) => codes.split(' ').includes(currency))?.[0] ?? 2;
