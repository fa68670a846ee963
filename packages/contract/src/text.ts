import './zod-setup.ts';
import * as z from 'zod/mini';

/** A text of one to `max` characters. */
export const text = /* @__NO_SIDE_EFFECTS__ */ (max: number) =>
  /* @__PURE__ */ z.string().check(z.minLength(1), z.maxLength(max));

/** An absolute http or https address. Anything else (`javascript:` above all) is refused. */
export const WebAddress = /* @__PURE__ */ z
  .string()
  .check(z.maxLength(2048), z.regex(/^https?:\/\/[^\s]+$/i));

/** Something like an e-mail address: enough to send to, without judging what mail servers accept. */
export const EmailAddress = /* @__PURE__ */ z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/));

/** An ISO 3166-1 alpha-2 country code in capital letters. */
export const Country = /* @__PURE__ */ z.string().check(z.regex(/^[A-Z]{2}$/));

/** A BCP 47 language tag, loosely: widgets fall back to English for any they cannot use. */
export const Locale = /* @__PURE__ */ z
  .string()
  .check(z.maxLength(35), z.regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/));
