import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { Currency } from './money.ts';
import { EmailAddress, Locale, text, WebAddress } from './text.ts';
import { TimeZone } from './time.ts';

/** How a shopper reaches the store. */
export const StoreContact = z.object({
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  url: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type StoreContact = z.infer<typeof StoreContact>;

/** What anybody may know of a store. */
export const PublicStore = z.object({
  name: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  contact: StoreContact,
});
/** See the schema of the same name. */
export type PublicStore = z.infer<typeof PublicStore>;

/** A web origin: scheme, host and port, nothing behind it. `http` only for this machine. */
export const Origin = /* @__PURE__ */ z
  .string()
  .check(
    z.regex(
      /^(https:\/\/[a-z0-9.-]+(:\d{1,5})?|http:\/\/(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)(:\d{1,5})?)$/,
    ),
  );

/** A store as staff see it. */
export const Store = z.object({
  id: idOf('store'),
  name: z.string(),
  publishableKey: z.string(),
  origins: z.array(z.string()),
  locale: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  contact: StoreContact,
  /** Days without a scan after which a parcel counts as stalled. */
  stalledAfterDays: z.int(),
});
/** See the schema of the same name. */
export type Store = z.infer<typeof Store>;

/** What staff may change of a store; what is left out stays. */
export const StoreUpdate = z.strictObject({
  name: z.optional(text(200)),
  origins: z.optional(/* @__PURE__ */ z.array(Origin).check(z.maxLength(50))),
  locale: z.optional(Locale),
  currency: z.optional(Currency),
  timeZone: z.optional(TimeZone),
  contact: z.optional(
    z.strictObject({
      email: z.optional(z.nullable(EmailAddress)),
      phone: z.optional(z.nullable(text(64))),
      url: z.optional(z.nullable(WebAddress)),
    }),
  ),
  stalledAfterDays: z.optional(/* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(60))),
});
/** See the schema of the same name. */
export type StoreUpdate = z.infer<typeof StoreUpdate>;
