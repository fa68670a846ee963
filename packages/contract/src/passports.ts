import './zod-setup.ts';
import * as z from 'zod/mini';
import { Cover } from './cover.ts';
import { idOf } from './ids.ts';
import { ReturnSummary } from './returns.ts';
import { PublicStore } from './stores.ts';
import { CalendarDate, Instant } from './time.ts';
import { Upload } from './uploads.ts';

/** How far a registration is. `pending` waits for the store; `void` was ended by the store after it was accepted. */
export const registrationStatuses = ['pending', 'registered', 'rejected', 'void'] as const;
/** One of `registrationStatuses`. */
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** Why staff reject or end a registration. `other` needs a note. */
export const rejectionCodes = [
  'proof_unreadable',
  'serial_not_ours',
  'not_covered',
  'duplicate',
  'other',
] as const;

/** How far a claim is, the repair included. The order is that of the timeline. */
export const claimStatuses = [
  /** It was filed. */
  'received',
  /** Somebody looks at it. */
  'under_review',
  /** The store asked something and waits for the shopper. */
  'waiting',
  'approved',
  'declined',
  'device_received',
  'diagnosing',
  /** A quote waits for the shopper's answer. */
  'quoted',
  'waiting_for_parts',
  'in_repair',
  'tested',
  'on_its_way_back',
  'done',
  'cancelled',
] as const;
/** One of `claimStatuses`. */
export type ClaimStatus = (typeof claimStatuses)[number];

/** A claim in a list. */
export const ClaimSummary = z.object({
  id: idOf('claim'),
  /** `C-1001-1`. */
  number: z.string(),
  status: z.enum(claimStatuses),
  symptom: z.nullable(z.string()),
  createdAt: Instant,
  /** The day it was done; null while it is open. */
  doneOn: z.nullable(CalendarDate),
});
/** See the schema of the same name. */
export type ClaimSummary = z.infer<typeof ClaimSummary>;

/** The registration of an item. */
export const Registration = z.object({
  id: idOf('registration'),
  /** The code of its certificate, which can be checked on a public page: `7K3D-9QXM-2F4T`. */
  code: z.string(),
  status: z.enum(registrationStatuses),
  registeredAt: Instant,
  /** True when it came about by itself with the delivery. */
  automatic: z.boolean(),
  /** Why it was rejected or ended; null otherwise. */
  rejected: z.nullable(z.object({ code: z.enum(rejectionCodes), note: z.nullable(z.string()) })),
  proof: z.array(Upload),
  /** What the owner chose; each by itself. */
  consents: z.object({ safety: z.boolean(), marketing: z.boolean() }),
});
/** See the schema of the same name. */
export type Registration = z.infer<typeof Registration>;

/**
 * A recall as the owner of an item sees it: the parts of a recall notice by Article 36 of Regulation (EU) 2023/988, whose headline
 * is fixed. Widgets show it above everything else.
 */
export const RecallNotice = z.object({
  id: idOf('recall'),
  publishedAt: Instant,
  /** What is recalled, with brand, model and the numbers that identify it. */
  product: z.string(),
  /** Where those numbers stand on it. */
  identification: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  /** When and where it was sold. */
  sold: z.nullable(z.string()),
  /** What can happen. */
  hazard: z.string(),
  /** What to do, above all to stop using it. */
  action: z.string(),
  /** What the owner may choose from. */
  remedies: z.array(
    z.object({ kind: z.enum(['repair', 'replacement', 'refund']), text: z.nullable(z.string()) }),
  ),
  /** A free phone number or an address that answers. */
  contact: z.object({
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
    url: z.nullable(z.string()),
  }),
  /** The items of this session it is about. */
  passportIds: z.array(idOf('passport')),
  /** When the owner said that they read it, and the remedy they chose; null before. */
  acknowledged: z.nullable(
    z.object({ at: Instant, remedy: z.nullable(z.enum(['repair', 'replacement', 'refund'])) }),
  ),
});
/** See the schema of the same name. */
export type RecallNotice = z.infer<typeof RecallNotice>;

/** Everything about one bought unit in one place. */
export const Passport = z.object({
  id: idOf('passport'),
  orderId: idOf('order'),
  orderNumber: z.string(),
  lineId: idOf('line'),
  /** Which of the line's units: 1 is the first. */
  unit: z.int(),
  units: z.int(),
  title: z.string(),
  variant: z.nullable(z.string()),
  imageUrl: z.nullable(z.string()),
  productUrl: z.nullable(z.string()),
  productId: z.nullable(z.string()),
  gtin: z.nullable(z.string()),
  /** `here`: an order of this store; `elsewhere`: told by its owner; `transferred`: from an earlier owner. */
  origin: z.enum(['here', 'elsewhere', 'transferred']),
  /** Where it was bought, as the owner told; null for `here`. */
  boughtAt: z.nullable(z.string()),
  purchasedOn: z.nullable(CalendarDate),
  /** True when the owner said *about*. */
  purchasedAbout: z.boolean(),
  deliveredOn: z.nullable(CalendarDate),
  shipmentId: z.nullable(idOf('shipment')),
  country: z.nullable(z.string()),
  serial: z.nullable(z.string()),
  /** `owned` by this order's shopper; `returned`; `transferred` to somebody else. */
  state: z.enum(['owned', 'returned', 'transferred']),
  registration: z.nullable(Registration),
  covers: z.array(Cover),
  returns: z.array(ReturnSummary),
  claims: z.array(ClaimSummary),
  recalls: z.array(RecallNotice),
  /** Owners without who they are, the first first. */
  owners: z.array(
    z.object({ from: z.nullable(CalendarDate), through: z.nullable(CalendarDate), you: z.boolean() }),
  ),
  /** An open transfer of this owner; null without one. */
  transfer: z.nullable(z.object({ code: z.string(), expiresAt: Instant })),
  /** Addresses that work for some minutes; ask again for fresh ones. */
  documents: z.array(z.object({ kind: z.enum(['certificate', 'calendar']), url: z.string() })),
  /** Where anybody can check the certificate; null without a registration. */
  checkUrl: z.nullable(z.string()),
  /** schema.org `IndividualProduct` with `OwnershipInfo` and `WarrantyPromise`, as JSON-LD. */
  jsonLd: z.record(z.string(), z.unknown()),
});
/** See the schema of the same name. */
export type Passport = z.infer<typeof Passport>;

/** Passports of an order and what a page needs to register them. */
export const PassportList = z.object({
  items: z.array(
    z.object({
      passport: Passport,
      /** What is asked before it can be registered. */
      serial: z.object({
        asked: z.enum(['no', 'optional', 'required']),
        masks: z.array(z.string()),
        check: z.nullable(z.literal('luhn')),
        example: z.nullable(z.string()),
        imageUrl: z.nullable(z.string()),
        where: z.nullable(z.string()),
      }),
      /** What registering gives, in months more; 0 for nothing, null where no plan is about it. */
      gainMonths: z.nullable(z.int()),
      canRegister: z.boolean(),
      /** Why not; null when it can. */
      because: z.nullable(
        z.enum(['registered', 'pending', 'returned', 'transferred', 'gift', 'not_delivered']),
      ),
      canTransfer: z.boolean(),
    }),
  ),
  askMarketing: z.boolean(),
  proof: z.enum(['off', 'optional', 'required']),
  policyVersion: z.int(),
  uploads: z.object({ perItem: z.int(), bytes: z.int() }),
  store: PublicStore,
  /** Seconds after which it is worth asking again; null when nothing will change by itself. */
  refreshAfter: z.nullable(z.int()),
});
/** See the schema of the same name. */
export type PassportList = z.infer<typeof PassportList>;
