/** Minor units as the decimal text platforms write: `129.00`, and `20898` for yen, which have none. */
export function decimal(amount: number, currency: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return (amount / 10 ** digits).toFixed(digits);
}
