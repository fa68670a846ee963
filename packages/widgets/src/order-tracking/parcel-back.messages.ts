/** Asks for the number of a parcel that a shopper sends, and what is said differently of one that goes to the store. */
export const english = {
  'parcel.number': 'Tracking number of your parcel',
  'parcel.number.hint': 'It is on the receipt. With it you and the store can follow the parcel.',
  'parcel.number.missing': 'Please enter the number.',
  'parcel.carrier': 'Carrier (optional)',
  'parcel.tell': 'Follow this parcel',
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
