import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';

import { resolutions } from './return-money.ts';
import { Country, text, WebAddress } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

/** A text in some languages, by language tag (`de`, `pt-BR`). Who reads another language gets the store's, then any. */
export const LocalText = /* @__PURE__ */ z.record(
  /* @__PURE__ */ z.string().check(z.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)),
  text(2000),
);
/** See the schema of the same name. */
export type LocalText = z.infer<typeof LocalText>;

/** The name of a rule: what a decision quotes. */
export const RuleId = /* @__PURE__ */ z.string().check(z.regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/));

const days = /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(3650));
const minorUnits = /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(1_000_000_000_000));
const someOf = <S extends z.ZodMiniType>(item: S, most: number) =>
  /* @__PURE__ */ z.array(item).check(z.minLength(1), z.maxLength(most));

/** Which items a rule is about: all conditions that are given must hold; without any it is about every item. */
export const ItemMatch = z.strictObject({
  productTypes: z.optional(someOf(text(255), 200)),
  tags: z.optional(someOf(text(255), 200)),
  productIds: z.optional(someOf(text(128), 1000)),
  countries: z.optional(someOf(Country, 250)),
  /** The line's own discount is at least this many percent of its price. */
  discountedByPercent: z.optional(/* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(100))),
});
/** See the schema of the same name. */
export type ItemMatch = z.infer<typeof ItemMatch>;

/** How a return goes back. */
export const methodKinds = [
  /** A label to print. */
  'label',
  /** A code to show: no printer, no box. */
  'qr_code',
  /** Taken to one of the places named. */
  'drop_off',
  /** Brought to a shop of the store. */
  'in_store',
  /** Fetched by a carrier. */
  'pick_up',
  /** Sent with a carrier of the shopper's choice. */
  'own_carrier',
  /** Not sent back at all. */
  'keep_item',
] as const;
/** One of `methodKinds`. */
export type MethodKind = (typeof methodKinds)[number];

/** A place where a return can be handed in. */
export const DropOffPlace = z.strictObject({
  id: RuleId,
  name: text(200),
  address: someOf(text(255), 8),
  hours: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(14))),
  url: z.optional(text(2048)),
});

/** One method of a policy. */
export const ReturnMethod = z.strictObject({
  id: RuleId,
  kind: z.enum(methodKinds),
  /** The store's own name for it; the widget has words for each kind. */
  name: z.optional(LocalText),
  note: z.optional(LocalText),
  /** What the shopper pays for it, in minor units of the order's currency. */
  price: minorUnits,
  countries: z.optional(someOf(Country, 250)),
  places: z.optional(/* @__PURE__ */ z.array(DropOffPlace).check(z.maxLength(100))),
});
/** See the schema of the same name. */
export type ReturnMethod = z.infer<typeof ReturnMethod>;

const asked = z.enum(['off', 'optional', 'required']);

const reasonFields = {
  code: RuleId,
  /** The store's own words; the widget has words for the usual codes. */
  label: z.optional(LocalText),
  /** The shop is at fault: fees marked so do not apply. */
  shopAtFault: z.optional(z.boolean()),
  note: z.optional(asked),
  photos: z.optional(asked),
  /** Offered only for these products. */
  productTypes: z.optional(someOf(text(255), 200)),
};

/** A reason, with finer ones below it where that helps. `wrong_size` / `too_small` is named `wrong_size.too_small`. */
export const ReturnReason = z.strictObject({
  ...reasonFields,
  children: z.optional(/* @__PURE__ */ z.array(z.strictObject(reasonFields)).check(z.maxLength(30))),
});
/** See the schema of the same name. */
export type ReturnReason = z.infer<typeof ReturnReason>;

/** A fee. Several that fit add up. */
export const ReturnFee = z.strictObject({
  id: RuleId,
  name: z.optional(LocalText),
  /** `flat`: minor units of the order's currency, once for each return. `percent`: hundredths of a percent of what comes back. */
  kind: z.enum(['flat', 'percent']),
  value: minorUnits,
  /** Not taken when the reason says that the shop is at fault. Default true. */
  freeWhenShopAtFault: z.optional(z.boolean()),
  reasons: z.optional(someOf(text(130), 100)),
  methods: z.optional(someOf(RuleId, 50)),
  resolutions: z.optional(someOf(z.enum(resolutions), 3)),
  countries: z.optional(someOf(Country, 250)),
});
/** See the schema of the same name. */
export type ReturnFee = z.infer<typeof ReturnFee>;

/** A postal address as lines, and the country apart. */
export const ReturnAddress = z.strictObject({
  /** For parcels from these countries; the one without countries is for all others. */
  countries: z.optional(someOf(Country, 250)),
  name: text(200),
  lines: someOf(text(255), 6),
  city: text(255),
  region: z.optional(text(255)),
  postcode: z.optional(text(32)),
  country: Country,
  instructions: z.optional(LocalText),
});
/** See the schema of the same name. */
export type ReturnAddress = z.infer<typeof ReturnAddress>;

/** When a return is approved without anybody looking: all conditions given must hold for all its items. */
export const AutoApproval = z.strictObject({
  id: RuleId,
  match: z.optional(ItemMatch),
  reasons: z.optional(someOf(text(130), 100)),
  resolutions: z.optional(someOf(z.enum(resolutions), 3)),
  /** The return's value in minor units is at most this. */
  upTo: z.optional(minorUnits),
});

/** Whether a store's shoppers are told by mail what happens, where the backend has a mail server. */
export const MailChoice = z.strictObject({
  send: z.boolean(),
  /** The page of the shop where it is filed and followed; named in the mails. */
  page: z.optional(WebAddress),
});
/** See the schema of the same name. */
export type MailChoice = z.infer<typeof MailChoice>;

/** What a store does about returns. Each change is a new version; a return keeps the one it was filed under. */
export const ReturnPolicyInput = z.strictObject({
  window: z.strictObject({
    /** Days from delivery; null without an end. */
    days: z.nullable(days),
    /** Counted from the shipping date plus so many days when no delivery date is known. */
    shippedBufferDays: days,
    /** Each parcel from its own delivery, or all from the last. */
    severalParcels: z.enum(['each', 'last']),
    /** A last day that is no working day moves to the next one. */
    extendToWorkingDay: z.boolean(),
    /** Days that are no working days, beside Saturdays and Sundays. */
    holidays: z.optional(/* @__PURE__ */ z.array(CalendarDate).check(z.maxLength(400))),
  }),
  /** Other windows for some items: the first that fits counts. */
  windows: z.optional(
    /* @__PURE__ */ z
      .array(z.strictObject({ id: RuleId, match: ItemMatch, days: z.nullable(days) }))
      .check(z.maxLength(100)),
  ),
  /** Orders placed in a season may be sent back at least until its last day. */
  seasons: z.optional(
    /* @__PURE__ */ z
      .array(
        z.strictObject({
          id: RuleId,
          placedFrom: CalendarDate,
          placedUntil: CalendarDate,
          lastDay: CalendarDate,
        }),
      )
      .check(z.maxLength(50)),
  ),
  /** What is not taken back: the first that fits counts. */
  exclusions: z.optional(
    /* @__PURE__ */ z
      .array(
        z.strictObject({
          id: RuleId,
          match: ItemMatch,
          because: z.enum(['final_sale', 'product_excluded', 'country_excluded']),
          note: z.optional(LocalText),
          /** May still be exchanged. */
          exchangeable: z.optional(z.boolean()),
        }),
      )
      .check(z.maxLength(200)),
  ),
  resolutions: z.strictObject({
    refund: z.boolean(),
    storeCredit: z.nullable(
      z.strictObject({
        /** On top of what comes back, in hundredths of a percent; 0 for none. */
        bonusPercent: /* @__PURE__ */ z.int().check(z.minimum(0), z.maximum(10_000)),
      }),
    ),
    exchange: z.nullable(
      z.strictObject({
        /** Whether a dearer or cheaper variant may be chosen, and the difference is paid or given back. */
        priceDifference: z.enum(['settle', 'equal_only']),
      }),
    ),
  }),
  fees: /* @__PURE__ */ z.array(ReturnFee).check(z.maxLength(50)),
  /** When the original shipping comes back: never, when everything goes back, or when the shop is at fault or everything goes back. */
  originalShipping: z.enum(['never', 'everything', 'everything_or_shop_at_fault']),
  methods: someOf(ReturnMethod, 50),
  reasons: someOf(ReturnReason, 100),
  /** Where parcels go; none while the store tells it with each approval. */
  addresses: /* @__PURE__ */ z.array(ReturnAddress).check(z.maxLength(50)),
  /** Any rule that fits approves. */
  autoApprovals: /* @__PURE__ */ z.array(AutoApproval).check(z.maxLength(50)),
  /**
   * Items worth at most this much (minor units, what comes back, over all returns of an order together) are not wanted back;
   * null: all are.
   */
  keepItemUpTo: z.nullable(minorUnits),
  /** Days after approval in which the return has to be on its way. */
  sendWithinDays: /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(365)),
  /** Cancel before shipping: whether it is offered. */
  cancel: z.boolean(),
  /** Waiting days of delivery problems, counted from real tracking events; null: not offered. */
  deliveryProblems: z.strictObject({
    /** Lost: no scan for so many days. */
    lostAfterDays: z.nullable(days),
    /** Marked delivered and not there: from so many days after it … */
    missingAfterDays: z.nullable(days),
    /** … and these three until so many days after delivery. */
    tellWithinDays: days,
  }),
  withdrawal: z.strictObject({
    /** Whether the withdrawal function is shown: not at all, in the EU and EEA, to everybody. */
    offered: z.enum(['off', 'eu', 'everyone']),
    /** At least 14 where the law applies. */
    days: /* @__PURE__ */ z.int().check(z.minimum(14), z.maximum(400)),
    extendToWorkingDay: z.boolean(),
    /** Goods the law exempts (Article 16): sealed hygiene goods, made to order, perishable. */
    exempt: z.optional(/* @__PURE__ */ z.array(ItemMatch).check(z.maxLength(50))),
  }),
  /** What the store says at the top, by language. */
  message: z.optional(LocalText),
  /** Mails to the shopper about a return, where the backend has a mail server. They are sent unless the store says otherwise. */
  mails: z.optional(MailChoice),
});
/** See the schema of the same name. */
export type ReturnPolicyInput = z.infer<typeof ReturnPolicyInput>;

/** A version of a store's policy. */
export const ReturnPolicy = z.object({
  id: idOf('policy'),
  /** 1, 2, …; 0 is what Postlude starts with before the store says anything. */
  version: z.int(),
  validFrom: Instant,
  policy: ReturnPolicyInput,
  /** The policy in sentences, in the language asked for. */
  words: z.array(z.string()),
});
/** See the schema of the same name. */
export type ReturnPolicy = z.infer<typeof ReturnPolicy>;
