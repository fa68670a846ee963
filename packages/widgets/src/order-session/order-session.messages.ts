/**
 * The English texts of what every widget about an order says: how the order is found, what is waited for, what went wrong.
 * A widget's own text of the same name wins over one of these.
 */
export const english = {
  order: 'Order {number}',
  quantity: 'Quantity {n}',

  new_window: '(opens in a new tab)',
  copy: 'Copy',
  'copy.what': 'Copy: {what}',
  copied: 'Copied',
  copy_failed: 'Selected: now copy it yourself',

  help: 'Something not right?',
  'help.phone': 'Call {phone}',
  'help.report': 'Report a problem',
  'help.subject': 'Problem with order {number}',

  as_of: 'Last news {time}',
  offline: 'You are offline.',
  stale: 'We could not fetch the latest news.',
  refresh: 'Refresh',
  loading: 'Fetching your order',
  waiting: 'We have your order',
  'waiting.about': 'Details appear here in a moment.',
  other_order: 'Find another order',

  'lookup.proof_refused': 'That link did not open your order, sorry. Your number and one contact will.',
  'lookup.session_ended': 'It has been a while, so please find your order once more.',
  'lookup.order': 'Order number',
  'lookup.order.hint': 'It is in your confirmation e-mail, for example 1001.',
  'lookup.contact': 'E-mail, phone or postcode',
  'lookup.contact.hint': 'The one you gave with the order.',
  'lookup.find': 'Find my order',
  'lookup.finding': 'Looking…',
  'lookup.order.missing': 'Please enter your order number.',
  'lookup.order.invalid': 'This does not look like an order number. It is in your confirmation e-mail.',
  'lookup.contact.missing': 'Please enter your e-mail, phone number or postcode.',
  'lookup.contact.invalid': 'Please check this e-mail, phone number or postcode.',
  'lookup.locked': 'To keep orders safe we pause after several tries. Please try again at {time}.',

  'problem.lookup_failed':
    'We found no order with this number and contact. Perhaps it was another e-mail, or a digit is missing?',
  'problem.unreachable': 'We could not reach the store. Please check your connection and try again.',
  'problem.offline': 'You are offline. We will try again as soon as you are back.',
  'problem.unavailable': 'It is very busy here right now. Please try again in a moment.',
  'problem.not_found': 'We cannot find this order any more. Please look it up again, or ask the store.',
  'problem.not_here_yet':
    'Your order went through, but its details are not here yet. Please try again later, or ask the store.',
  'problem.unknown_store': 'Something is not set up right here. The store has to correct it.',
  'problem.other': 'Something went wrong on our side. Please try again.',
  'problem.title': 'We cannot show your order',
  'problem.id': 'If you ask for help, give this number: {id}',
  retry: 'Try again',
} as const;

/** All texts every widget about an order needs, in one language. */
export type OrderSessionMessages = Readonly<Record<keyof typeof english, string>>;
