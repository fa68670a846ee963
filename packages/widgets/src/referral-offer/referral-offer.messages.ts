/** The English texts of an offer to a friend. What the offer is, and why it is not for somebody, comes from the store's backend. */
export const english = {
  loading: 'Looking up your invitation',
  'ask.title': 'Were you invited?',
  'ask.about': 'Type in the code a friend gave you. Capitals and dashes do not matter.',
  'ask.label': 'Code of your friend',
  'ask.hint': 'For example ADA-7K3M',
  'ask.missing': 'Please type in the code.',
  'ask.press': 'Look it up',
  'ask.busy': 'Looking it up…',
  email: 'Your e-mail address',
  'email.hint': 'Only to see whether this is your first order. You will get no mail.',
  'email.wrong': 'Please type in an e-mail address, such as name@example.com.',
  claim: 'Get my code',
  'claim.busy': 'Getting your code…',
  until: 'Take it until {date}.',
  terms: 'How it works',
  'claimed.title': 'Your code',
  'claimed.until': 'Order before {date}.',
  'claimed.waiting': 'Your code is being made…',
  copy: 'Copy',
  'copy.full': 'Copy the code {code}',
  copied: 'Copied',
  'copy.refused': 'Selected: copy it now',
  shop: 'Go to the shop',
  'closed.title': 'Not this time',
  'closed.other': 'Use another code',
  'said.claimed': 'Your code is {code}.',
} as const;

/** The texts of an offer in one language. */
export type ReferralOfferMessages = Readonly<Record<keyof typeof english, string>>;
