import type { Passport } from '@postlude/contract';

/** Who sold it, as far as JSON-LD says it. */
export interface JsonLdStore {
  readonly name: string;
  /** The shop's own pages; null where no address of it is known. */
  readonly url: string | null;
}

type Node = Record<string, unknown>;

/**
 * A passport as schema.org JSON-LD: an `OwnershipInfo` of an `IndividualProduct`, with the seller's `WarrantyPromise`s as those of the
 * `Offer` it was sold by (`warranty` is a property of Offer and Demand, not of Product). The owner is not named: whoever is given it
 * has the item in their hands. Terms of schema.org; values that are not known are left out, which JSON-LD reads as unknown.
 */
export function passportJsonLd(passport: Omit<Passport, 'jsonLd'>, store: JsonLdStore): Node {
  const { origin, boughtAt, owners } = passport;
  const seller =
    origin === 'elsewhere'
      ? known({ '@type': 'Organization', name: boughtAt })
      : known({ '@type': 'OnlineStore', name: store.name, url: store.url });
  const warranties = passport.covers
    .filter(({ kind, state }) => kind === 'warranty' && state !== 'not_registered')
    .map(promiseOf);
  const mine = owners.find(({ you }) => you);
  return known({
    '@context': 'https://schema.org',
    '@type': 'OwnershipInfo',
    ownedFrom: mine?.from ?? passport.deliveredOn ?? passport.purchasedOn,
    ownedThrough: mine?.through ?? null,
    // Of an item that changed hands nobody is told whom it came from.
    acquiredFrom: origin === 'transferred' ? null : seller,
    typeOfGood: known({
      '@type': 'IndividualProduct',
      '@id': `urn:postlude:passport:${passport.id}`,
      name: passport.title,
      model: passport.variant,
      image: passport.imageUrl,
      url: passport.productUrl,
      productID: passport.productId,
      gtin: passport.gtin,
      serialNumber: passport.serial,
      purchaseDate: passport.purchasedOn,
      offers:
        warranties.length === 0 ? null : known({ '@type': 'Offer', offeredBy: seller, warranty: warranties }),
    }),
  });
}

function promiseOf({ name, sum, lifetime, covers }: Passport['covers'][number]): Node {
  const months =
    sum === null ? null : sum.months + sum.extensions.reduce((all, extension) => all + extension.months, 0);
  return known({
    '@type': 'WarrantyPromise',
    name,
    // Codes of UN/CEFACT Recommendation 20; a lifetime has no number.
    durationOfWarranty:
      lifetime || months === null ? null : { '@type': 'QuantitativeValue', value: months, unitCode: 'MON' },
    description: covers.length === 0 ? null : covers.join('\n'),
  });
}

const known = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== null && value !== undefined));
