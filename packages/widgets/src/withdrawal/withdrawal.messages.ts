/**
 * The English texts of the withdrawal function. `function` and `confirm` are the labels of Article 11a of Directive
 * 2011/83/EU, as Directive (EU) 2023/2673 words them; a store that changes them has to stay as unambiguous.
 */
export const english = {
  function: 'Withdraw from contract here',
  intro:
    'Tell {store} here that you withdraw from a contract. You need no account and no reason. Nothing is sent before you confirm.',
  'intro.shop':
    'Tell the store here that you withdraw from a contract. You need no account and no reason. Nothing is sent before you confirm.',
  step: 'Step {n} of {total}',
  loading: 'Getting the form ready',

  name: 'Your name',
  'name.missing': 'Please enter your name.',
  'name.invalid': 'Please check your name.',
  'name.long': 'This is too long. Please shorten it to 200 characters.',
  contract: 'Order number',
  'contract.hint': 'It is in the confirmation of your order.',
  'contract.missing': 'Please enter the number of your order.',
  'contract.invalid': 'Please check the number of your order.',
  'contract.long': 'This is too long. Please shorten it to 200 characters.',
  email: 'E-mail address for the acknowledgement',
  'email.missing': 'Please enter your e-mail address.',
  'email.invalid': 'This is no complete e-mail address. It should look like ada@example.com.',
  'email.long': 'This is too long. Please check your e-mail address.',
  items: 'Which items (optional)',
  'items.hint': 'Leave it empty to withdraw from the whole contract.',
  'items.pick.hint': 'Choose nothing to withdraw from the whole contract.',
  'items.words': 'Or in your own words (optional)',
  'items.invalid': 'Please check this text.',
  'items.long': 'This is too long. Please shorten it.',
  'items.some': '{n} × {title}',
  next: 'Continue',

  check: 'Please check your declaration',
  'check.about': 'This is what {store} receives when you confirm.',
  'check.about.shop': 'This is what the store receives when you confirm.',
  'check.email': 'Acknowledgement to',
  'check.items': 'Items',
  whole: 'The whole contract',
  confirm: 'Confirm withdrawal',
  confirming: 'Sending…',
  change: 'Change',

  done: 'Your withdrawal has been received',
  'done.at': 'Received: {time}',
  number: 'Number of your declaration',
  mailed: 'We are also sending this acknowledgement to {email}.',
  not_mailed: 'Please save or print this acknowledgement. It is not sent by e-mail.',
  seal: 'The seal in the last line shows that this acknowledgement is genuine and was not changed.',
  save: 'Save',
  'save.full': 'Save the acknowledgement as a file',
  print: 'Print',
  another: 'Withdraw from another contract',

  mistakes: 'Please check what you entered.',
  kept: 'Everything you entered is still here. Nothing is sent twice.',
  plain: 'Use the simple page instead',
  'plain.about': 'Something does not work here?',
  'problem.unreachable': 'We could not reach the store. Please check your connection and confirm again.',
  'problem.offline': 'You are offline. Please confirm again as soon as you are back.',
  'problem.not_found': 'This store does not offer the withdrawal function here.',
  'problem.other': 'Something went wrong on our side. Please try again.',
  'problem.origin_not_allowed': 'The form cannot be used on this page. The simple page works.',
} as const;

/** All texts of the withdrawal function, in one language. */
export type WithdrawalMessages = Readonly<Record<keyof typeof english, string>>;
