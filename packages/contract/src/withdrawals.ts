import './zod-setup.ts';
import * as z from 'zod/mini';
import { idOf } from './ids.ts';
import { pageQuery } from './pages.ts';
import { EmailAddress, Locale, text } from './text.ts';
import { CalendarDate, Instant } from './time.ts';

/**
 * A declaration of withdrawal, as Article 11a of Directive 2011/83/EU (added by Directive (EU) 2023/2673) asks for it: the
 * name, the contract, and where the acknowledgement goes. Which items only if the consumer wants to; never a reason.
 */
export const WithdrawalInput = z.strictObject({
  name: text(200),
  /** What identifies the contract: the order's number as the shopper knows it. */
  contract: text(200),
  email: EmailAddress,
  /** In the consumer's own words; the whole contract when left out. */
  items: z.optional(z.nullable(text(2000))),
  /** The language the acknowledgement is written in. */
  locale: z.optional(z.nullable(Locale)),
});
/** See the schema of the same name. */
export type WithdrawalInput = z.infer<typeof WithdrawalInput>;

/** The acknowledgement: what was declared and exactly when. Says nothing about whether such an order exists. */
export const WithdrawalReceipt = z.object({
  id: idOf('withdrawal'),
  /** Short enough to be read out: `W-7Q2K-9M4D`. */
  number: z.string(),
  receivedAt: Instant,
  /** The whole acknowledgement as text, in the consumer's language: content, date and time. */
  text: z.string(),
  /** The same as a file; the address works for some minutes. */
  url: z.string(),
  /** True when it also goes out by mail. */
  mailed: z.boolean(),
  /** Postlude's signature over the text and the time, so that the receipt can be checked later. */
  seal: z.string(),
});
/** See the schema of the same name. */
export type WithdrawalReceipt = z.infer<typeof WithdrawalReceipt>;

/** What the widget needs to begin. */
export const WithdrawalTerms = z.object({
  offered: z.enum(['off', 'eu', 'everyone']),
  /** The plain page of the backend that works without JavaScript. */
  page: z.string(),
  days: z.int(),
  storeName: z.string(),
});
/** See the schema of the same name. */
export type WithdrawalTerms = z.infer<typeof WithdrawalTerms>;

/** What we think of a declaration; for the shop only, and never a refusal. */
export const withdrawalMarks = [
  'in_time',
  'late',
  'no_such_order',
  'contact_differs',
  'not_delivered_yet',
  'exempt_items',
] as const;

/** A declaration for staff. */
export const StaffWithdrawal = z.object({
  id: idOf('withdrawal'),
  number: z.string(),
  receivedAt: Instant,
  name: z.string(),
  contract: z.string(),
  email: z.string(),
  items: z.nullable(z.string()),
  /** The order it is about, as far as we can tell. */
  orderId: z.nullable(idOf('order')),
  /** The last day we counted; null when it cannot be known. */
  lastDay: z.nullable(CalendarDate),
  marks: z.array(z.enum(withdrawalMarks)),
  /** When staff ticked it off. */
  settledAt: z.nullable(Instant),
});
/** See the schema of the same name. */
export type StaffWithdrawal = z.infer<typeof StaffWithdrawal>;

/** The filters of the list of withdrawals. */
export const WithdrawalsQuery = z.strictObject({ ...pageQuery, open: z.optional(z.enum(['true', 'false'])) });
