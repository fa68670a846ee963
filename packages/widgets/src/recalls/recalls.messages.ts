/**
 * The English texts of a recall notice. The headline is fixed by law (Regulation (EU) 2023/988, Article 36(2)(a)), and nothing
 * here may make the danger look smaller (paragraph 2(c)).
 */
export const english = {
  headline: 'Product safety recall',
  product: 'Product',
  identification: 'How to know it',
  sold: 'Sold',
  hazard: 'The danger',
  action: 'What to do now',
  remedies: 'What you can have, free of charge',
  'remedy.repair': 'Repair',
  'remedy.replacement': 'Replacement',
  'remedy.refund': 'Money back',
  chosen: 'You chose: {remedy}',
  'chosen.about': 'The store knows and comes back to you. You can choose otherwise here.',
  contact: 'Questions?',
  call: 'Call {phone}',
  write: 'Write to {email}',
  website: 'More about this recall',
  read: 'I have read this',
  read_before: 'Read',
  show: 'Show',
  hide: 'Close',
  'show.what': 'Show the safety recall: {product}',
  'hide.what': 'Close the safety recall: {product}',
  sending: 'Sending…',
  failed: 'This was not sent. Please try again.',
  not_here: 'There is a safety recall for something in this order, but its text could not be fetched.',
  retry: 'Try again',
  new_window: '(opens in a new tab)',
} as const;

/** The texts of recalls in one language. */
export type RecallsMessages = Readonly<Record<keyof typeof english, string>>;
