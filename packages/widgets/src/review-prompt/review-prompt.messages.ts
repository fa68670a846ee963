/** The English texts of the review prompt's first screen: the stars of each item. */
export const english = {
  lookup: 'Find your order',
  'lookup.intro': 'Your order number and one contact are all we need.',
  'loading.step': 'One moment',
  code_failed: 'This part could not be loaded',

  title: '{n, plural, one {How do you like it?} other {How do you like what you bought?}}',
  'title.done': '{n, plural, one {Your review} other {Your reviews}}',
  'title.empty': 'There is nothing to review here',
  about: 'One tap on a star is kept at once. Say more if you like.',
  progress: '{n} of {total} done',
  reward: 'A thank-you, whatever you say: {reward}',

  stars: 'Your rating: {title}',
  'stars.n': '{n, plural, one {# star} other {# stars}}: {word}',
  'star.1': 'Poor',
  'star.2': 'Fair',
  'star.3': 'Okay',
  'star.4': 'Good',
  'star.5': 'Great',
  kept: 'Kept',

  continue: 'Continue',
  'continue.of': 'Continue: {title}',
  'send.stars': 'Send only the stars',
  'send.stars.of': 'Send only the stars: {title}',
  sending: 'Sending…',
  not_now: 'Not now',
  skip: 'Skip',
  'skip.of': 'Skip: {title}',
  skipped: 'Skipped',
  unskip: 'Review it after all',
  'unskip.of': 'Review it after all: {title}',
  own: 'Your review',
  'own.of': 'Your review: {title}',
  others: 'Already reviewed',

  'state.pending': 'Being checked',
  'state.approved': 'Published',
  'state.rejected': 'Not published',
  'state.hidden': 'Not shown',
  'state.withdrawn': 'Withdrawn',

  'closed.order_cancelled': 'This order was cancelled.',
  'closed.no_product': 'This is not a product that can be reviewed.',
  'closed.gift': 'A gift: who gave it can review it with their own link.',
  'closed.not_bought_here': 'It was bought elsewhere, so it cannot be reviewed here.',

  'help.wrong': 'Is something wrong with it?',
  'help.beside': 'We would like to put it right. Your review is welcome either way.',
  'help.contact': 'Contact the store',
  'help.call': 'Call {phone}',
  'help.return': 'Send it back',
  'help.warranty': 'Warranty and repair',

  'problem.conflict': 'You have sent this review already, perhaps in another window.',
  'problem.review_closed': 'This cannot be reviewed any more.',
  'problem.item_unknown': 'This is not part of the order any more.',
  'problem.review_incomplete': 'Something is still missing.',
  'problem.terms_required': 'Please agree to the terms first.',
  'problem.upload_unknown': 'A file is not there any more. Please add it again.',
  'problem.too_many': 'That is more than fits here.',
  'problem.title': 'We cannot show the form',
} as const;

/** All texts of the review prompt's first screen, in one language. */
export type ReviewPromptMessages = Readonly<Record<keyof typeof english, string>>;
