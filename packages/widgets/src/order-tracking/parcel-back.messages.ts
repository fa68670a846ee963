/** What is said differently of a parcel that goes to the store and not to the shopper. */
export const english = {
  'back.headline.in_transit': 'On its way to the store',
  'back.headline.available_for_pickup': 'Waiting for the store to collect it',
  'back.headline.available_for_pickup.date': 'Waiting for the store to collect it until {date}',
  'back.headline.delivered': 'Arrived at the store',
  'back.headline.delivered.date': 'Arrived at the store {date}',
  'back.headline.returning': 'On its way back to you',
  'back.headline.returned': 'Back with you',
  'back.about.returning':
    'The carrier could not hand it over to the store. The store will help you from here.',
  'back.about.returned': 'Ask the store how to send it once more.',
  'back.about.expired': 'The store can tell you whether it has arrived.',
} as const;

/** These texts in one language. */
export type ParcelBackMessages = Readonly<Record<keyof typeof english, string>>;
