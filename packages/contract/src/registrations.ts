import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { EmailAddress, Locale, text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

/** The consents of a registration: two choices that know nothing of each other. Left out: not given. */
export const Consents = z.strictObject({ safety: z.boolean(), marketing: z.boolean() });
/** See the schema of the same name. */
export type Consents = z.infer<typeof Consents>;

/** What is registered: items of the session's order, each with its serial number where one is asked. */
export const RegistrationInput = z.strictObject({
  items: /* @__PURE__ */ z
    .array(
      z.strictObject({
        passportId: idOf('passport'),
        serial: z.optional(z.nullable(text(64))),
      }),
    )
    .check(z.minLength(1), z.maxLength(100)),
  consents: Consents,
  /** Files of a proof of purchase, for what was bought elsewhere. */
  proof: z.optional(/* @__PURE__ */ z.array(idOf('upload')).check(z.maxLength(5))),
});
/** See the schema of the same name. */
export type RegistrationInput = z.infer<typeof RegistrationInput>;

/** What may be changed of a registration by its owner: the choices, at any time. */
export const ConsentChange = z.strictObject({ consents: Consents });
/** See the schema of the same name. */
export type ConsentChange = z.infer<typeof ConsentChange>;

/** A product as a search finds it. */
export const FoundProduct = z.object({
  productId: z.string(),
  variantId: z.nullable(z.string()),
  title: z.string(),
  variant: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  gtin: z.nullable(z.string()),
});
/** See the schema of the same name. */
export type FoundProduct = z.infer<typeof FoundProduct>;

/** Something that was bought elsewhere, as its owner tells it. Opens a session for it, as if it were an order of its own. */
export const OutsidePurchase = z.strictObject({
  productId: text(128),
  variantId: z.optional(z.nullable(text(128))),
  quantity: z.optional(/* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(20))),
  purchasedOn: CalendarDate,
  /** The day is not known exactly. */
  about: z.boolean(),
  /** The shop or market place. */
  where: text(200),
  country: z.optional(z.nullable(/* @__PURE__ */ z.string().check(z.regex(/^[A-Z]{2}$/)))),
  name: z.optional(z.nullable(text(200))),
  email: EmailAddress,
  locale: z.optional(Locale),
});
/** See the schema of the same name. */
export type OutsidePurchase = z.infer<typeof OutsidePurchase>;

/** A hand-over code for the next owner. It is told to the owner who asked, and works once. */
export const Transfer = z.object({ id: idOf('transfer'), code: z.string(), expiresAt: Instant });
/** See the schema of the same name. */
export type Transfer = z.infer<typeof Transfer>;

/** The next owner, with the code from the one before. */
export const TransferAcceptance = z.strictObject({
  code: text(64),
  name: z.optional(z.nullable(text(200))),
  email: EmailAddress,
  locale: z.optional(Locale),
  consents: Consents,
});
/** See the schema of the same name. */
export type TransferAcceptance = z.infer<typeof TransferAcceptance>;

/** What anybody learns of a certificate by its code: whether it is one, and what it is worth. Nobody's name, no full serial number. */
export const CertificateCheck = z.object({
  valid: z.boolean(),
  /** All null when it is not one. */
  status: z.nullable(z.enum(['registered', 'pending', 'void', 'transferred'])),
  title: z.nullable(z.string()),
  variant: z.nullable(z.string()),
  /** `••••1234`. */
  serial: z.nullable(z.string()),
  registeredOn: z.nullable(CalendarDate),
  covers: z.array(
    z.object({ name: z.nullable(z.string()), until: z.nullable(CalendarDate), lifetime: z.boolean() }),
  ),
  recalled: z.boolean(),
});
/** See the schema of the same name. */
export type CertificateCheck = z.infer<typeof CertificateCheck>;
