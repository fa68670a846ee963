/** A carrier we know. */
export interface KnownCarrier {
  /** Lower-case, of letters, digits and underscores. Stable: it travels on the wire. */
  readonly code: string;
  /** As the carrier writes itself. */
  readonly name: string;
  /**
   * Other spellings, as Shopify, WooCommerce, AfterShip, EasyPost and Shippo use them, separated by commas. Capitals,
   * accents and punctuation are of no importance, and the code and the name need not be repeated.
   */
  readonly aliases: string;
  /** The page that shows a parcel, with `{number}` where its number goes; null where no such page is known. */
  readonly url: string | null;
}
