import './zod-setup.ts';
import * as z from 'zod/mini';

/**
 * Every problem the API can answer with: the HTTP status and the sentence a shopper could read. The code is stable
 * and is what programs look at; sentences may be reworded. Described as RFC 9457 `application/problem+json`.
 */
export const problems = {
  invalid_input: { status: 422, title: 'Some of what was sent is not right. Please check the fields named.' },
  invalid_json: { status: 400, title: 'What was sent is not valid JSON.' },
  too_large: { status: 413, title: 'What was sent is too large.' },
  unsupported_media_type: { status: 415, title: 'This address takes JSON only.' },
  not_found: { status: 404, title: 'There is nothing here, or it is not yours to see.' },
  method_not_allowed: { status: 405, title: 'This address does not take that method.' },
  unknown_store: { status: 401, title: 'This store key is not known. Please check the snippet on the page.' },
  origin_not_allowed: { status: 403, title: 'This website is not one of the store’s own.' },
  session_invalid: { status: 401, title: 'Your session has ended. Please find your order again.' },
  key_invalid: { status: 401, title: 'A valid secret key is needed.' },
  proof_invalid: { status: 403, title: 'This link does not open the order. Please look it up instead.' },
  lookup_failed: {
    status: 404,
    title: 'We could not find an order with these details. Please check the number and the contact you used.',
  },
  lookup_locked: {
    status: 429,
    title: 'There were too many tries. Please wait until the time given and try again.',
  },
  rate_limited: { status: 429, title: 'There were too many requests. Please try again in a moment.' },
  idempotency_conflict: { status: 422, title: 'This Idempotency-Key was used before with another request.' },
  idempotency_in_progress: { status: 409, title: 'The same request is still being worked on.' },
  gift_code_invalid: {
    status: 404,
    title: 'We could not find a gift with these details. Please check the order number and the gift code.',
  },
  item_unknown: { status: 422, title: 'One of these items is not part of this order.' },
  quantity_unavailable: { status: 422, title: 'There are not that many of this item left to send back.' },
  route_closed: { status: 422, title: 'This is not possible for one of these items any more.' },
  reason_unknown: { status: 422, title: 'Please choose one of the reasons offered.' },
  note_required: { status: 422, title: 'Please tell us a little more about this item.' },
  photos_required: { status: 422, title: 'Please add a photo of this item.' },
  resolution_unavailable: { status: 422, title: 'This is not on offer for one of these items.' },
  variant_unavailable: {
    status: 422,
    title: 'This variant is not available any more. Please choose another.',
  },
  method_unavailable: { status: 422, title: 'This way of sending back is not on offer here.' },
  quote_changed: {
    status: 409,
    title: 'The sum has changed in the meantime. Please have a look and confirm again.',
  },
  too_many: {
    status: 422,
    title: 'This was done so often that it cannot be done here any more. Please write to the store.',
  },
  return_not_changeable: { status: 409, title: 'This return cannot be changed any more.' },
  action_not_possible: { status: 409, title: 'This cannot be done to a return in this state.' },
  serial_required: { status: 422, title: 'Please enter the serial number.' },
  serial_wrong: {
    status: 422,
    title: 'This does not look like a serial number of this product. Please check it.',
  },
  serial_not_accepted: {
    status: 422,
    title:
      'We could not accept this serial number. Please check it, or write to the store with a photo of it.',
  },
  serial_taken: {
    status: 409,
    title:
      'This serial number is registered already. If you have bought the item from its owner, ask them for a hand-over code.',
  },
  proof_required: { status: 422, title: 'Please add your proof of purchase.' },
  product_unknown: { status: 422, title: 'We do not know this product. Please choose one from the list.' },
  date_impossible: { status: 422, title: 'This day cannot be right. Please check it.' },
  registration_closed: { status: 422, title: 'One of these items cannot be registered.' },
  transfer_code_invalid: {
    status: 404,
    title: 'We do not know this hand-over code, or it was used or has ended. Please ask for a new one.',
  },
  transfer_closed: { status: 409, title: 'This item cannot be handed over.' },
  symptom_unknown: { status: 422, title: 'Please choose what is wrong from the list.' },
  place_unavailable: { status: 422, title: 'This place is not on offer for this item.' },
  address_required: { status: 422, title: 'Please tell us where to send it back to.' },
  claim_not_changeable: { status: 409, title: 'This claim cannot be changed any more.' },
  quote_not_open: { status: 409, title: 'This quote has been answered or has ended.' },
  recall_text: {
    status: 422,
    title: 'A recall notice must not play the danger down. Please reword the fields named.',
  },
  review_closed: { status: 422, title: 'No review can be written of this item.' },
  review_incomplete: {
    status: 422,
    title: 'Something the store asks for is missing. Please fill in the fields named.',
  },
  terms_required: { status: 422, title: 'Please agree to the terms first.' },
  referral_closed: { status: 422, title: 'Recommending is not on offer with this order right now.' },
  policy_contradiction: {
    status: 422,
    title: 'These settings contradict each other. Please check the fields named.',
  },
  conflict: { status: 409, title: 'This does not fit what is already there.' },
  webhook_unconfigured: { status: 403, title: 'No secret is set for this webhook, so nothing is accepted.' },
  signature_missing: { status: 401, title: 'The message is not signed.' },
  signature_invalid: { status: 401, title: 'The signature does not fit the message.' },
  signature_expired: { status: 401, title: 'The message was signed too long ago, or in the future.' },
  upload_type: {
    status: 415,
    title: 'This kind of file is not taken. Please send a JPEG, PNG or WebP picture, or a PDF.',
  },
  upload_damaged: { status: 422, title: 'This file cannot be read. Please choose it again or take another.' },
  upload_limit: { status: 422, title: 'There are too many files with this order already.' },
  upload_unknown: { status: 422, title: 'One of the files is not there any more. Please add it again.' },
  unavailable: { status: 503, title: 'The service is not ready. Please try again in a moment.' },
  internal: { status: 500, title: 'Something went wrong on our side. It was recorded; please try again.' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A stable code of a problem. */
export type ProblemCode = keyof typeof problems;

/** All problem codes, in the order of the table. */
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/**
 * An error as it travels. `code` is one of `problemCodes` (an older client may meet a newer one, so it is a string);
 * `fields` names what to correct, keyed by the path in the request (`lines.0.quantity`); `retryAt` is when to try
 * again; `requestId` finds the request in the server's log.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.string())),
  retryAt: z.optional(z.string()),
  requestId: z.optional(z.string()),
});
/** See the schema of the same name. */
export type Problem = z.infer<typeof Problem>;
