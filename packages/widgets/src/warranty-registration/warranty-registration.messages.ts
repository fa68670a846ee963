/** The English texts of the first screen of registrations: where it was bought, and the items with what stands behind them. */
export const english = {
  lookup: 'Find your order',
  'lookup.intro': 'Your order number and one contact are all we need. The items are there already.',
  'loading.step': 'One moment',
  code_failed: 'This part could not be loaded',

  start: 'Register what you bought',
  'start.about': 'It takes a minute.',
  'start.order': 'I bought it here',
  'start.order.about': 'Your order knows the rest.',
  'start.elsewhere': 'I bought it elsewhere',
  'start.elsewhere.about': 'You need the product and the day you bought it.',
  'start.code': 'I have a hand-over code',
  'start.code.about': 'From the owner before you.',

  title: '{n, plural, one {Register your item} other {Register your items}}',
  'title.done': '{n, plural, one {Your item} other {Your items}}',
  'title.empty': 'There is nothing to register here',
  'title.elsewhere': 'Almost done',
  'title.transferred': 'It is yours now',
  rights: 'Registering is free, and never a condition of your legal rights.',
  unit: 'Unit {n} of {total}',
  serial: 'Serial number {serial}',
  more: 'Show all {n}',

  'cover.legal_guarantee': 'Legal guarantee',
  'cover.warranty': 'Warranty',
  'cover.until': '{cover}: until {date}',
  'cover.lifetime': '{cover}: for life',
  'cover.ended': '{cover}: ended {date}',
  'cover.upcoming': '{cover}: begins with the delivery',
  'cover.not_registered': '{cover}: once it is registered',
  'cover.unknown': '{cover}: its first day is not known',
  gain: '{n, plural, one {Registering adds # month of warranty.} other {Registering adds # months of warranty.}}',

  'state.registered': 'Registered',
  'state.pending': 'Being checked',
  'state.rejected': 'Not accepted',
  'state.void': 'Registration ended',
  'because.returned': 'Sent back',
  'because.transferred': 'Handed over',
  'because.gift': 'A gift: who bought it can hand it over to you.',
  'because.not_delivered': 'Can be registered once it is delivered.',

  stay: 'Stay informed (optional)',
  'consent.safety': 'Tell me about safety problems and recalls',
  'consent.safety.hint': 'Used for nothing else.',
  'consent.marketing': 'Send me news and offers',

  register: '{n, plural, one {Register this item} other {Register all # items}}',
  'register.one': 'Register',
  'register.of': 'Register: {title}',
  registering: 'Registering…',
  details: 'Details',
  'details.of': 'Details: {title}',
  wrong: 'Something is wrong',
  'wrong.of': 'Something is wrong: {title}',
  elsewhere: 'Bought something elsewhere?',
  code: 'Have a hand-over code?',

  mistakes: 'Something is missing. Please look at the fields marked.',
  'problem.registration_closed': 'One of these items cannot be registered any more.',
  'problem.upload_unknown': 'A file is not there any more. Please add it again.',
  'problem.title': 'We cannot show your items',
} as const;

/** All texts of the first screen of registrations, in one language. */
export type WarrantyRegistrationMessages = Readonly<Record<keyof typeof english, string>>;
