import './zod-setup.ts';
import * as z from 'zod/mini';

/** An ISO 4217 currency code in capital letters. */
export const Currency = /* @__PURE__ */ z.string().check(z.regex(/^[A-Z]{3}$/));

/**
 * A sum of money: an integer number of the currency's minor units (cents for EUR, whole yen for JPY,
 * thousandths for KWD) and the currency. Never a fraction.
 */
export const Money = z.object({
  amount: z.int(),
  currency: Currency,
});
/** See the schema of the same name. */
export type Money = z.infer<typeof Money>;

/** `Money` as a request carries it: no field beside the two. */
export const MoneyInput = z.strictObject({ amount: z.int(), currency: Currency });
