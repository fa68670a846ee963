import './zod-setup.ts';
import * as z from 'zod/mini';
import { benefitKinds } from './cover.ts';
import { idOf } from './ids.ts';
import { ItemMatch, LocalText, MailChoice, RuleId } from './return-policy.ts';
import { Country, text, WebAddress } from './text.ts';
import { Instant } from './time.ts';

const months = /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(1200));
const sentences = /* @__PURE__ */ z.array(LocalText).check(z.maxLength(40));

/** A warranty plan: what a store promises beside the law. */
export const WarrantyPlan = z.strictObject({
  id: RuleId,
  name: z.optional(LocalText),
  /** Which items it is about; without it, every item. */
  match: z.optional(ItemMatch),
  /** Null: a lifetime. */
  months: z.nullable(months),
  from: z.enum(['delivery', 'purchase', 'registration']),
  /** Covers registered items only. The legal guarantee never depends on it. */
  registrationNeeded: z.boolean(),
  /** Months more for registering; 0 for none. */
  extraForRegistering: /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1200)),
  /** Registering counts for the extension within so many days of delivery or purchase; null: always. */
  registerWithinDays: z.nullable(/* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(36_500))),
  covers: sentences,
  excludes: sentences,
  /** Where it holds; without it, everywhere. */
  countries: z.optional(/* @__PURE__ */ z.array(Country).check(z.minLength(1), z.maxLength(250))),
  /** What it gives a number of times; `null`: as often as needed. A kind that is not named is not given. */
  benefits: /* @__PURE__ */ z
    .array(
      z.strictObject({
        kind: z.enum(benefitKinds),
        total: z.nullable(/* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(1000))),
      }),
    )
    .check(z.maxLength(3)),
  /** Goes with the item to a new owner. */
  transferable: z.boolean(),
});
/** See the schema of the same name. */
export type WarrantyPlan = z.infer<typeof WarrantyPlan>;

/** Masks of serial numbers: see `readSerial`. */
export const SerialMaskText = /* @__PURE__ */ z
  .string()
  .check(z.minLength(1), z.maxLength(64), z.regex(/[#@*A-Za-z0-9]/));

/** What a store asks about the serial numbers of some products. */
export const SerialRule = z.strictObject({
  id: RuleId,
  match: z.optional(ItemMatch),
  asked: z.enum(['no', 'optional', 'required']),
  masks: /* @__PURE__ */ z.array(SerialMaskText).check(z.maxLength(20)),
  check: z.nullable(z.literal('luhn')),
  example: z.nullable(text(64)),
  /** A picture of where it stands on the product, and the same in words. */
  imageUrl: z.nullable(WebAddress),
  where: z.optional(LocalText),
  /** Only numbers of the imported lists are taken. */
  listed: z.boolean(),
  /** A number can be registered once. */
  once: z.boolean(),
});
/** See the schema of the same name. */
export type SerialRule = z.infer<typeof SerialRule>;

/** What can be done for a claim, and where. */
export const claimResolutions = ['repair', 'kit', 'replacement', 'refund', 'store_credit'] as const;
/** One of `claimResolutions`. */
export type ClaimResolution = (typeof claimResolutions)[number];

/** Where an item is repaired. */
export const repairPlaceKinds = ['send_in', 'partner', 'in_store', 'at_home'] as const;
/** One of `repairPlaceKinds`. */
export type RepairPlaceKind = (typeof repairPlaceKinds)[number];

/** A place of repair. */
export const RepairPlace = z.strictObject({
  id: RuleId,
  kind: z.enum(repairPlaceKinds),
  name: text(200),
  address: /* @__PURE__ */ z.array(text(255)).check(z.maxLength(8)),
  hours: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(14))),
  url: z.optional(z.nullable(WebAddress)),
  note: z.optional(LocalText),
  countries: z.optional(/* @__PURE__ */ z.array(Country).check(z.minLength(1), z.maxLength(250))),
});
/** See the schema of the same name. */
export type RepairPlace = z.infer<typeof RepairPlace>;

/** A symptom a shopper can choose, with the first help the store knows. */
export const Symptom = z.strictObject({
  id: RuleId,
  label: LocalText,
  match: z.optional(ItemMatch),
  /** What to try first, step by step; none: none. */
  help: z.optional(
    z.strictObject({
      steps: /* @__PURE__ */ z.array(LocalText).check(z.maxLength(20)),
      /** A page or video that shows it; opened in a tab of its own. */
      videoUrl: z.optional(z.nullable(WebAddress)),
    }),
  ),
  photos: z.enum(['off', 'optional', 'required']),
});
/** See the schema of the same name. */
export type Symptom = z.infer<typeof Symptom>;

/** What a store does about registrations, warranties, claims and repairs. Each change is a new version. */
export const WarrantyPolicyInput = z.strictObject({
  /** Items bought here are registered by themselves when they are delivered, from the day this is switched on, where no serial number is required. */
  registerOnDelivery: z.boolean(),
  /** Items bought elsewhere: not taken, taken at once when everything fits, or looked at by staff. */
  boughtElsewhere: z.enum(['off', 'accept', 'review']),
  /** Whether a proof of purchase is asked for what was bought elsewhere. */
  proof: z.enum(['off', 'optional', 'required']),
  /** Whether the choice about marketing is shown at all; it is never ticked beforehand. */
  askMarketing: z.boolean(),
  /** The first that fits an item counts, for each item. */
  plans: /* @__PURE__ */ z.array(WarrantyPlan).check(z.maxLength(200)),
  /** The first that fits an item counts; none fits: no serial number is asked. */
  serials: /* @__PURE__ */ z.array(SerialRule).check(z.maxLength(200)),
  claims: z.strictObject({
    symptoms: /* @__PURE__ */ z.array(Symptom).check(z.maxLength(200)),
    /** What the store offers, in its order of preference. By law repair and replacement come first in the EU. */
    resolutions: /* @__PURE__ */ z.array(z.enum(claimResolutions)).check(z.minLength(1), z.maxLength(5)),
    places: /* @__PURE__ */ z.array(RepairPlace).check(z.maxLength(200)),
    /** Also repairs what no cover pays for, for a quote. */
    paidRepairs: z.boolean(),
  }),
  /** Mails to the shopper about claims and registrations. They are sent unless the store says otherwise. */
  mails: z.optional(MailChoice),
});
/** See the schema of the same name. */
export type WarrantyPolicyInput = z.infer<typeof WarrantyPolicyInput>;

/** A version of the warranty policy. */
export const WarrantyPolicy = z.object({
  id: idOf('warrantyPolicy'),
  version: z.int(),
  validFrom: Instant,
  policy: WarrantyPolicyInput,
  /** The policy in sentences, in the language asked for. */
  words: z.array(z.string()),
});
/** See the schema of the same name. */
export type WarrantyPolicy = z.infer<typeof WarrantyPolicy>;
