import './zod-setup.ts';
import * as z from 'zod/mini';
import { text, WebAddress } from './text.ts';
import { CalendarDate, InstantInput, LocalTime, TimeZone } from './time.ts';
import { TrackingStatus } from './tracking-status.ts';

/** A shipment as a staff program sends it, under its own id. Sending it again with a later `updatedAt` replaces it. */
export const ShipmentInput = z.strictObject({
  updatedAt: z.optional(InstantInput),
  shippedAt: z.optional(z.nullable(InstantInput)),
  cancelled: z.optional(z.boolean()),
  /** The carrier's name or code, in any spelling. */
  carrier: z.optional(z.nullable(text(128))),
  trackingNumber: z.optional(z.nullable(text(255))),
  trackingUrl: z.optional(z.nullable(WebAddress)),
  items: /* @__PURE__ */ z
    .array(
      z.strictObject({
        lineExternalId: text(128),
        quantity: /* @__PURE__ */ z.int().check(z.minimum(1), z.maximum(1_000_000)),
      }),
    )
    .check(z.maxLength(1000)),
});
/** See the schema of the same name. */
export type ShipmentInput = z.infer<typeof ShipmentInput>;

/** A tracking event as a staff program sends it. The same event sent twice is kept once. */
export const TrackingEventInput = z.strictObject({
  at: InstantInput,
  /** The wall clock at the place, when it differs from what `at` says. */
  localTime: z.optional(LocalTime),
  status: TrackingStatus,
  subStatus: z.optional(z.nullable(text(64))),
  message: z.optional(z.nullable(text(1000))),
  place: z.optional(
    z.nullable(
      z.strictObject({
        city: z.optional(z.nullable(text(255))),
        region: z.optional(z.nullable(text(255))),
        country: z.optional(z.nullable(text(2))),
      }),
    ),
  ),
});
/** See the schema of the same name. */
export type TrackingEventInput = z.infer<typeof TrackingEventInput>;

/** News of a parcel from a staff program: events, and what else is known now. */
export const TrackingInput = z.strictObject({
  events: z.optional(/* @__PURE__ */ z.array(TrackingEventInput).check(z.maxLength(200))),
  promise: z.optional(
    z.strictObject({
      observedAt: z.optional(InstantInput),
      from: z.optional(z.nullable(CalendarDate)),
      until: CalendarDate,
      zone: z.optional(z.nullable(TimeZone)),
      reason: z.optional(z.nullable(text(64))),
    }),
  ),
  pickup: z.optional(
    z.strictObject({
      name: z.optional(z.nullable(text(255))),
      address: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(8))),
      hours: z.optional(/* @__PURE__ */ z.array(text(255)).check(z.maxLength(14))),
      code: z.optional(z.nullable(text(64))),
      until: z.optional(z.nullable(CalendarDate)),
    }),
  ),
  proof: z.optional(
    z.strictObject({
      signedBy: z.optional(z.nullable(text(255))),
      leftAt: z.optional(z.nullable(text(255))),
      photoUrl: z.optional(z.nullable(WebAddress)),
    }),
  ),
});
/** See the schema of the same name. */
export type TrackingInput = z.infer<typeof TrackingInput>;
