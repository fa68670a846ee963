/**
 * The English texts of the first screen of returns: what can be sent back and what cannot. Those of the later steps are in
 * `returns-steps.messages.ts`. What every widget about an order says is in `order-session`; a key here wins over the same
 * one there.
 */
export const english = {
  lookup: 'Send something back',
  'lookup.intro': 'With your order number and one contact you gave, we will show you what can go back.',
  'lookup.gift': 'Exchange a gift',
  'lookup.gift.intro': 'With the order number and the gift code. Whoever gave it to you is not told.',
  'lookup.gift.code': 'Gift code',
  'lookup.gift.code.hint': 'It is on the gift receipt.',
  'lookup.gift.code.missing': 'Please enter the gift code.',
  'lookup.gift.code.invalid': 'This does not look like a gift code. It is on the gift receipt.',
  'lookup.to_gift': 'It was a gift for me',
  'lookup.to_order': 'I ordered it myself',
  loading: 'Checking what can be sent back',
  'loading.step': 'Just a moment',
  code_failed: 'This step did not load',

  progress: 'Step {n} of {total}',
  'items.title': 'What would you like to send back?',
  'items.title.cancel': 'What would you like to cancel?',
  'items.title.delivery_problem': 'What is wrong with the delivery?',
  until: 'Until {date}',
  only_exchange: 'Exchange only',
  cost_from: 'Sending it back from {price}',
  next: 'Continue',
  'next.units': '{n, plural, one {Continue with # item} other {Continue with # items}}',
  back: 'Back',

  empty: 'Nothing can be sent back right now',
  'empty.about': 'Below you see why, one by one. If that does not seem right, write to the store.',

  'mistake.items.missing': 'Please choose at least one item.',
  'problem.gift_code_invalid': 'We found no gift with this number and code. Perhaps a letter is missing?',
  'problem.title': 'We cannot show what can go back',
} as const;

/** The texts of the first screen in one language. */
export type ReturnsMessages = Readonly<Record<keyof typeof english, string>>;
