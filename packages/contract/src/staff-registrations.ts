import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { pageQuery } from './pages.ts';
import { Passport, registrationStatuses, rejectionCodes } from './passports.ts';
import { AuditEntry } from './staff-returns.ts';
import { text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

const by = z.optional(text(200));
const note = z.optional(z.nullable(text(2000)));

/** What staff may do to a registration. */
export const registrationActions = ['approve', 'reject', 'correct', 'void', 'undo'] as const;

/** An action without more. */
export const PlainRegistrationAction = z.strictObject({ by, note });
/** See the schema of the same name. */
export type PlainRegistrationAction = z.infer<typeof PlainRegistrationAction>;

/** Rejects or ends with a reason the owner reads; `other` needs a note. */
export const RejectInput = z.strictObject({ by, code: z.enum(rejectionCodes), note });

/** Puts right what the owner told. What is left out stays. */
export const CorrectInput = z.strictObject({
  by,
  note,
  serial: z.optional(z.nullable(text(64))),
  purchasedOn: z.optional(CalendarDate),
  boughtAt: z.optional(text(200)),
});
/** See the schema of the same name. */
export type CorrectInput = z.infer<typeof CorrectInput>;

/** A registration for staff. */
export const StaffRegistration = z.object({
  passport: Passport,
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  policyVersion: z.int(),
  audit: z.array(AuditEntry),
  actions: z.array(z.enum(registrationActions)),
});
/** See the schema of the same name. */
export type StaffRegistration = z.infer<typeof StaffRegistration>;

/** A registration in a list. */
export const RegistrationSummary = z.object({
  id: idOf('registration'),
  passportId: idOf('passport'),
  code: z.string(),
  status: z.enum(registrationStatuses),
  title: z.string(),
  serial: z.nullable(z.string()),
  email: z.nullable(z.string()),
  orderNumber: z.string(),
  registeredAt: Instant,
});
/** See the schema of the same name. */
export type RegistrationSummary = z.infer<typeof RegistrationSummary>;

/** The filters of the list of registrations. */
export const RegistrationsQuery = z.strictObject({
  ...pageQuery,
  status: z.optional(z.enum(registrationStatuses)),
  /** Finds by serial number, certificate code, order number or e-mail. */
  q: z.optional(text(255)),
});

/** The largest list of serial numbers that is taken at once, in bytes. */
export const serialListLimit = 32 * 1024 * 1024;

/** How far an import of serial numbers is, and what was wrong with rows. */
export const SerialImport = z.object({
  id: idOf('serialImport'),
  state: z.enum(['running', 'done', 'failed']),
  /** Rows read so far, and all. */
  read: z.int(),
  rows: z.int(),
  added: z.int(),
  /** Already on the list. */
  known: z.int(),
  bad: z.int(),
  /** The first thousand bad rows: their number in the file (the heading is 1) and why. */
  badRows: z.array(
    z.object({
      row: z.int(),
      text: z.string(),
      because: z.enum(['empty', 'too_long', 'no_product', 'twice', 'columns', 'pattern']),
    }),
  ),
  startedAt: Instant,
  endedAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type SerialImport = z.infer<typeof SerialImport>;
