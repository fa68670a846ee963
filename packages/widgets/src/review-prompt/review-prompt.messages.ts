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
  not_now: 'Not now',

  'problem.title': 'We cannot show the form',
} as const;

/** All texts of the review prompt's first screen, in one language. */
export type ReviewPromptMessages = Readonly<Record<keyof typeof english, string>>;
